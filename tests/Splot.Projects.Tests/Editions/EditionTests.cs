using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Projects.DecidePublication;
using Splot.Projects.Editions;
using Splot.Testing;

namespace Splot.Projects.Tests.Editions;

public class EditionTests
{
    [Theory, EachEngine]
    public async Task Import_RichOperation_IsPublishedWithEveryField(Engine engine)
    {
        await using var registry = await Registry.CreateAsync(engine);
        var rich = RichOperation.Create();

        await registry.ImportAsync("List", "2026-01-01", rich);

        var published = (await registry.PublishedAsync())[rich.Id].Document!;
        Assert.Equal(
            OperationJson.Write(RichOperation.WithoutGivenIds(Exact.Document(rich))),
            OperationJson.Write(RichOperation.WithoutGivenIds(published)));
    }

    [Theory, EachEngine]
    public async Task Import_NotYetCurrent_IsSeenByNobody(Engine engine)
    {
        await using var registry = await Registry.CreateAsync(engine);
        var begun = (BeginOutcome.Begun)await registry.BeginAsync("List", "2026-01-01");

        await begun.Writer.WriteAsync([new OperationDraft(Registry.Operation("pl-1"))], 2, CancellationToken.None);

        Assert.Null((await registry.PublishedAsync())["pl-1"].Document);
    }

    [Theory, EachEngine]
    public async Task Import_First_WritesNoHistory(Engine engine)
    {
        await using var registry = await Registry.CreateAsync(engine);

        await registry.ImportAsync("List", "2026-01-01", Registry.Operation("pl-1"));

        Assert.Empty(await registry.Get<IPublishedOperations>().HistoryAsync("pl-1", CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Import_NewerEdition_UpdatesWithHistoryOfChangedFields(Engine engine)
    {
        await using var registry = await Registry.CreateAsync(engine);
        await registry.ImportAsync("List", "2026-01-01", Registry.Operation("pl-1"));

        await registry.ImportAsync("List", "2026-05-01", Registry.Operation("pl-1", total: 2000m));

        var operation = (await registry.PublishedAsync())["pl-1"];
        Assert.Equal(2000m, operation.Document!.Budget!.Amount);
        Assert.Equal(
            [("budget.amount", "1000.50", "2000.00", "Ministry"), ("budget.eur", "1000.50", "2000.00", "Ministry")],
            operation.Changes.OrderBy(c => c.Field, StringComparer.Ordinal).Select(c => (c.Field, c.Old!, c.New!, c.Source)));
    }

    [Theory, EachEngine]
    public async Task Import_NewerEditionWithoutAnOperation_WithdrawsIt(Engine engine)
    {
        await using var registry = await Registry.CreateAsync(engine);
        await registry.ImportAsync("List", "2026-01-01", Registry.Operation("pl-1"), Registry.Operation("pl-2"));

        await registry.ImportAsync("List", "2026-05-01", Registry.Operation("pl-2"));

        var gone = (await registry.PublishedAsync())["pl-1"];
        Assert.Null(gone.Document);
        Assert.Equal(new WithdrawnReason(null, "List", new DateOnly(2026, 5, 1)), WithdrawnReason.Parse(gone.WithdrawnReason));
    }

    [Theory, EachEngine]
    public async Task Import_OperationThatComesBack_IsPublishedAgain(Engine engine)
    {
        await using var registry = await Registry.CreateAsync(engine);
        await registry.ImportAsync("List", "2026-01-01", Registry.Operation("pl-1"));
        await registry.ImportAsync("List", "2026-05-01", Registry.Operation("pl-2"));

        await registry.ImportAsync("List", "2026-09-01", Registry.Operation("pl-1"), Registry.Operation("pl-2"));

        Assert.NotNull((await registry.PublishedAsync())["pl-1"].Document);
    }

    [Theory, EachEngine]
    public async Task Import_SameFileTwice_ChangesNothing(Engine engine)
    {
        await using var registry = await Registry.CreateAsync(engine);
        await registry.ImportAsync("List", "2026-01-01", Registry.Operation("pl-1"));

        Assert.IsType<BeginOutcome.AlreadyHeld>(await registry.ImportAsync("List", "2026-01-01", Registry.Operation("pl-1")));
    }

    [Theory, EachEngine]
    public async Task Import_OlderEdition_IsRefused(Engine engine)
    {
        await using var registry = await Registry.CreateAsync(engine);
        await registry.ImportAsync("List", "2026-05-01", Registry.Operation("pl-1"));

        Assert.IsType<BeginOutcome.Older>(await registry.ImportAsync("List", "2026-01-01", Registry.Operation("pl-2")));
    }

    [Theory, EachEngine]
    public async Task Import_SameCodeInTwoLists_ShowsNewerValuesAndBothSources(Engine engine)
    {
        await using var registry = await Registry.CreateAsync(engine);
        await registry.ImportAsync("New list", "2026-05-01", Registry.Operation("pl-1", "New title"));

        await registry.ImportAsync("Old list", "2026-01-01", Registry.Operation("pl-1", "Old title"));

        var document = (await registry.PublishedAsync())["pl-1"].Document!;
        Assert.Equal(("New title", "New list", "Old list"), (document.Title["en"], document.Source!.List, Assert.Single(document.OtherSources).List));
    }

    [Theory, EachEngine]
    public async Task Import_Interrupted_GoesOnBehindTheLastCommittedRow(Engine engine)
    {
        await using var registry = await Registry.CreateAsync(engine);
        var begun = (BeginOutcome.Begun)await registry.BeginAsync("List", "2026-01-01");
        await begun.Writer.WriteAsync([new OperationDraft(Registry.Operation("pl-1"))], 2, CancellationToken.None);

        var again = (BeginOutcome.Begun)await registry.BeginAsync("List", "2026-01-01");

        Assert.True(again.Resumed);
        Assert.Equal(2, again.Writer.Edition.LastRow);
    }

    [Theory, EachEngine]
    public async Task Import_OtherFileAfterAnInterruption_LeavesNothingOfTheFirst(Engine engine)
    {
        await using var registry = await Registry.CreateAsync(engine);
        var begun = (BeginOutcome.Begun)await registry.BeginAsync("List", "2026-01-01");
        await begun.Writer.WriteAsync([new OperationDraft(Registry.Operation("pl-1"))], 2, CancellationToken.None);

        await registry.ImportAsync("List", "2026-02-01", Registry.Operation("pl-2"));
        await registry.Get<EditionCleanup>().RunAsync(CancellationToken.None);

        Assert.Equal(["pl-2"], (await registry.PublishedAsync()).Keys);
    }

    [Theory, EachEngine]
    public async Task Withdraw_ByCodeWithCyrillicLetter_ShowsTheReason(Engine engine)
    {
        await using var registry = await Registry.CreateAsync(engine);
        await registry.ImportAsync("List", "2026-01-01", Registry.Operation("bg-c01") with { LocalId = "BG05SFPR002-2.002-0109-С01" });

        var outcome = await registry.Get<DecidePublicationHandler>().HandleAsync(new("BG05SFPR002-2.002-0109-C01", Show: false, "Asked for by the beneficiary"), CancellationToken.None);

        Assert.Equal(new DecidePublicationOutcome.Decided("bg-c01"), outcome);
        Assert.Equal("Asked for by the beneficiary", (await registry.PublishedAsync())["bg-c01"].WithdrawnReason);
    }

    [Theory, EachEngine]
    public async Task PersonName_TwoYearsAfterFirstPublication_IsNotTakenFromALaterEdition(Engine engine)
    {
        await using var registry = await Registry.CreateAsync(engine);
        registry.Clock.MoveTo(new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero));
        var document = Registry.Operation("pl-1") with { Beneficiary = new PartyDocument { NaturalPerson = true } };
        await WriteWithNameAsync(registry, "2026-01-01", document);
        Assert.Equal("Jan Zmyślony", (await registry.PublishedAsync())["pl-1"].PersonName);

        registry.Clock.MoveTo(new DateTimeOffset(2028, 1, 2, 12, 0, 0, TimeSpan.Zero));
        await WriteWithNameAsync(registry, "2028-01-02", document with { Theme = "x" });

        Assert.Null((await registry.PublishedAsync())["pl-1"].PersonName);
    }

    private static async Task WriteWithNameAsync(Registry registry, string date, OperationDocument document)
    {
        var begun = (BeginOutcome.Begun)await registry.BeginAsync("List", date, document);
        await begun.Writer.WriteAsync([new OperationDraft(document) { PersonName = "Jan Zmyślony" }], 2, CancellationToken.None);
        await begun.Writer.MakeCurrentAsync(CancellationToken.None);
    }
}
