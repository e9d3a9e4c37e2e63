using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Unicode;

namespace Splot.Tables;

/// <summary>A growing buffer of characters in which the cells of one row are put together.</summary>
internal sealed class TextBuffer
{
    private const int FirstSize = 64;
    private const int LongestReference = 12;

    private char[] _characters = [];

    public int Length { get; set; }

    public char[] Characters => _characters;

    public ReadOnlySpan<char> Written => _characters.AsSpan(0, Length);

    public void Append(char character)
    {
        Reserve(1)[0] = character;
        Length++;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        Length += text.Length;
    }

    /// <summary>Bytes that are not valid UTF-8 become U+FFFD.</summary>
    public void AppendUtf8(ReadOnlySpan<byte> text)
    {
        Utf8.ToUtf16(text, Reserve(text.Length), out _, out var written);
        Length += written;
    }

    /// <summary>Appends XML text with its references resolved; a reference that is none stays as it is.</summary>
    public void AppendXml(ReadOnlySpan<byte> raw, bool isLiteral)
    {
        while (!isLiteral)
        {
            var at = raw.IndexOf((byte)'&');
            if (at < 0)
            {
                break;
            }

            AppendUtf8(raw[..at]);
            raw = raw[at..];
            var end = raw[..Math.Min(raw.Length, LongestReference)].IndexOf((byte)';');
            if (end < 0 || !AppendReference(raw[1..end]))
            {
                Append('&');
                raw = raw[1..];
                continue;
            }

            raw = raw[(end + 1)..];
        }

        AppendUtf8(raw);
    }

    public void Append(decimal number)
    {
        number.TryFormat(Reserve(40), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    public void Append(DateOnly date)
    {
        date.TryFormat(Reserve(16), out var written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>
    /// Cleans what was written since <paramref name="start"/>: line breaks become one kind, NUL goes, other control characters become a space, and the workbook's
    /// own escapes (<c>_x000D_</c>) their characters. True if anything but line breaks changed.
    /// </summary>
    public bool Clean(int start, bool hasEscapes)
    {
        var text = _characters.AsSpan(start, Length - start);
        if (!text.ContainsAnyInRange('\0', '\u001F') && !(hasEscapes && text.Contains("_x", StringComparison.Ordinal)))
        {
            return false;
        }

        var changed = false;
        var written = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character == '_' && hasEscapes && IsEscape(text[index..], out var escaped))
            {
                character = escaped;
                index += 6;
            }

            if (character == '\r')
            {
                var next = index + 1 < text.Length ? text[index + 1] : default;
                if (next == '\n' || (hasEscapes && IsEscape(text[(index + 1)..], out var follows) && follows == '\n'))
                {
                    continue;
                }

                character = '\n';
            }
            else if (character < ' ' && character is not ('\n' or '\t'))
            {
                changed = true;
                if (character == '\0')
                {
                    continue;
                }

                character = ' ';
            }

            text[written++] = character;
        }

        Length = start + written;
        return changed;
    }

    internal static bool IsEscape(ReadOnlySpan<char> text, out char character)
    {
        character = default;
        if (text.Length < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_' || !ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return false;
        }

        character = (char)code;
        return true;
    }

    private bool AppendReference(ReadOnlySpan<byte> name)
    {
        if (name.Length > 1 && name[0] == '#')
        {
            var hex = name[1] is (byte)'x' or (byte)'X';
            if (!int.TryParse(name[(hex ? 2 : 1)..], hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code) || !Rune.IsValid(code))
            {
                return false;
            }

            Length += new Rune(code).EncodeToUtf16(Reserve(2));
            return true;
        }

        var text = WebUtility.HtmlDecode("&" + Encoding.ASCII.GetString(name) + ";");
        if (text.Length > 2)
        {
            return false;
        }

        Append(text);
        return true;
    }

    private Span<char> Reserve(int count)
    {
        if (_characters.Length - Length < count)
        {
            Array.Resize(ref _characters, Math.Max(Math.Max(FirstSize, _characters.Length * 2), Length + count));
        }

        return _characters.AsSpan(Length);
    }
}
