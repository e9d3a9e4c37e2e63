using System.Buffers.Binary;
using System.Text;

namespace Splot.Tables.Tests.Xls;

/// <summary>Writes a compound file with one stream, in sectors of its own or, if small, in the root's pieces.</summary>
internal static class CompoundBytes
{
    private const int Sector = 512;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const uint TableSector = 0xFFFFFFFD;

    public static byte[] Of(string name, byte[] content)
    {
        var isSmall = content.Length < 4096;
        var contentSectors = (content.Length + Sector - 1) / Sector;
        var miniTable = isSmall ? MiniTable((content.Length + 63) / 64) : [];
        var others = 1 + contentSectors + (miniTable.Length / Sector);
        var tableSectors = 1;
        while (tableSectors * (Sector / 4) < others + tableSectors)
        {
            tableSectors++;
        }

        var table = new List<uint>();
        table.AddRange(Enumerable.Repeat(TableSector, tableSectors));
        table.Add(EndOfChain);
        var contentStart = AddChain(table, contentSectors);
        var miniStart = isSmall ? AddChain(table, 1) : EndOfChain;
        while (table.Count % (Sector / 4) != 0)
        {
            table.Add(Free);
        }

        var file = new MemoryStream();
        file.Write(Header(tableSectors, isSmall ? miniStart : EndOfChain));
        table.ForEach(entry => Write(file, entry));
        file.Write(Entry("Root Entry", 5, isSmall ? contentStart : EndOfChain, isSmall ? content.Length : 0, child: 1));
        file.Write(Entry(name, 2, isSmall ? 0 : contentStart, content.Length, child: Free));
        file.Write(new byte[256]);
        file.Write(content);
        file.Write(new byte[(contentSectors * Sector) - content.Length]);
        file.Write(miniTable);
        return file.ToArray();
    }

    private static byte[] Header(int tableSectors, uint miniStart)
    {
        var header = new byte[Sector];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(header, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(26), 3);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(28), 0xFFFE);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(32), 6);
        Put(header, 44, (uint)tableSectors);
        Put(header, 48, (uint)tableSectors);
        Put(header, 56, 4096);
        Put(header, 60, miniStart);
        Put(header, 64, miniStart == EndOfChain ? 0u : 1u);
        Put(header, 68, EndOfChain);
        for (var index = 0; index < 109; index++)
        {
            Put(header, 76 + (index * 4), index < tableSectors ? (uint)index : Free);
        }

        return header;
    }

    private static byte[] Entry(string name, byte type, uint start, long length, uint child)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(name).CopyTo(entry, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(64), (ushort)((name.Length + 1) * 2));
        entry[66] = type;
        entry[67] = 1;
        Put(entry, 68, Free);
        Put(entry, 72, Free);
        Put(entry, 76, child);
        Put(entry, 116, start);
        Put(entry, 120, (uint)length);
        return entry;
    }

    private static byte[] MiniTable(int pieces)
    {
        var table = new byte[Sector];
        for (var index = 0; index < Sector / 4; index++)
        {
            Put(table, index * 4, index < pieces - 1 ? (uint)index + 1 : index == pieces - 1 ? EndOfChain : Free);
        }

        return table;
    }

    private static uint AddChain(List<uint> table, int sectors)
    {
        var start = (uint)table.Count;
        for (var index = 0; index < sectors; index++)
        {
            table.Add(index == sectors - 1 ? EndOfChain : (uint)table.Count + 1);
        }

        return start;
    }

    private static void Put(byte[] bytes, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);

    private static void Write(MemoryStream stream, uint value)
    {
        var bytes = new byte[4];
        Put(bytes, 0, value);
        stream.Write(bytes);
    }
}
