namespace Splot.Tables;

/// <summary>The checksum of archives (ISO 3309, reversed polynomial EDB88320), eight bytes at a time.</summary>
internal struct Crc32
{
    private static readonly uint[] Table = Build();

    private uint _inverted;

    public readonly uint Value => _inverted;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var crc = ~_inverted;
        while (bytes.Length >= 8)
        {
            var low = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = Table[(7 * 256) + (byte)low] ^ Table[(6 * 256) + (byte)(low >> 8)] ^ Table[(5 * 256) + (byte)(low >> 16)] ^ Table[(4 * 256) + (byte)(low >> 24)]
                ^ Table[(3 * 256) + (byte)high] ^ Table[(2 * 256) + (byte)(high >> 8)] ^ Table[256 + (byte)(high >> 16)] ^ Table[(byte)(high >> 24)];
            bytes = bytes[8..];
        }

        foreach (var value in bytes)
        {
            crc = (crc >> 8) ^ Table[(byte)(crc ^ value)];
        }

        _inverted = ~crc;
    }

    private static uint[] Build()
    {
        var table = new uint[8 * 256];
        for (uint index = 0; index < 256; index++)
        {
            var crc = index;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }

            table[index] = crc;
        }

        for (var index = 0; index < 256; index++)
        {
            for (var slice = 1; slice < 8; slice++)
            {
                var crc = table[((slice - 1) * 256) + index];
                table[(slice * 256) + index] = (crc >> 8) ^ table[(byte)crc];
            }
        }

        return table;
    }
}
