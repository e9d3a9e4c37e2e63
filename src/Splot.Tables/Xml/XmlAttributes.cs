namespace Splot.Tables;

/// <summary>Walks the attributes of a start tag; stops at the first thing that is none.</summary>
internal ref struct XmlAttributes(ReadOnlySpan<byte> tag)
{
    private ReadOnlySpan<byte> _rest = tag;

    public XmlAttribute Current { get; private set; }

    public readonly XmlAttributes GetEnumerator() => this;

    public bool MoveNext()
    {
        var rest = TrimBlanks(_rest);
        var equal = rest.IndexOf((byte)'=');
        if (equal <= 0)
        {
            return false;
        }

        var name = rest[..equal];
        while (name is [.., (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'])
        {
            name = name[..^1];
        }

        rest = TrimBlanks(rest[(equal + 1)..]);
        if (rest.IsEmpty || rest[0] is not ((byte)'"' or (byte)'\''))
        {
            return false;
        }

        var length = rest[1..].IndexOf(rest[0]);
        if (length < 0)
        {
            return false;
        }

        Current = new XmlAttribute(name, rest.Slice(1, length));
        _rest = rest[(length + 2)..];
        return true;
    }

    private static ReadOnlySpan<byte> TrimBlanks(ReadOnlySpan<byte> text)
    {
        while (text is [(byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n', ..])
        {
            text = text[1..];
        }

        return text;
    }
}

/// <summary>An attribute's name with its prefix and its raw value.</summary>
internal readonly ref struct XmlAttribute(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
{
    public ReadOnlySpan<byte> Name { get; } = name;

    public ReadOnlySpan<byte> Value { get; } = value;

    public void Deconstruct(out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        name = Name;
        value = Value;
    }
}
