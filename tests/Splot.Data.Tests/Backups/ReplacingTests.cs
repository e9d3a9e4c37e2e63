using Splot.Testing;

namespace Splot.Data.Tests.Backups;

public sealed class ReplacingTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Swap_OverOtherFiles_KeepsThemBesideTheNewOnes()
    {
        var staged = Staged(("main.db", "new"), ("keys/a", "new key"));
        Put("main.db", "old");
        Put("backups/b", "old backup");
        Put("archive.zip", "archive");

        var kept = new Replacing().Swap(Data, staged, [Path.Combine(Data, "archive.zip")], Now);
        Replacing.Unstage(staged);

        Assert.Equal(Path.Combine(Data, "replaced-20260601-080000"), kept);
        Assert.Equal(
            ["archive.zip=archive", "keys/a=new key", "main.db=new", "replaced-20260601-080000/backups/b=old backup", "replaced-20260601-080000/main.db=old"],
            Content());
    }

    [Fact]
    public void Swap_ThatFailsHalfWay_IsTakenBack()
    {
        var staged = Staged(("main.db", "new"), ("public.db", "new"));
        Put("main.db", "old");
        Put("public.db", "old");
        var before = Content();
        var replacing = new Replacing();

        // What is kept out of the swap stands in the way of the new file.
        Assert.ThrowsAny<IOException>(() => replacing.Swap(Data, staged, [Path.Combine(Data, "main.db")], Now));
        replacing.Undo();

        Assert.Equal(before, Content());
    }

    [Fact]
    public void Stage_AfterAProcessThatWasKilled_RemovesWhatItLeft()
    {
        Put(".restoring-abc/main.db", "left");

        Replacing.Unstage(Replacing.Stage(Data));

        Assert.False(Directory.Exists(Data));
    }

    private string Staged(params (string Path, string Text)[] files)
    {
        var staged = Replacing.Stage(Data);
        foreach (var (path, text) in files)
        {
            Write(Path.Combine(staged, path), text);
        }

        return staged;
    }

    private void Put(string path, string text) => Write(Path.Combine(Data, path), text);

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private List<string> Content() =>
        [.. Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Data, f).Replace('\\', '/') + "=" + File.ReadAllText(f)).Order(StringComparer.Ordinal)];
}
