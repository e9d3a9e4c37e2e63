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

    [Theory, EachEngine]
    public async Task SentForm_AnHourOld_IsGoneForItsOwnerAndFromTheStore(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var sent = await Keep(app, "a", IDrafts.SentForm);
        await Keep(app, "a");
        Assert.Equal(["form"], (await app.Services.GetRequiredService<KeptDrafts>().OfAsync("a", CancellationToken.None)).Select(d => d.Form));
        Assert.NotNull(await Drafts(app).FindAsync("a", IDrafts.SentForm, sent, CancellationToken.None));
        app.Clock.Leap(IDrafts.SentLasts);

        var found = await Drafts(app).FindAsync("a", IDrafts.SentForm, sent, CancellationToken.None);

        Assert.Equal((null, 1), (found, await app.Services.GetRequiredService<KeptDrafts>().RemoveOldAsync(CancellationToken.None)));
    }

    [Theory, EachEngine]
    public async Task SentForms_PushOutNoDrafts(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var draft = await Keep(app, "a");
        var sent = new List<string>();
        for (var i = 0; i <= KeptDrafts.MostSent; i++)
        {
            app.Clock.Leap(TimeSpan.FromSeconds(1));
            sent.Add(await Keep(app, "a", IDrafts.SentForm));
        }

        Assert.NotNull(await Drafts(app).FindAsync("a", "form", draft, CancellationToken.None));
        Assert.Null(await Drafts(app).FindAsync("a", IDrafts.SentForm, sent[0], CancellationToken.None));
        Assert.NotNull(await Drafts(app).FindAsync("a", IDrafts.SentForm, sent[1], CancellationToken.None));
    }

    private static IDrafts Drafts(SplotApp app) => app.Services.GetRequiredService<IDrafts>();

    private static Task<string> Keep(SplotApp app, string account, string form = "form") => Drafts(app).SaveAsync(account, form, "/desk/x/new", Typed, null, CancellationToken.None);
}
