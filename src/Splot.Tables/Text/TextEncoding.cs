using System.Text;

namespace Splot.Tables;

/// <summary>An encoding by name, ready for strict decoding.</summary>
/// <param name="Name">The name people use, such as <c>utf-8</c> or <c>windows-1250</c>.</param>
/// <param name="Strict">Decoder that throws on bytes it does not know.</param>
/// <param name="MarkLength">Length of the byte order mark at the file's start, 0 without one.</param>
public sealed record TextEncoding(string Name, Encoding Strict, int MarkLength)
{
    private static readonly EncodingProvider Provider = CodePagesEncodingProvider.Instance;

    /// <summary>UTF-8 without a mark.</summary>
    public static TextEncoding Utf8 { get; } = new("utf-8", new UTF8Encoding(false, true), 0);

    /// <summary>The encoding with an IANA name or code page (<c>cp1250</c>, <c>1250</c>, <c>latin2</c>); null if there is none.</summary>
    public static TextEncoding? Parse(string name)
    {
        var plain = name.Trim().ToLowerInvariant();
        if (plain is "utf8" or "utf-8" or "65001" or "ascii" or "us-ascii" or "utf-8-sig")
        {
            return Utf8;
        }

        plain = plain switch
        {
            "utf-16" or "utf16" or "utf-16le" or "unicode" => "utf-16",
            "utf-16be" or "utf16be" => "utf-16be",
            "utf-32" or "utf-32le" or "utf32" => "utf-32",
            _ => plain,
        };
        var strict = Find(plain) ?? Find(CodePage(plain));
        return strict is null ? null : new TextEncoding(NameOf(strict), strict, 0);
    }

    internal TextEncoding WithMark(int length) => this with { MarkLength = length };

    private static string NameOf(Encoding encoding) => encoding.CodePage is >= 1250 and <= 1258
        ? FormattableString.Invariant($"windows-{encoding.CodePage}")
        : encoding.WebName.ToLowerInvariant();

    private static int CodePage(string name)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["windows-", "windows", "win-", "cp-", "cp", "ibm", "x-cp", ""])
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && ushort.TryParse(name.AsSpan(prefix.Length), System.Globalization.NumberStyles.None, null, out var page))
            {
                return page;
            }
        }

        return 0;
    }

    private static Encoding? Find(string name)
    {
        try
        {
            return Provider.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding? Find(int codePage)
    {
        if (codePage == 0)
        {
            return null;
        }

        try
        {
            return Provider.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
