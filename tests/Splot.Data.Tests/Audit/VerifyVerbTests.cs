using System.Globalization;
using Splot.Data.Terminal;
using Splot.Testing;

namespace Splot.Data.Tests.Audit;

public class VerifyVerbTests
{
    [Theory, EachEngine]
    public async Task Verify_WholeChain_SaysHowMuchAndEndsWith0(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await stores.RecordAsync("a", "b");
        await stores.SealAsync();
        await stores.RecordAsync("c");

        var (code, answer) = await RunAsync(stores);

        Assert.Equal(ExitCode.Done, code);
        Assert.Matches(@"^The audit is whole: 2 entries checked in \d+\.\d s, against 1 anchors; 1 not sealed yet\.\n$", answer);
    }

    [Theory, EachEngine]
    public async Task Verify_NothingYet_IsWhole(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);

        Assert.Equal(ExitCode.Done, (await RunAsync(stores)).Code);
    }

    [Theory, EachEngine]
    public async Task Verify_BrokenChain_NamesTheEntryAndEndsWith1(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await stores.RecordAsync("a", "b", "c");
        await stores.SealAsync();
        await stores.TamperAsync("UPDATE data_audit SET reason = NULL WHERE id = 2");

        var (code, answer) = await RunAsync(stores);

        Assert.Equal(ExitCode.Refused, code);
        Assert.Matches(@"^Entry 2 \(id 2\) was changed: .+\nThe audit is broken: 1 entries before that checked in \d+\.\d s\.\n$", answer);
    }

    [Theory, EachEngine]
    public async Task Verify_MoreThanAPage_WalksItAll(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await stores.Main.WriteAsync(
            session =>
            {
                for (var i = 0; i < 4500; i++)
                {
                    session.Record(Auditing.FullEntry($"act {i}"));
                }

                return Task.CompletedTask;
            },
            CancellationToken.None);
        Assert.Equal(4500, await stores.SealAsync());

        Assert.Contains(" 4500 entries checked ", (await RunAsync(stores)).Answer, StringComparison.Ordinal);
        await stores.TamperAsync("DELETE FROM data_audit WHERE id = 4400");
        Assert.StartsWith("Entry 4400 (id 4400) is missing", (await RunAsync(stores)).Answer, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Answer)> RunAsync(TestStore stores)
    {
        await using var answer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var code = await AuditVerbs.Verify.RunAsync(new VerbCall([], new Dictionary<string, string>(), TextReader.Null, Stream.Null, answer, TextWriter.Null, stores.Services), CancellationToken.None);
        return (code, answer.ToString());
    }
}
