using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Splot.Tables.Tests.Writing;

public class WriterTests
{
    private static readonly OutputColumn[] Columns = [new("Title"), new("Amount", OutputKind.Amount), new("Start", OutputKind.Date)];

    [Fact]
    public async Task Csv_Rows_AreQuotedAndTyped()
    {
        var text = Encoding.UTF8.GetString(await CsvAsync(new CsvFormat(), "a \"b\"", "x,y"));

        Assert.Equal("\uFEFFTitle,Amount,Start\r\n\"a \"\"b\"\"\",-12.50,2020-01-31\r\n\"x,y\",-12.50,2020-01-31\r\n", text);
    }

    [Fact]
    public async Task Csv_Format_IsFollowed() =>
        Assert.Equal("Title;Amount;Start\r\na,b;-12.50;31/01/2020\r\n", Encoding.UTF8.GetString(await CsvAsync(new CsvFormat { Delimiter = ';', Mark = false, Dates = "dd'/'MM'/'yyyy" }, "a,b")));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+359 2 123")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public async Task AnyWriter_TextLikeAFormula_GetsAnApostrophe(string text)
    {
        var csv = Given.Rows(await CsvAsync(new CsvFormat(), text))[1][0];
        var xlsx = Given.Rows(await XlsxAsync(text))[1][0];

        Assert.Equal(('\'', '\''), (csv[0], xlsx[0]));
    }

    [Fact]
    public async Task Csv_TypedNegativeNumber_StaysANumber() => Assert.Equal("-12.50", Given.Rows(await CsvAsync(new CsvFormat(), "x"))[1][1]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnyWriter_TypedPair_KeepsItsMinus(bool workbook)
    {
        var stream = new MemoryStream();
        OutputColumn[] columns = [new OutputColumn("Place"), new OutputColumn("None")];
        await using (TableWriter writer = workbook ? new XlsxTableWriter(stream, columns) : new CsvTableWriter(stream, columns))
        {
            writer.Pair((-9.0491m, 53.2944m));
            writer.Pair(null);
            await writer.EndRowAsync(TestContext.Current.CancellationToken);
            await writer.CompleteAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal("-9.0491, 53.2944", Given.Rows(stream.ToArray())[1][0]);
    }

    [Fact]
    public async Task Xlsx_Rows_ComeBackTyped()
    {
        using var file = Given.File(await XlsxAsync("Zażółć & <Ж>"));
        using var reader = file.Read();
        reader.Read(TestContext.Current.CancellationToken);
        reader.Read(TestContext.Current.CancellationToken);

        Assert.Equal(
            (2L, "Zażółć & <Ж>", CellKind.Number, -12.5m, CellKind.Date, new DateOnly(2020, 1, 31)),
            (reader.Row.Number, reader.Row[0].ToString(), reader.Row.Cell(1).Kind, reader.Row.Cell(1).Number, reader.Row.Cell(2).Kind, reader.Row.Cell(2).Date));
    }

    [Fact]
    public async Task Xlsx_SheetNameThatWorkbooksForbid_IsPutRight()
    {
        var stream = new MemoryStream();
        await using (var writer = new XlsxTableWriter(stream, Columns, "'Projects: [all] / \"2014–2020\" and a very long name'"))
        {
            await writer.CompleteAsync(TestContext.Current.CancellationToken);
        }

        using var file = Given.File(stream.ToArray());

        Assert.Equal("Projects all  \"2014–2020\" and", file.Sheet);
    }

    [Fact]
    public async Task Xlsx_TextLongerThanACell_IsCutVisibly() => Assert.Equal('…', Given.Rows(await XlsxAsync(new string('x', 40_000)))[1][0][^1]);

    [Fact]
    public async Task Xlsx_TextThatLooksEscaped_ComesBackAsItIs() => Assert.Equal("a_x0041_b _x", Given.Rows(await XlsxAsync("a_x0041_b _x"))[1][0]);

    [Fact]
    public async Task Xlsx_WithoutCompletion_IsNoWorkbook()
    {
        var stream = new MemoryStream();
        await using (var writer = new XlsxTableWriter(stream, Columns))
        {
            for (var row = 0; row < 5000; row++)
            {
                writer.Text("text");
                await writer.EndRowAsync(TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal(RefusalCodes.Damaged, Given.Refusal(stream.ToArray()).Code);
    }

    [Fact]
    public async Task AnyWriter_TooManyCells_Throws()
    {
        await using var writer = new CsvTableWriter(new MemoryStream(), [new OutputColumn("A")]);
        writer.Text("a");

        Assert.Throws<InvalidOperationException>(() => writer.Number(1));
    }

    [Fact]
    public async Task AnyWriter_OnAStreamWithoutSynchronousWrites_Works()
    {
        var stream = new AsynchronousStream();
        await using (TableWriter csv = new CsvTableWriter(stream, Columns), xlsx = new XlsxTableWriter(stream, Columns))
        {
            foreach (var writer in new[] { csv, xlsx })
            {
                for (var row = 0; row < 5000; row++)
                {
                    writer.Text("text of row " + row);
                    await writer.EndRowAsync(TestContext.Current.CancellationToken);
                }

                await writer.CompleteAsync(TestContext.Current.CancellationToken);
            }
        }

        Assert.True(stream.Written > 100_000);
    }

    [Fact]
    public void AnyWriter_WhateverText_ComesBack()
    {
        var character = Gen.Elements('a', 'ź', 'Ж', '"', ',', ';', '\n', ' ', '&', '<', '>', '_', 'x', '\uD83D', '\uDE00', '\u0001', '=', '\'');
        var cells = Gen.NonEmptyListOf(Gen.ArrayOf(character).Select(characters => new string(characters)));

        Prop.ForAll(cells.ToArbitrary(), texts => TextsComeBackAsync([.. texts]).GetAwaiter().GetResult()).Check(Given.Property);
    }

    private static async Task<bool> TextsComeBackAsync(string[] texts)
    {
        // Lone surrogates, control characters and formula starts are changed on purpose.
        var expected = texts.Select(text => Expected(text)).ToArray();
        var csv = Given.Rows(await CsvAsync(new CsvFormat(), texts)).Skip(1).Select(row => row[0]);
        var xlsx = Given.Rows(await XlsxAsync(texts)).Skip(1).Select(row => row[0]);
        return csv.SequenceEqual(expected) && xlsx.SequenceEqual(expected);
    }

    private static string Expected(string text)
    {
        var guarded = FormulaGuard.LooksLikeFormula(text) ? "'" + text : text;
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(guarded)).Replace('\u0001', ' ');
    }

    private static async Task<byte[]> CsvAsync(CsvFormat format, params string[] texts)
    {
        var stream = new MemoryStream();
        await using var writer = new CsvTableWriter(stream, Columns, format);
        return await WriteAsync(writer, stream, texts);
    }

    private static async Task<byte[]> XlsxAsync(params string[] texts)
    {
        var stream = new MemoryStream();
        await using var writer = new XlsxTableWriter(stream, Columns);
        return await WriteAsync(writer, stream, texts);
    }

    private static async Task<byte[]> WriteAsync(TableWriter writer, MemoryStream stream, string[] texts)
    {
        foreach (var text in texts)
        {
            writer.Text(text);
            writer.Number(-12.50m);
            writer.Date(new DateOnly(2020, 1, 31));
            await writer.EndRowAsync(TestContext.Current.CancellationToken);
        }

        await writer.CompleteAsync(TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    /// <summary>As the body of a web response: every synchronous write is a mistake.</summary>
    private sealed class AsynchronousStream : Stream
    {
        public long Written { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Written;
            set => throw new NotSupportedException();
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Flush() => throw new InvalidOperationException("synchronous");

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("synchronous");
    }
}
