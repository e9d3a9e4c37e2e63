using System.Buffers.Binary;
using System.Text;

namespace Splot.Tables.Tests.Xls;

/// <summary>Writes small binary workbooks (BIFF8), record by record.</summary>
internal sealed class XlsBytes
{
    private readonly List<(string Name, List<byte[]> Records, byte State)> _sheets = [];
    private readonly List<string> _strings = [];

    public bool From1904 { get; set; }

    public bool Encrypted { get; set; }

    public ushort Version { get; set; } = 0x0600;

    public XlsBytes Sheet(string name, params byte[][] records)
    {
        _sheets.Add((name, [.. records], 0));
        return this;
    }

    public XlsBytes HiddenSheet(string name, params byte[][] records)
    {
        _sheets.Add((name, [.. records], 1));
        return this;
    }

    /// <summary>A text cell through the table of strings.</summary>
    public byte[] Shared(int row, int column, string text)
    {
        _strings.Add(text);
        return Cell(0x00FD, row, column, 0, U32((uint)_strings.Count - 1));
    }

    public static byte[] Number(int row, int column, double value, int style = 0) => Cell(0x0203, row, column, style, BitConverter.GetBytes(value));

    public static byte[] Rk(int row, int column, uint rk, int style = 0) => Cell(0x027E, row, column, style, U32(rk));

    public static byte[] MulRk(int row, int column, params uint[] values) =>
        Record(0x00BD, [.. U16(row), .. U16(column), .. values.SelectMany(rk => (byte[])[.. U16(0), .. U32(rk)]), .. U16(column + values.Length - 1)]);

    public static byte[] Formula(int row, int column, double value) => Cell(0x0006, row, column, 0, [.. BitConverter.GetBytes(value), .. new byte[6]]);

    public static byte[] TextFormula(int row, int column, string text) =>
        [.. Cell(0x0006, row, column, 0, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF, .. new byte[6]]), .. Record(0x0207, Text(text))];

    public static byte[] Label(int row, int column, string text) => Cell(0x0204, row, column, 0, Text(text));

    public static byte[] Boolean(int row, int column, bool value) => Cell(0x0205, row, column, 0, [value ? (byte)1 : (byte)0, 0]);

    public static byte[] Error(int row, int column) => Cell(0x0205, row, column, 0, [0x2A, 1]);

    public byte[] ToArray(int stringRecordLength = 8000) => CompoundBytes.Of("Workbook", Stream(stringRecordLength));

    public byte[] Stream(int stringRecordLength)
    {
        var head = new List<byte>();
        head.AddRange(Record(0x0809, [.. U16(Version), .. U16(5), .. new byte[12]]));
        if (Encrypted)
        {
            head.AddRange(Record(0x002F, new byte[6]));
        }

        head.AddRange(Record(0x0022, U16(From1904 ? 1 : 0)));
        head.AddRange(Record(0x041E, [.. U16(164), .. Text("dd\\/mm\\/yyyy")]));
        foreach (var format in new[] { 0, 14, 164, 9 })
        {
            head.AddRange(Record(0x00E0, [.. U16(0), .. U16(format), .. new byte[16]]));
        }

        var strings = Strings(stringRecordLength);
        var sheetHeads = _sheets.Sum(sheet => 4 + 8 + sheet.Name.Length);
        var position = head.Count + sheetHeads + strings.Length + 4;
        var bodies = new List<byte>();
        foreach (var (name, records, state) in _sheets)
        {
            head.AddRange(Record(0x0085, [.. U32((uint)(position + bodies.Count)), state, 0, (byte)name.Length, 0, .. Encoding.Latin1.GetBytes(name)]));
            bodies.AddRange(Record(0x0809, [.. U16(Version), .. U16(0x10), .. new byte[12]]));
            records.ForEach(bodies.AddRange);
            bodies.AddRange(Record(0x000A, []));
        }

        return [.. head, .. strings, .. Record(0x000A, []), .. bodies];
    }

    /// <summary>The table of strings, cut into CONTINUE records of at most so many bytes; a cut inside characters repeats their width.</summary>
    private byte[] Strings(int recordLength)
    {
        var records = new List<byte>();
        var current = new List<byte>();
        var type = 0x00FC;
        current.AddRange(U32((uint)_strings.Count));
        current.AddRange(U32((uint)_strings.Count));
        foreach (var text in _strings)
        {
            var isWide = text.Any(character => character > 0xFF);
            if (current.Count + 3 > recordLength)
            {
                Close();
            }

            current.AddRange(U16(text.Length));
            current.Add(isWide ? (byte)1 : (byte)0);
            foreach (var character in text)
            {
                if (current.Count + 2 > recordLength)
                {
                    Close();
                    current.Add(isWide ? (byte)1 : (byte)0);
                }

                current.Add((byte)character);
                if (isWide)
                {
                    current.Add((byte)(character >> 8));
                }
            }
        }

        Close();
        return [.. records];

        void Close()
        {
            records.AddRange(Record(type, [.. current]));
            current.Clear();
            type = 0x003C;
        }
    }

    private static byte[] Cell(int type, int row, int column, int style, byte[] rest) => Record(type, [.. U16(row), .. U16(column), .. U16(style), .. rest]);

    private static byte[] Record(int type, byte[] data) => [.. U16(type), .. U16(data.Length), .. data];

    private static byte[] Text(string text) => [.. U16(text.Length), 1, .. Encoding.Unicode.GetBytes(text)];

    private static byte[] U16(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        return bytes;
    }

    private static byte[] U32(uint value) => BitConverter.GetBytes(value);
}
