using Splot.Data;
using Splot.Data.Terminal;
using Splot.Kernel;
using Splot.Portal.ReportError;
using Splot.Testing;

namespace Splot.Portal.Tests.ReportError;

public sealed class ReportVerbsTests
{
    [Theory, EachEngine]
    public async Task Reports_Listed_StandInFullTheOldestFirst(Engine engine)
    {
        await using var stores = await WithTwoAsync(engine);

        var (code, answer) = await RunAsync(stores, ReportVerbs.List);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(
            ["1\t2026-06-01 08:00Z\tdata\tpl\t/projects/a\tkept until 2026-11-28", "    Two", "    lines", "2\t2026-06-01 08:00Z\tsite\ten\t-\tkept until 2026-11-28", "    One"],
            answer.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
    }

    [Theory, EachEngine]
    public async Task Remove_ByNumber_RemovesThatOne(Engine engine)
    {
        await using var stores = await WithTwoAsync(engine);

        Assert.Equal(ExitCode.Done, (await RunAsync(stores, ReportVerbs.Remove, "1")).Code);
        Assert.Equal(ExitCode.Refused, (await RunAsync(stores, ReportVerbs.Remove, "1")).Code);
        Assert.StartsWith("2\t", (await RunAsync(stores, ReportVerbs.List)).Answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("one")]
    [InlineData("-1")]
    public async Task Remove_WithoutANumber_IsWrongUsage(params string[] arguments)
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite, s => s.AddPortal());

        Assert.Equal(ExitCode.Usage, (await RunAsync(stores, ReportVerbs.Remove, arguments)).Code);
    }

    private static async Task<TestStore> WithTwoAsync(Engine engine)
    {
        var stores = await TestStore.CreateAsync(engine, s => s.AddPortal());
        var handler = stores.Get<ReportErrorHandler>();
        await handler.HandleAsync(new ErrorReport("data", "/projects/a", "Two\nlines", Language.Polish), CancellationToken.None);
        await handler.HandleAsync(new ErrorReport("site", null, "One", Language.English), CancellationToken.None);
        return stores;
    }

    private static async Task<(int Code, string Answer)> RunAsync(TestStore stores, Verb verb, params string[] arguments)
    {
        using var answer = new StringWriter();
        using var progress = new StringWriter();
        var call = new VerbCall(arguments, new Dictionary<string, string>(StringComparer.Ordinal), TextReader.Null, Stream.Null, answer, progress, stores.Services);
        return (await verb.RunAsync(call, CancellationToken.None), answer.ToString());
    }
}
