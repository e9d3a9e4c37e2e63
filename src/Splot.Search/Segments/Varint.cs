namespace Splot.Search.Segments;

/// <summary>Numbers of seven bits to a byte, lowest first. Read from checked bytes only.</summary>
internal static unsafe class Varint
{
    public static uint Read(ref byte* from)
    {
        uint value = *from++;
        if (value < 0x80)
        {
            return value;
        }

        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            uint next = *from++;
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    public static ulong ReadLong(ref byte* from)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            ulong next = *from++;
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    /// <summary>Writes and returns the address behind.</summary>
    public static byte* Write(byte* to, uint value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            *to++ = (byte)(value | 0x80);
        }

        *to++ = (byte)value;
        return to;
    }
}
