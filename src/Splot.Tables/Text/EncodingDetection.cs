namespace Splot.Tables;

/// <summary>What the bytes of a text file are.</summary>
public abstract record EncodingOutcome
{
    /// <summary>One encoding, proven by mark or validity, or by far the most probable.</summary>
    public sealed record Decided(TextEncoding Encoding) : EncodingOutcome;

    /// <summary>Undecodable, ambiguous, or the named encoding does not exist.</summary>
    public sealed record Refused(TableRefusal Refusal) : EncodingOutcome;
}

/// <summary>
/// Tells a text file's encoding from all its bytes: a byte order mark; UTF-16 without one by its NULs; strict UTF-8 over the whole file; else the
/// single-byte encodings usual for the language (given, or the country's, or any of the EU's), judged by how well they make every byte beyond ASCII a
/// letter typical of it. Encodings that read the bytes present alike are one answer. Less than about 400 to 1 is ambiguous.
/// </summary>
public static class EncodingDetection
{
    private const double ClearMargin = 6;
    private const double WorstPerCharacter = -11;

    /// <summary>Detects the encoding of a seekable stream, from its start.</summary>
    public static EncodingOutcome Detect(Stream stream, TableOptions options, CancellationToken cancellation = default) => Detect(stream, options, null, cancellation);

    /// <summary>As above; <paramref name="declared"/> is what the text says of itself, believed if the bytes are not UTF-8 and fit it.</summary>
    internal static EncodingOutcome Detect(Stream stream, TableOptions options, string? declared, CancellationToken cancellation)
    {
        var head = new byte[4096];
        stream.Position = 0;
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (MarkOf(head.AsSpan(0, length)) is { } marked)
        {
            return StrictDecoding.Check(stream, marked, cancellation);
        }

        if (options.Encoding is { Length: > 0 } name)
        {
            return TextEncoding.Parse(name) is { } named
                ? StrictDecoding.Check(stream, named, cancellation)
                : new EncodingOutcome.Refused(Refusals.UnknownEncoding(name));
        }

        if (WideWithoutMark(head.AsSpan(0, length)) is { } wide)
        {
            return StrictDecoding.Check(stream, wide, cancellation);
        }

        stream.Position = 0;
        if (ByteStatistics.IsUtf8(stream, cancellation))
        {
            return new EncodingOutcome.Decided(TextEncoding.Utf8);
        }

        if (declared is { Length: > 0 } && TextEncoding.Parse(declared) is { } own && own.Strict.IsSingleByte && StrictDecoding.Check(stream, own, cancellation) is EncodingOutcome.Decided fits)
        {
            return fits;
        }

        stream.Position = 0;
        return Judge(ByteStatistics.Gather(stream, cancellation), options);
    }

    private static TextEncoding? MarkOf(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => TextEncoding.Utf8.WithMark(3),
        [0xFF, 0xFE, 0, 0, ..] => TextEncoding.Parse("utf-32")!.WithMark(4),
        [0, 0, 0xFE, 0xFF, ..] => TextEncoding.Parse("utf-32be")!.WithMark(4),
        [0xFF, 0xFE, ..] => TextEncoding.Parse("utf-16")!.WithMark(2),
        [0xFE, 0xFF, ..] => TextEncoding.Parse("utf-16be")!.WithMark(2),
        _ => null,
    };

    /// <summary>Delimiters, digits and line breaks leave a NUL in every UTF-16 text, always on the same side.</summary>
    private static TextEncoding? WideWithoutMark(ReadOnlySpan<byte> head)
    {
        var even = 0;
        var odd = 0;
        for (var index = 0; index + 1 < head.Length; index += 2)
        {
            even += head[index] == 0 ? 1 : 0;
            odd += head[index + 1] == 0 ? 1 : 0;
        }

        var needed = Math.Max(2, head.Length / 40);
        return (even, odd) switch
        {
            var (left, right) when right >= needed && left * 20 <= right => TextEncoding.Parse("utf-16"),
            var (left, right) when left >= needed && right * 20 <= left => TextEncoding.Parse("utf-16be"),
            _ => null,
        };
    }

    private static EncodingOutcome Judge(ByteStatistics statistics, TableOptions options)
    {
        var brokenUtf8 = new EncodingOutcome.Refused(Refusals.Undecodable("utf-8", statistics.FirstInvalid, statistics.FirstInvalidLine));
        if (statistics.ValidSequences >= 3 && statistics.ValidSequences > statistics.InvalidSequences * 10)
        {
            return brokenUtf8;
        }

        var readings = Readings(statistics, LanguagesFor(options));
        if (readings.Count == 0 || readings[0].Score < WorstPerCharacter * 2 * Others(statistics))
        {
            return brokenUtf8;
        }

        var best = readings[0];
        var rivals = readings.Where(reading => best.Score - reading.Score < ClearMargin).ToList();
        return rivals.Count == 1
            ? new EncodingOutcome.Decided(best.Encoding)
            : new EncodingOutcome.Refused(Refusals.EncodingAmbiguous([.. rivals.Select(rival => rival.Encoding.Name)], Examples(rivals, statistics)));
    }

    private static long Others(ByteStatistics statistics)
    {
        long others = 0;
        for (var second = 0x80; second < 256; second++)
        {
            for (var first = 0; first < 256; first++)
            {
                others += statistics.Pairs(first, second);
            }
        }

        return others;
    }

    private static List<LanguageLetters> LanguagesFor(TableOptions options)
    {
        var wanted = options.Language is { Length: > 0 } language ? [Short(language)] : Habits.LanguagesOf(options.Country);
        var chosen = LanguageLetters.All.Where(letters => wanted.Contains(letters.Language, StringComparer.OrdinalIgnoreCase)).ToList();
        return chosen.Count > 0 ? chosen : [.. LanguageLetters.All];

        static string Short(string tag) => tag.Split('-', '_')[0];
    }

    /// <summary>One reading per way the bytes present would read, best first.</summary>
    private static List<Reading> Readings(ByteStatistics statistics, List<LanguageLetters> languages)
    {
        var readings = new Dictionary<string, Reading>();
        foreach (var name in languages.SelectMany(language => language.EncodingNames).Distinct())
        {
            if (TextEncoding.Parse(name) is not { } encoding || EncodingScore.Map(encoding.Strict) is var map && EncodingScore.FirstUnknown(map, statistics) >= 0)
            {
                continue;
            }

            var score = languages.Where(language => language.EncodingNames.Contains(name)).Max(language => EncodingScore.Of(map, language, statistics));
            var present = new string([.. Enumerable.Range(0x80, 0x80).Where(value => statistics.FirstOffset[value] >= 0).Select(value => map[value])]);
            if (!readings.TryGetValue(present, out var known))
            {
                readings[present] = new Reading(encoding, map, score);
            }
            else if (score > known.Score)
            {
                // The more common encoding keeps the name, the reading its best score.
                readings[present] = known with { Score = score };
            }
        }

        return [.. readings.Values.OrderByDescending(reading => reading.Score)];
    }

    /// <summary>The first word in which the rivals differ, as each of them reads it.</summary>
    private static string[] Examples(List<Reading> rivals, ByteStatistics statistics)
    {
        var sample = statistics.Sample;
        var at = Array.FindIndex(sample, value => value >= 0x80 && rivals.Exists(rival => rival.Map[value] != rivals[0].Map[value]));
        var from = Math.Max(0, at);
        var to = from;
        while (from > 0 && at - from < 20 && sample[from - 1] > ' ')
        {
            from--;
        }

        while (to < sample.Length && to - at < 20 && sample[to] > ' ')
        {
            to++;
        }

        return [.. rivals.Select(rival => string.Concat(sample[from..to].Select(value => rival.Map[value])))];
    }

    private sealed record Reading(TextEncoding Encoding, char[] Map, double Score);
}
