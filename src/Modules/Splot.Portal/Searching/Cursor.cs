using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Splot.Portal.Searching;

/// <summary>
/// The place behind the last row of a page, in the order of its search. Readers get it as one opaque word. It holds nothing that the
/// page did not show; a sum over it makes sure that a mutilated one is refused, and it fits only the order and the words it was made for.
/// </summary>
/// <param name="Rank">Rank of the last row; 0 outside relevance.</param>
/// <param name="Demo">1 for an invented row; 0 outside relevance.</param>
/// <param name="Value">Sort value of the last row.</param>
/// <param name="Id">Its id.</param>
/// <param name="Position">Rows up to and including it.</param>
public sealed record Cursor(long Rank, long Demo, long Value, string Id, long Position)
{
    private const int SumBytes = 6;
    private const int MostLetters = 600;

    public string Write(SearchSort sort, SearchWords? words)
    {
        var content = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Rank} {Demo} {Value} {Id} {Position}"));
        return Base64Url.EncodeToString([.. Sum(content, sort, words), .. content]);
    }

    /// <summary>The cursor of a word; null for anything that <see cref="Write"/> did not make for this order and these words.</summary>
    public static Cursor? Read(string text, SearchSort sort, SearchWords? words)
    {
        if (text.Length > MostLetters || !Base64Url.IsValid(text))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        return bytes.Length > SumBytes && Sum(bytes.AsSpan(SumBytes), sort, words).AsSpan().SequenceEqual(bytes.AsSpan(0, SumBytes))
            ? Read(Encoding.UTF8.GetString(bytes.AsSpan(SumBytes)).Split(' '))
            : null;
    }

    private static Cursor? Read(string[] parts) =>
        parts.Length == 5
        && Number(parts[0]) is { } rank && Number(parts[1]) is { } demo && Number(parts[2]) is { } value && Number(parts[4]) is { } position
        && CodeParameter.PublicId().IsMatch(parts[3])
            ? new Cursor(rank, demo, value, parts[3], position)
            : null;

    private static long? Number(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static byte[] Sum(ReadOnlySpan<byte> content, SearchSort sort, SearchWords? words)
    {
        var subject = Encoding.UTF8.GetBytes(sort.Name() + "\n" + string.Join('\n', words?.Words.Select(w => w.Folded) ?? []) + "\n");
        return SHA256.HashData([.. subject, .. content])[..SumBytes];
    }
}
