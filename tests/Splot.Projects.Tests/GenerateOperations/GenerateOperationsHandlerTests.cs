using Splot.Projects.GenerateOperations;

namespace Splot.Projects.Tests.GenerateOperations;

public sealed class GenerateOperationsHandlerTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "splot-generate-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Run_Operations_WritesOneFilePerList()
    {
        Run(new GenerateOperationsOptions(200, 0, folder));

        Assert.Equal(
            ["operations-bg-2014.csv", "operations-bg-2021.csv", "operations-ie-2021.csv", "operations-pl-2014.csv", "operations-pl-2021.csv"],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(200)]
    [InlineData(9999)]
    public void Run_Operations_WritesExactlyAsMany(int operations)
    {
        var written = Assert.IsType<GenerateOperationsOutcome.Written>(Run(new GenerateOperationsOptions(operations, 0, folder)));

        Assert.Equal(operations, written.Lists.Sum(list => File.ReadLines(list.Path).Count() - 1));
    }

    [Fact]
    public void Run_Outcome_TellsRowsAndBytesOfEachFile()
    {
        var written = Assert.IsType<GenerateOperationsOutcome.Written>(Run(new GenerateOperationsOptions(100, 0, folder)));

        Assert.All(written.Lists, list => Assert.Equal((File.ReadLines(list.Path).Count() - 1, new FileInfo(list.Path).Length), (list.Operations, list.Bytes)));
    }

    [Fact]
    public void Run_SameSeed_GivesTheSameBytes()
    {
        var options = new GenerateOperationsOptions(300, 0, folder) { Seed = 5 };
        var first = Assert.IsType<GenerateOperationsOutcome.Written>(Run(options)).Lists.Select(list => File.ReadAllBytes(list.Path)).ToArray();

        var second = Assert.IsType<GenerateOperationsOutcome.Written>(Run(options)).Lists.Select(list => File.ReadAllBytes(list.Path)).ToArray();

        Assert.Equal(first, second);
    }

    [Fact]
    public void Run_Participations_AreRefusedAndNothingIsWritten()
    {
        var outcome = Run(new GenerateOperationsOptions(10, 1, folder));

        Assert.Equal((true, false), (outcome is GenerateOperationsOutcome.Refused { Reason.Length: > 0 }, Directory.Exists(folder)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000_000)]
    public void Run_CountOutOfRange_IsRefused(int operations) =>
        Assert.IsType<GenerateOperationsOutcome.Refused>(Run(new GenerateOperationsOptions(operations, 0, folder)));

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void Run_SummaryLengthOutOfRange_IsRefused(int words) =>
        Assert.IsType<GenerateOperationsOutcome.Refused>(Run(new GenerateOperationsOptions(10, 0, folder) { SummaryWords = words }));

    [Fact]
    public void Run_FolderThatIsAFile_IsRefused()
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "taken");
        File.WriteAllText(file, "");

        Assert.IsType<GenerateOperationsOutcome.Refused>(Run(new GenerateOperationsOptions(10, 0, file)));
    }

    [Fact]
    public void Run_Cancelled_LeavesNoUnfinishedFile()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => GenerateOperationsHandler.Run(new GenerateOperationsOptions(20_000, 0, folder), null, cancelled.Token));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void Run_Progress_AddsUpToAllOperations()
    {
        var progress = new Sum();

        GenerateOperationsHandler.Run(new GenerateOperationsOptions(12_345, 0, folder), progress, CancellationToken.None);

        Assert.Equal(12_345, progress.Total);
    }

    [Fact]
    public void RunDemo_Folder_HoldsThePreset()
    {
        var written = Assert.IsType<GenerateOperationsOutcome.Written>(GenerateOperationsHandler.RunDemo(folder));

        Assert.Equal(("invented.ndjson", 240), (Path.GetFileName(written.Lists[0].Path), File.ReadLines(written.Lists[0].Path).Count()));
    }

    private static GenerateOperationsOutcome Run(GenerateOperationsOptions options) => GenerateOperationsHandler.Run(options, null, CancellationToken.None);

    private sealed class Sum : IProgress<int>
    {
        public int Total { get; private set; }

        public void Report(int value) => Total += value;
    }
}
