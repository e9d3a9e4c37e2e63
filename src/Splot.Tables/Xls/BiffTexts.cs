using System.Buffers.Binary;

namespace Splot.Tables;

/// <summary>
/// Reads strings of a binary workbook across the borders of records: where the characters of a string are cut by a CONTINUE record, that record starts with
/// a byte that says anew whether they have one byte or two ([MS-XLS] 2.5.293).
/// </summary>
internal sealed class BiffTexts
{
    private const int Continue = 0x003C;

    private readonly BiffRecords _records;
    private int _at;

    public BiffTexts(BiffRecords records, int at)
    {
        _records = records;
        _at = at;
    }

    /// <summary>Appends a string that starts with a length of two bytes and its options; what rides behind it (formats, phonetics) is skipped.</summary>
    public void Append(TextBuffer target) => Append(target, U16());

    /// <summary>Appends a string whose length is known and whose options come next.</summary>
    public void Append(TextBuffer target, int length)
    {
        var options = Byte();
        var runs = (options & 8) != 0 ? U16() : 0;
        var extended = (options & 4) != 0 ? U16() | ((long)U16() << 16) : 0;
        AppendCharacters(target, length, (options & 1) != 0);
        Skip((runs * 4L) + extended);
    }

    public ushort U16()
    {
        var low = Byte();
        return (ushort)(low | (Byte() << 8));
    }

    private void AppendCharacters(TextBuffer target, int length, bool isWide)
    {
        while (length > 0)
        {
            if (_at >= _records.Data.Length)
            {
                NextRecord();
                isWide = (Byte() & 1) != 0;
                continue;
            }

            var rest = _records.Data[_at..];
            var size = isWide ? 2 : 1;
            var count = Math.Min(length, rest.Length / size);
            if (count == 0)
            {
                throw BiffRecords.Damaged("a text is cut inside a character");
            }

            for (var index = 0; index < count; index++)
            {
                target.Append(isWide ? (char)BinaryPrimitives.ReadUInt16LittleEndian(rest[(index * 2)..]) : (char)rest[index]);
            }

            _at += count * size;
            length -= count;
        }
    }

    private byte Byte()
    {
        while (_at >= _records.Data.Length)
        {
            NextRecord();
        }

        return _records.Data[_at++];
    }

    private void Skip(long count)
    {
        while (count > 0)
        {
            var here = Math.Min(count, _records.Data.Length - _at);
            _at += (int)here;
            count -= here;
            if (count > 0)
            {
                NextRecord();
            }
        }
    }

    private void NextRecord()
    {
        if (_records.Peek() != Continue || !_records.Read())
        {
            throw BiffRecords.Damaged("a text is cut");
        }

        _at = 0;
    }
}
