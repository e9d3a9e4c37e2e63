using Splot.Data.Terminal;
using Splot.Testing;

namespace Splot.Data.Tests.Terminal;

public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task File_UntilComplete_LeavesWhatWasThere()
    {
        await File.WriteAllTextAsync(folder.File("out"), "former");
        await using (var file = OutputFile.Create(folder.File("out"), "--out"))
        {
            await file.Stream.WriteAsync("new"u8.ToArray());
        }

        Assert.Equal("former", await File.ReadAllTextAsync(folder.File("out")));
        Assert.Equal([folder.File("out")], Directory.EnumerateFileSystemEntries(folder.Location));
    }

    [Fact]
    public async Task File_Complete_TakesThePlace()
    {
        await File.WriteAllTextAsync(folder.File("out"), "former");
        await using (var file = OutputFile.Create(folder.File("out"), "--out"))
        {
            await file.Stream.WriteAsync("new"u8.ToArray());
            await file.CompleteAsync(CancellationToken.None);
        }

        Assert.Equal("new", await File.ReadAllTextAsync(folder.File("out")));
        Assert.Equal([folder.File("out")], Directory.EnumerateFileSystemEntries(folder.Location));
    }

    [Theory]
    [InlineData("")]
    [InlineData("absent/out")]
    [InlineData("out/")]
    public void File_WhereNoneCanBe_IsWrongUsage(string path) =>
        Assert.Contains("--out", Assert.Throws<UsageException>(() => OutputFile.Create(Path.Combine(folder.Location, path), "--out")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task File_ThatIsADevice_StaysOne()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "There are no devices here.");
        await using (var file = OutputFile.Create("/dev/null", "--out"))
        {
            await file.Stream.WriteAsync("new"u8.ToArray());
            await file.CompleteAsync(CancellationToken.None);
        }

        Assert.Equal("", await File.ReadAllTextAsync("/dev/null"));
        Assert.False(File.Exists("/dev/null.part"));
    }
}
