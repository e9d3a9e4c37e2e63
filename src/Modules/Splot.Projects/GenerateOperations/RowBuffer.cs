using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Splot.Projects.GenerateOperations;

/// <summary>Rows of comma-separated values as UTF-8, collected in one buffer and handed to a stream.</summary>
internal sealed class RowBuffer(Stream stream)
{
    private const int Size = 1 << 20;
    private const int LongestRow = 1 << 18;

    private readonly byte[] bytes = new byte[Size];
    private int length;
    private bool fieldIsOpen;

    /// <summary>Bytes written so far.</summary>
    public long Written { get; private set; }

    /// <summary>Begins the next field of the row.</summary>
    public RowBuffer Field()
    {
        if (fieldIsOpen)
        {
            bytes[length++] = (byte)',';
        }

        fieldIsOpen = true;
        return this;
    }

    /// <summary>A field that needs no quotation marks; null leaves it empty.</summary>
    public RowBuffer Field(string? text)
    {
        Field();
        return text is null ? this : Text(text);
    }

    /// <summary>A field that gets quotation marks where it holds a comma; null leaves it empty.</summary>
    public RowBuffer Quotable(string? text)
    {
        var quoted = text?.Contains(',', StringComparison.Ordinal) ?? false;
        return quoted ? Field("\"").Text(text!).Text('"') : Field(text);
    }

    /// <summary>A field of date form 2024-01-31; null leaves it empty.</summary>
    public RowBuffer Field(DateOnly? date)
    {
        Field();
        if (date is { } day && day.TryFormat(bytes.AsSpan(length), out var written, "yyyy-MM-dd", CultureInfo.InvariantCulture))
        {
            length += written;
        }

        return this;
    }

    /// <summary>A field with a number of two decimals, given in hundredths; null leaves it empty.</summary>
    public RowBuffer Hundredths(long? value)
    {
        Field();
        if (value is not { } hundredths)
        {
            return this;
        }

        if (hundredths < 0)
        {
            bytes[length++] = (byte)'-';
            hundredths = -hundredths;
        }

        Number(hundredths / 100);
        bytes[length++] = (byte)'.';
        bytes[length++] = (byte)('0' + (hundredths / 10 % 10));
        bytes[length++] = (byte)('0' + (hundredths % 10));
        return this;
    }

    /// <summary>More of the open field.</summary>
    public RowBuffer Text(string text)
    {
        length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(length));
        return this;
    }

    /// <summary>One ASCII character more of the open field.</summary>
    public RowBuffer Text(char ascii)
    {
        bytes[length++] = (byte)ascii;
        return this;
    }

    /// <summary>A whole number in the open field, padded with zeros.</summary>
    public RowBuffer Number(long value, byte digits = 0)
    {
        Utf8Formatter.TryFormat(value, bytes.AsSpan(length), out var written, digits == 0 ? default : new System.Buffers.StandardFormat('D', digits));
        length += written;
        return this;
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        bytes[length++] = (byte)'\n';
        fieldIsOpen = false;
        if (length > Size - LongestRow)
        {
            Flush();
        }
    }

    /// <summary>Hands what is collected to the stream.</summary>
    public void Flush()
    {
        stream.Write(bytes, 0, length);
        Written += length;
        length = 0;
    }
}
