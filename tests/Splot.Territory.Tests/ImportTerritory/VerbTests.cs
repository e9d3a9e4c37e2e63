using Splot.Data;
using Splot.Data.Terminal;
using Splot.Testing;

namespace Splot.Territory.Tests.ImportTerritory;

public class VerbTests
{
    private const string NewTown = Files.UnitHeader + "lau\tRSE99\tBG323\t2027-01-01\t\tobshtina\tbg\tНова\n";
    private const string Outline = """{"type":"FeatureCollection","features":[{"properties":{"code":"BG323"},"geometry":{"type":"Polygon","coordinates":[[[25,43],[26,43],[26,44],[25,43]]]}}]}""";

    [Theory]
    [InlineData("import territory", NewTown, ExitCode.Done)]
    [InlineData("import territory", "no table", ExitCode.Refused)]
    [InlineData("import boundaries", Outline, ExitCode.Done)]
    [InlineData("import boundaries", "{", ExitCode.Refused)]
    public async Task Import_File_ExitsByItsOutcome(string verb, string content, int exit)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("file"), content);

        var (code, answer, progress) = await RunAsync(verb, folder.File("file"));

        Assert.Equal((exit, exit == ExitCode.Done, exit != ExitCode.Done), (code, answer.Length > 0, progress.Length > 0));
    }

    [Theory]
    [InlineData("import territory")]
    [InlineData("import boundaries")]
    public async Task Import_MissingFile_IsWrongUsage(string verb) => await Assert.ThrowsAsync<UsageException>(() => RunAsync(verb, "no-such-file"));

    [Theory]
    [InlineData("import territory")]
    [InlineData("import boundaries")]
    public async Task Import_NoFileNamed_IsWrongUsage(string verb) => await Assert.ThrowsAsync<UsageException>(() => RunAsync(verb));

    [Theory]
    [InlineData("import territory")]
    [InlineData("import boundaries")]
    public async Task Import_FileWithoutEnd_IsRefusedWithoutReadingItAll(string verb)
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no file without an end here.");

        Assert.Equal(ExitCode.Refused, (await RunAsync(verb, "/dev/zero")).Code);
    }

    private static async Task<(int Code, string Answer, string Progress)> RunAsync(string verb, params string[] arguments)
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite, s => s.AddTerritory());
        using var answer = new StringWriter();
        using var progress = new StringWriter();
        var found = stores.Get<IEnumerable<Verb>>().Single(v => v.Name == verb);

        var code = await found.RunAsync(new VerbCall(arguments, new Dictionary<string, string>(), TextReader.Null, Stream.Null, answer, progress, stores.Services), CancellationToken.None);

        return (code, answer.ToString(), progress.ToString());
    }
}
