using System.Buffers.Binary;
using System.Text;

namespace Splot.Tables;

/// <summary>
/// The file system inside binary Office files ([MS-CFB]): finds a stream by its name at the root and lists the sectors it lies in. Every number in it is checked
/// against the file's size, every chain against loops.
/// </summary>
internal sealed class CompoundFile
{
    private const int HeaderLength = 512;
    private const int HeaderEntries = 109;
    private const int EntryLength = 128;
    private const int MaxEntries = 100_000;
    private const uint LastRegular = 0xFFFFFFFA;
    private const int RootType = 5;
    private const int StreamType = 2;

    private readonly Stream _file;
    private readonly int _sectorSize;
    private readonly uint _sectorCount;
    private readonly List<uint> _table = [];
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly uint _miniCutoff;
    private readonly uint _miniTableStart;
    private Entry _root = new(0, 0);

    public CompoundFile(Stream file)
    {
        _file = file;
        var header = new byte[HeaderLength];
        file.Position = 0;
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
        {
            throw Damaged("its header is cut");
        }

        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (shift is not (9 or 12))
        {
            throw Damaged("its header makes no sense");
        }

        _sectorSize = 1 << shift;
        _sectorCount = (uint)Math.Min(uint.MaxValue, (file.Length - 1) / _sectorSize);
        _miniCutoff = Number(header, 56);
        _miniTableStart = Number(header, 60);
        ReadTable(header);
        ReadDirectory(Number(header, 48));
    }

    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>A stream's content, over the file as long as it is open; null if there is none of that name.</summary>
    public Stream? Open(string name)
    {
        if (!_entries.TryGetValue(name, out var entry))
        {
            return null;
        }

        if (entry.Length >= _miniCutoff)
        {
            return new SectorStream(_file, Chain(entry.Start, entry.Length), _sectorSize, entry.Length);
        }

        return new MemoryStream(ReadMini(entry), writable: false);
    }

    /// <summary>Reads the allocation table: its first sectors are named in the header, the others in a chain of their own.</summary>
    private void ReadTable(byte[] header)
    {
        var sectors = new List<uint>();
        for (var index = 0; index < HeaderEntries; index++)
        {
            AddSector(sectors, Number(header, 76 + (index * 4)));
        }

        var next = Number(header, 68);
        var buffer = new byte[_sectorSize];
        for (uint read = 0; next < LastRegular && read <= _sectorCount; read++)
        {
            ReadSector(next, buffer);
            for (var at = 0; at < _sectorSize - 4; at += 4)
            {
                AddSector(sectors, Number(buffer, at));
            }

            next = Number(buffer, _sectorSize - 4);
        }

        foreach (var sector in sectors)
        {
            ReadSector(sector, buffer);
            for (var at = 0; at < _sectorSize; at += 4)
            {
                _table.Add(Number(buffer, at));
            }
        }
    }

    private void AddSector(List<uint> sectors, uint sector)
    {
        if (sector < LastRegular)
        {
            sectors.Add(sector);
            if (sectors.Count > (_sectorCount / (_sectorSize / 4)) + 2)
            {
                throw Damaged("its allocation table is larger than the file");
            }
        }
    }

    private void ReadDirectory(uint start)
    {
        var buffer = new byte[_sectorSize];
        foreach (var sector in Chain(start, null))
        {
            ReadSector(sector, buffer);
            for (var at = 0; at < _sectorSize && _entries.Count < MaxEntries; at += EntryLength)
            {
                AddEntry(buffer.AsSpan(at, EntryLength));
            }
        }
    }

    private void AddEntry(ReadOnlySpan<byte> entry)
    {
        var type = entry[66];
        if (type is not (RootType or StreamType))
        {
            return;
        }

        var nameLength = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
        var found = new Entry(BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]), _file.Length));
        if (type == RootType)
        {
            _root = found;
        }
        else
        {
            _entries.TryAdd(Encoding.Unicode.GetString(entry[..nameLength]), found);
        }
    }

    /// <summary>The sectors of a chain; with a length, at least as many as that needs.</summary>
    private List<uint> Chain(uint start, long? length)
    {
        var wanted = length is { } bytes ? (bytes + _sectorSize - 1) / _sectorSize : long.MaxValue;
        var chain = new List<uint>();
        for (var sector = start; chain.Count < wanted; sector = _table[(int)sector])
        {
            if (sector >= LastRegular && length is null)
            {
                break;
            }

            if (sector >= _table.Count || chain.Count > _sectorCount)
            {
                throw Damaged("a chain of its sectors is broken");
            }

            if (sector >= _sectorCount)
            {
                throw Damaged("it breaks off");
            }

            chain.Add(sector);
        }

        return chain;
    }

    /// <summary>A stream too small for sectors of its own lies in pieces of 64 bytes inside the root's stream.</summary>
    private byte[] ReadMini(Entry entry)
    {
        const int MiniSize = 64;
        var table = new List<uint>();
        var buffer = new byte[_sectorSize];
        foreach (var sector in Chain(_miniTableStart, null))
        {
            ReadSector(sector, buffer);
            for (var at = 0; at < _sectorSize; at += 4)
            {
                table.Add(Number(buffer, at));
            }
        }

        var content = new byte[entry.Length];
        var pieces = new SectorStream(_file, Chain(_root.Start, _root.Length), _sectorSize, _root.Length);
        var piece = entry.Start;
        for (var at = 0; at < content.Length; at += MiniSize)
        {
            if (piece >= table.Count || (piece * (long)MiniSize) >= _root.Length)
            {
                throw Damaged("a chain of its sectors is broken");
            }

            pieces.Position = piece * (long)MiniSize;
            if (pieces.Read(content, at, Math.Min(MiniSize, content.Length - at)) == 0)
            {
                throw Damaged("it breaks off");
            }

            piece = table[(int)piece];
        }

        return content;
    }

    private void ReadSector(uint sector, byte[] buffer)
    {
        _file.Position = (sector + 1L) * _sectorSize;
        buffer.AsSpan().Clear();
        if (sector >= _sectorCount || _file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == 0)
        {
            throw Damaged("it breaks off");
        }
    }

    private static uint Number(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private static TableRefusedException Damaged(string what) => new(Refusals.Damaged(TableFormat.Xls, what));

    private sealed record Entry(uint Start, long Length);
}
