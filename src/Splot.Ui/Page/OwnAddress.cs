namespace Splot.Ui;

/// <summary>An address to lead on to that came with a request: anybody can make a link, so that only this site's own are followed.</summary>
public static class OwnAddress
{
    /// <summary>The most characters of one.</summary>
    public const int Longest = 2000;

    /// <summary>
    /// The address in the form in which a header can hold it, everything but ASCII's visible characters percent-encoded; null for an address of another site, and for what
    /// is none.
    /// </summary>
    public static string? Of(string? typed)
    {
        if (typed is not { Length: > 1 and <= Longest } || typed[0] != '/' || typed[1] is '/' or '\\' || typed.Any(char.IsControl))
        {
            return null;
        }

        var written = typed.All(IsVisible) ? typed : string.Concat(typed.EnumerateRunes().Select(r => r.IsAscii && IsVisible((char)r.Value) ? r.ToString() : Uri.EscapeDataString(r.ToString())));
        return written.Length <= Longest ? written : null;
    }

    private static bool IsVisible(char letter) => letter is >= '!' and <= '~';
}
