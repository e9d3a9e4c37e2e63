using System.Buffers.Binary;
using System.Globalization;

namespace Splot.Data;

/// <summary>Names a master key: a running number (0 where the key comes from SPLOT_KEY) and the key's print.</summary>
internal sealed record KeyId(uint Number, uint Print)
{
    /// <summary>Bytes of an id in front of what is sealed.</summary>
    public const int Length = 8;

    public static KeyId Of(uint number, SealingKey key) => new(number, key.Print());

    public static KeyId Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt32BigEndian(bytes), BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]));

    /// <summary>Reads <c>0001-3f2a9c01</c>; null for any other text.</summary>
    public static KeyId? Parse(string text) =>
        text.Split('-') is [{ Length: >= 4 } number, { Length: 8 } print]
        && uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && uint.TryParse(print, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var p)
        && new KeyId(n, p) is var id && id.ToString() == text ? id : null;

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Number);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], Print);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number:0000}-{Print:x8}");
}
