using System.Diagnostics;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Splot.Tables.Tests.Xlsx;

namespace Splot.Tables.Tests.Fuzz;

/// <summary>
/// Whatever the bytes: reading ends soon, in rows or in a refusal that says what is wrong. Runs a few seconds; <c>SPLOT_FUZZ_SECONDS</c> sets another budget. The
/// cases come in the same order each time.
/// </summary>
public class FuzzTests
{
    private const int BatchSize = 50;
    private const int SlowestMilliseconds = 20_000;
    private const int UsualSeconds = 4;

    private static readonly byte[][] Pieces =
        ["\""u8.ToArray(), "\0"u8.ToArray(), "\r"u8.ToArray(), "\n"u8.ToArray(), ";"u8.ToArray(), [0xFF], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0], [0x80], "<"u8.ToArray(), "</table>"u8.ToArray(), "<table><tr><td>"u8.ToArray(), "]]>"u8.ToArray(), "&#x10FFFF;"u8.ToArray(), "{["u8.ToArray(), "99999999999999999999"u8.ToArray(), "1e308"u8.ToArray(), "\uD7FF"u8.ToArray()];

    private static readonly Gen<Func<byte[], byte[]>> Mutation = Gen.OneOf<Func<byte[], byte[]>>(
        from at in Gen.Choose(0, int.MaxValue)
        from value in Gen.Choose(0, 255)
        select (Func<byte[], byte[]>)(bytes => Replace(bytes, at, [(byte)value])),
        from at in Gen.Choose(0, int.MaxValue)
        from bit in Gen.Choose(0, 7)
        select (Func<byte[], byte[]>)(bytes => bytes.Length == 0 ? bytes : Replace(bytes, at, [(byte)(bytes[at % bytes.Length] ^ (1 << bit))])),
        from at in Gen.Choose(0, int.MaxValue)
        from piece in Gen.Elements(Pieces)
        from overwrite in Gen.Elements(true, false)
        select (Func<byte[], byte[]>)(bytes => overwrite ? Replace(bytes, at, piece) : Insert(bytes, at, piece)),
        from at in Gen.Choose(0, int.MaxValue)
        select (Func<byte[], byte[]>)(bytes => bytes[..(bytes.Length == 0 ? 0 : at % bytes.Length)]),
        from first in Gen.Choose(0, int.MaxValue)
        from second in Gen.Choose(0, int.MaxValue)
        from length in Gen.Choose(1, 64)
        select (Func<byte[], byte[]>)(bytes => bytes.Length == 0 ? bytes : Insert(bytes, second, bytes[(first % bytes.Length)..Math.Min(bytes.Length, (first % bytes.Length) + length)])),
        from at in Gen.Choose(0, int.MaxValue)
        from other in Gen.Elements(Corpus.Files.ToArray())
        select (Func<byte[], byte[]>)(bytes => Insert(bytes, at, other)));

    [Fact]
    public void Read_MutatedFiles_EndInRowsOrARefusal()
    {
        var cases =
            from file in Gen.Elements(Corpus.Files.ToArray())
            from mutations in Gen.Resize(Gen.NonEmptyListOf(Mutation), 6)
            select mutations.Aggregate(file, (bytes, mutation) => mutation(bytes));

        Run(cases);
    }

    [Fact]
    public void Read_WorkbooksWithMutatedParts_EndInRowsOrARefusal()
    {
        var whole = Corpus.Xlsx();
        whole.ToArray();
        var cases =
            from part in Gen.Elements(whole.Parts.Keys.ToArray())
            from mutations in Gen.Resize(Gen.NonEmptyListOf(Mutation), 4)
            select WorkbookBytes.Zip(new Dictionary<string, byte[]>(whole.Parts) { [part] = mutations.Aggregate(whole.Parts[part], (bytes, mutation) => mutation(bytes)) });

        Run(cases);
    }

    [Fact]
    public void Read_EveryPrefixOfEveryFile_EndsInRowsOrARefusal()
    {
        foreach (var file in Corpus.Files)
        {
            for (var length = 0; length < file.Length; length += Math.Max(1, file.Length / 60))
            {
                Exercise(file[..length]);
            }
        }
    }

    private static void Run(Gen<byte[]> cases)
    {
        var seconds = int.TryParse(Environment.GetEnvironmentVariable("SPLOT_FUZZ_SECONDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : UsualSeconds;
        var started = Stopwatch.StartNew();
        for (ulong batch = 1; batch == 1 || started.Elapsed.TotalSeconds < seconds; batch++)
        {
            var config = Given.Property.WithMaxTest(BatchSize).WithReplay(new Replay(new Rnd(batch, 5), Microsoft.FSharp.Core.FSharpOption<int>.None));
            Prop.ForAll(cases.Select(bytes => new Case(bytes)).ToArbitrary(), example => Exercise(example.Bytes)).Check(config);
        }
    }

    /// <summary>All that an importer does with a file: opens it, finds the header, profiles all columns in every role, decides, converts.</summary>
    private static void Exercise(byte[] bytes)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            if (Given.Open(bytes) is TableOpening.Opened { File: var file })
            {
                using (file)
                {
                    ReadTwice(file);
                }
            }
        }
        catch (TableRefusedException refused)
        {
            Assert.NotEmpty(refused.Refusal.Message);
        }

        Assert.True(Stopwatch.GetElapsedTime(started).TotalMilliseconds < SlowestMilliseconds, "too slow");
    }

    private static void ReadTwice(TableFile file)
    {
        var head = file.ReadHead(cancellation: TestContext.Current.CancellationToken);
        var header = HeaderDetection.Find(head, candidate => candidate.Columns.Count(column => column.Name.Length > 3));
        var classifier = header is null ? null : new RowClassifier(header);
        var roles = new[] { ColumnRole.Amount, ColumnRole.Date, ColumnRole.Rate };
        var profiles = Enumerable.Range(0, 18).Select(index => new ColumnProfile(index / 3, "column", roles[index % 3])).ToList();
        using (var first = file.Read())
        {
            while (first.Read(TestContext.Current.CancellationToken))
            {
                if (classifier?.Classify(first.Row) is null or RowKind.Data)
                {
                    profiles.ForEach(profile => profile.Add(first.Row.Cell(profile.Column), first.Row.Number));
                }
            }
        }

        if (Inference.Decide(profiles, new InferenceHints { Decimal = DecimalMark.Comma, Dates = DateOrder.DayMonthYear, Language = "pl" }) is not InferenceOutcome.Decided decided)
        {
            return;
        }

        using var second = file.Read();
        while (second.Read(TestContext.Current.CancellationToken))
        {
            foreach (var format in decided.Formats)
            {
                var cell = second.Row.Cell(format.Column);
                CellParsers.Amount(cell, format);
                CellParsers.Date(cell, format);
                CellParsers.Rate(cell, format);
            }
        }
    }

    private static byte[] Replace(byte[] bytes, int at, byte[] piece)
    {
        if (bytes.Length == 0)
        {
            return bytes;
        }

        var changed = bytes.ToArray();
        var start = at % bytes.Length;
        piece.AsSpan(0, Math.Min(piece.Length, bytes.Length - start)).CopyTo(changed.AsSpan(start));
        return changed;
    }

    private static byte[] Insert(byte[] bytes, int at, byte[] piece)
    {
        var start = at % (bytes.Length + 1);
        return [.. bytes.AsSpan(0, start), .. piece, .. bytes.AsSpan(start)];
    }

    /// <summary>Bytes that print themselves so that a failure can be kept.</summary>
    private sealed record Case(byte[] Bytes)
    {
        public override string ToString() => Convert.ToBase64String(Bytes);
    }
}
