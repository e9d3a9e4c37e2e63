using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Desk.Drafts;
using Splot.Testing;

namespace Splot.Desk.Tests.Forms;

public sealed class DraftTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Typed = new(StringComparer.Ordinal) { ["name"] = ["Zmyślona"], ["langs"] = ["pl", "bg"] };

    [Theory, EachEngine]
    public async Task Draft_Kept_IsFoundAsItWasTyped(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var id = await Keep(app, "a");

        var found = await Drafts(app).FindAsync("a", "form", id, CancellationToken.None);

        Assert.Equal(["Zmyślona", "pl", "bg"], found!.Values["name"].Concat(found.Values["langs"]));
    }

    [Fact]
    public async Task Draft_InTheStore_IsNotReadable()
    {
        await using var app = await SplotApp.StartAsync();
        await Keep(app, "a");

        var content = await app.Services.GetRequiredService<MainStore>().ReadAsync(
            async s =>
            {
                await using var command = s.Command("SELECT content FROM desk_draft");
                return (byte[])(await command.ExecuteScalarAsync())!;
            },
            CancellationToken.None);

        Assert.DoesNotContain("Zmy", System.Text.Encoding.UTF8.GetString(content), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b", "form")]
    [InlineData("a", "other")]
    public async Task Draft_OfSomebodyElseOrAnotherForm_IsUnknown(string account, string form)
    {
        await using var app = await SplotApp.StartAsync();
        var id = await Keep(app, "a");

        Assert.Null(await Drafts(app).FindAsync(account, form, id, CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Draft_Claimed_IsClaimedOnceUntilAMinuteHasPassed(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var id = await Keep(app, "a");

        var first = await Drafts(app).ClaimAsync("a", id, CancellationToken.None);
        var second = await Drafts(app).ClaimAsync("a", id, CancellationToken.None);
        app.Clock.Leap(TimeSpan.FromSeconds(61));

        Assert.Equal((true, false, true), (first, second, await Drafts(app).ClaimAsync("a", id, CancellationToken.None)));
    }

    [Fact]
    public async Task Draft_Released_CanBeClaimedAgain()
    {
        await using var app = await SplotApp.StartAsync();
        var id = await Keep(app, "a");
        await Drafts(app).ClaimAsync("a", id, CancellationToken.None);

        await Drafts(app).ReleaseAsync("a", id, CancellationToken.None);

        Assert.True(await Drafts(app).ClaimAsync("a", id, CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Draft_ThirtyDaysOld_IsGoneForItsOwnerAndFromTheStore(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var id = await Keep(app, "a");
        app.Clock.Leap(IDrafts.Lasts);

        var found = await Drafts(app).FindAsync("a", "form", id, CancellationToken.None);

        Assert.Equal((null, 1), (found, await app.Services.GetRequiredService<KeptDrafts>().RemoveOldAsync(CancellationToken.None)));
    }

    private static IDrafts Drafts(SplotApp app) => app.Services.GetRequiredService<IDrafts>();

    private static Task<string> Keep(SplotApp app, string account) => Drafts(app).SaveAsync(account, "form", "/desk/x/new", Typed, null, CancellationToken.None);
}
