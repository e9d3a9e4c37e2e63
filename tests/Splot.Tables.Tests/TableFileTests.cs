using System.Text;

namespace Splot.Tables.Tests;

public class TableFileTests
{
    [Fact]
    public void Open_StreamLargerThanMemory_IsReadTwice()
    {
        var text = string.Concat(Enumerable.Range(0, 60_000).Select(row => $"row {row};{row * 3};some text to fill the row with\r\n"));
        using var file = Given.File(Encoding.UTF8.GetBytes(text));

        Assert.Equal((60_000, 60_000), (Given.Rows(file).Length, Given.Rows(file).Length));
    }

    [Fact]
    public void Open_FileOverTheLimit_IsRefused() =>
        Assert.Equal(RefusalCodes.TooLarge, Given.Refusal(new byte[5000], new TableOptions { Limits = new TableLimits { FileBytes = 4000 } }).Code);

    [Fact]
    public void Open_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => TableFile.Open(new MemoryStream("Żółw;b\n1;2\n"u8.ToArray()), cancellation: source.Token));
    }

    [Fact]
    public void Read_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        using var file = Given.File("a;b\n1;2\n");
        using var reader = file.Read();

        Assert.ThrowsAny<OperationCanceledException>(() => reader.Read(source.Token));
    }

    [Fact]
    public void Open_Folder_IsRefused() =>
        Assert.Equal(RefusalCodes.Unreadable, Assert.IsType<TableOpening.Refused>(TableFile.Open(Path.GetTempPath(), cancellation: TestContext.Current.CancellationToken)).Refusal.Code);

    [Fact]
    public void Cell_BeyondTheRow_IsEmpty()
    {
        using var file = Given.File("a;b\n");
        using var reader = file.Read();
        reader.Read(TestContext.Current.CancellationToken);

        Assert.Equal((CellKind.Empty, true, true), (reader.Row.Cell(9).Kind, reader.Row[9].IsEmpty, reader.Row[-1].IsEmpty));
    }

    [Fact]
    public void Read_RowWithFewerOrMoreCells_SaysHowMany()
    {
        using var file = Given.File("a;b;c\n1;2\n1;2;3;4\n");
        using var reader = file.Read();
        var counts = new List<int>();
        while (reader.Read(TestContext.Current.CancellationToken))
        {
            counts.Add(reader.Row.Count);
        }

        Assert.Equal([3, 2, 4], counts);
    }
}
