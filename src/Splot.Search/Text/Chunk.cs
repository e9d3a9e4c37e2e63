using System.Text;
using Splot.Kernel;

namespace Splot.Search.Text;

/// <summary>
/// A run of letters and digits with single joints inside: a word, a hyphenated word, a code, a number, an abbreviation. Its parts are the runs between
/// the joints. Where people may write the whole with other joints or none, it has a whole as well: FELU.08.03-IZ.00-0005/23 is found as
/// felu0803iz00000523 and by each of its parts.
/// </summary>
internal sealed class Chunk
{
    private const int Longest = 256;

    private const int MostHyphenated = 4;

    private Chunk(ChunkKind kind, string written, List<Part> parts)
    {
        Kind = kind;
        Written = written;
        Parts = [.. parts.Select(p => p.Written)];
        Surfaces = [.. parts.Select(p => p.Surface)];
    }

    /// <summary>What it is.</summary>
    public ChunkKind Kind { get; }

    /// <summary>The chunk as written, in one alphabet.</summary>
    public string Written { get; }

    /// <summary>The runs between the joints as written, in one alphabet; at least one for <see cref="ChunkKind.Word"/>, at least two otherwise.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>The parts folded; none is empty.</summary>
    public IReadOnlyList<string> Surfaces { get; }

    /// <summary>Whether the parts also stand together as one word.</summary>
    public bool HasWhole => Kind is not (ChunkKind.Word or ChunkKind.Alternatives);

    /// <summary>Where the chunk that starts at <paramref name="start"/> ends; the letter there must be <see cref="Letters.Inside"/> a word.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        var classes = Letters.ClassTable;
        var most = Math.Min(text.Length, start + Longest);
        var at = start + 1;
        while (at < most)
        {
            var kind = classes[text[at]];
            if (kind == Letters.Inside)
            {
                at++;
            }
            else if (kind != Letters.Break && at + 1 < most && classes[text[at + 1]] == Letters.Inside
                && (kind == Letters.Joint || (char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]))))
            {
                at += 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>Takes a chunk apart; null where nothing of it is a letter or a digit.</summary>
    public static Chunk? Of(ReadOnlySpan<char> written)
    {
        var text = Homoglyphs.Unify(written.ToString());
        var classes = Letters.ClassTable;
        var parts = new List<Part>();
        var joints = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && classes[text[i]] == Letters.Inside)
            {
                i++;
            }

            if (Folding.Surface(text.AsSpan(start, i - start)) is { Length: > 0 } surface)
            {
                parts.Add(new Part(text[start..i], surface));
            }

            if (i < text.Length)
            {
                joints.Append(text[i]);
            }
        }

        return parts.Count == 0 ? null : Of(text, parts, joints.ToString());
    }

    /// <summary>All chunks of a text.</summary>
    public static IEnumerable<Chunk> All(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Letters.ClassTable[text[i]] == Letters.Inside)
            {
                var end = End(text, i);
                if (Of(text.AsSpan(i, end - i)) is { } chunk)
                {
                    yield return chunk;
                }

                i = end - 1;
            }
        }
    }

    /// <summary>The parts folded and put together; a number keeps a point where it had a point or a comma.</summary>
    public string Whole()
    {
        var whole = string.Join(Kind == ChunkKind.Number ? "." : "", Surfaces);
        return whole.Length <= Folding.LongestTerm ? whole : whole[..Folding.LongestTerm];
    }

    private static Chunk Of(string written, List<Part> parts, string joints)
    {
        if (parts.Count == 2 && joints is "'" or "’" && parts[1].Written is "s" or "S")
        {
            return new Chunk(ChunkKind.Word, parts[0].Written, [parts[0]]); // children's
        }

        return new Chunk(parts.Count < 2 ? ChunkKind.Word : KindOf(parts, joints), written, parts);
    }

    private static ChunkKind KindOf(List<Part> parts, string joints)
    {
        if (parts.Exists(p => p.Written.Any(char.IsDigit)))
        {
            return joints.All(j => j is '.' or ',') && parts.TrueForAll(p => p.Written.All(char.IsAsciiDigit)) ? ChunkKind.Number : ChunkKind.Code;
        }

        if (parts.Count <= MostHyphenated && joints.All(j => j is '-' or '‐' or '‑' or '\'' or '’'))
        {
            return ChunkKind.Hyphenated;
        }

        return joints.All(j => j is '.' or '&') && parts.TrueForAll(p => p.Surface.Length <= 3) ? ChunkKind.Abbreviation : ChunkKind.Alternatives;
    }
}

/// <summary>A run of letters and digits as written and folded.</summary>
internal readonly record struct Part(string Written, string Surface);

/// <summary>What a <see cref="Chunk"/> is.</summary>
internal enum ChunkKind
{
    /// <summary>One word.</summary>
    Word,

    /// <summary>Words joined by hyphens or apostrophes.</summary>
    Hyphenated,

    /// <summary>Joined parts with a digit somewhere: numbers of contracts, dates, CO-2.</summary>
    Code,

    /// <summary>Digits joined by points and commas.</summary>
    Number,

    /// <summary>Short parts joined by full stops: S.A, т.н.</summary>
    Abbreviation,

    /// <summary>Words that happen to be joined: mothers/fathers, or a sentence without a blank before the next.</summary>
    Alternatives,
}
