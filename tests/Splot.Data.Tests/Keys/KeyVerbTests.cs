using System.Globalization;
using Splot.Data.Terminal;
using Splot.Testing;

namespace Splot.Data.Tests.Keys;

public class KeyVerbTests
{
    [Theory, EachEngine]
    public async Task Status_BeforeAnythingWasSealed_SaysSoAndMakesNoKey(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);

        Assert.Equal("Nothing was sealed in this store yet, so it has no master key.\n", await RunAsync(stores, KeyVerbs.Status));
        Assert.Empty(KeyRingTests.Files(stores));
    }

    [Theory, EachEngine]
    public async Task Rotate_WhileARingIsInUse_MakesANewKeyThatStatusCallsCurrent(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await KeyRingTests.ReadyAsync(stores.Get<KeyRing>());

        var answer = await RunAsync(stores, KeyVerbs.Rotate);

        var names = KeyRingTests.Files(stores).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(2, names.Count);
        Assert.Equal($"{names[1]} is the master key from now on.\n", answer);
        var status = await RunAsync(stores, KeyVerbs.Status);
        Assert.Matches($@"^{names[0]}  since [-0-9: ]+ UTC  older  seals nothing any more\n{names[1]}  since [-0-9: ]+ UTC  current  seals nothing yet\n$", status);
    }

    [Theory, EachEngine]
    public async Task Rotate_IsKeptInTheAudit(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);

        await RunAsync(stores, KeyVerbs.Rotate);

        var current = (await stores.Get<KeyRing>().UsesAsync([], CancellationToken.None)).Single(u => u.IsCurrent);
        Assert.Equal(["data.rotate-key terminal " + current.Key], await ActsAsync(stores));
    }

    [Fact]
    public async Task Rotate_WithTheKeyInTheEnvironment_SaysWhatToDoInstead()
    {
        await using var stores = await TestStore.CreateAsync(Engine.Sqlite);
        using var ring = new KeyRing(stores.Main, stores.Options with { MasterKey = "correct horse" }, stores.Clock);

        var refusal = await Assert.ThrowsAsync<RequirementException>(() => ring.RotateAsync(CancellationToken.None));

        Assert.Contains("SPLOT_KEY", Failures.Sentence(refusal), StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(TestStore stores, Verb verb)
    {
        await using var answer = new StringWriter(CultureInfo.InvariantCulture);
        var call = new VerbCall([], new Dictionary<string, string>(StringComparer.Ordinal), TextReader.Null, Stream.Null, answer, TextWriter.Null, stores.Services);
        Assert.Equal(ExitCode.Done, await verb.RunAsync(call, CancellationToken.None));
        return answer.ToString().ReplaceLineEndings("\n");
    }

    private static Task<List<string>> ActsAsync(TestStore stores) => stores.Main.ReadAsync(
        async session =>
        {
            var acts = new List<string>();
            await using var command = session.Command("SELECT act, actor_kind, subject_id FROM data_audit ORDER BY id");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                acts.Add($"{reader.GetString(0)} {reader.GetString(1)} {reader.GetString(2)}");
            }

            return acts;
        },
        CancellationToken.None);
}
