using Splot.Data;
using Splot.Kernel;
using Splot.Persons.InformSubject;
using Splot.Persons.KeepClauses;
using Splot.Persons.KeepConsents;
using Splot.Persons.Tests.Vault;
using Splot.Testing;

namespace Splot.Persons.Tests.SubjectRights;

public class ClauseTests
{
    private static readonly Dictionary<Language, ClauseText> Texts = new() { [Language.Polish] = new("Klauzula", "Treść.") };

    [Theory, EachEngine]
    public async Task Version_OnceMade_StaysAsItWas(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await MakeAsync(vault, 0, Texts);

        Assert.Equal(new MakeClauseOutcome.Made(2), await MakeAsync(vault, 1, new Dictionary<Language, ClauseText> { [Language.Polish] = new("Klauzula", "Inna treść.") }));

        Assert.Equal(("Treść.", "Inna treść."), ((await TextAsync(vault, 1))!.Text, (await TextAsync(vault, 2))!.Text));
    }

    [Theory, EachEngine]
    public async Task Version_MadeOnAnOlderOne_IsRefused(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await MakeAsync(vault, 0, Texts);
        var other = new Dictionary<Language, ClauseText> { [Language.English] = new("Clause", "Text.") };
        await MakeAsync(vault, 1, other);

        Assert.Equal(new MakeClauseOutcome.Superseded(2), await MakeAsync(vault, 1, Texts));
        Assert.IsType<MakeClauseOutcome.CodeTaken>(await MakeAsync(vault, 0, Texts));
        Assert.IsType<MakeClauseOutcome.Unchanged>(await MakeAsync(vault, 2, other));
        Assert.IsType<MakeClauseOutcome.Unknown>(await vault.Get<MakeClauseHandler>().HandleAsync(new MakeClause(VaultFixture.Centre, "no-such", 1, Texts, VaultFixture.Clerk), CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Clause_OfAnotherOrganisation_CannotBeKept(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await Offices.ClauseAsync(vault, VaultFixture.Town, "clients");
        var keeper = VaultFixture.By(VaultFixture.CentreOnly);

        Assert.IsType<MakeClauseOutcome.Unknown>(await vault.Get<MakeClauseHandler>().HandleAsync(new MakeClause(VaultFixture.Town, "clients", 1, Texts, keeper), CancellationToken.None));
        Assert.Empty(await vault.Get<ReadClausesHandler>().HandleAsync(new ReadClause(VaultFixture.Town, "clients", keeper), CancellationToken.None));
        Assert.Empty((await vault.Get<ReadClausesHandler>().HandleAsync(new ListClauses(keeper, null, 10), CancellationToken.None)).Rows);
    }

    [Theory, EachEngine]
    public async Task Clause_OfAnotherOrganisation_IsNotGivenToThisOnesPeople(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        await Offices.ClauseAsync(vault, VaultFixture.Town, "clients");
        await Offices.PurposeAsync(vault, VaultFixture.Town, "photos", "6-1-a", new DateOnly(2026, 1, 1));

        Assert.IsType<InformSubjectOutcome.UnknownClause>(await vault.Get<InformSubjectHandler>().HandleAsync(new InformSubject.InformSubject(anna, "clients", Language.Polish, VaultFixture.Clerk), CancellationToken.None));
        await Offices.ClauseAsync(vault, VaultFixture.Centre, "clients");
        Assert.IsType<ConsentOutcome.NoPurpose>(await vault.Get<KeepConsentsHandler>().HandleAsync(new RecordConsent(anna, "photos", "clients", 1, new DateOnly(2026, 3, 1), VaultFixture.Clerk), CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task List_PagedByKey_IsWholeAndShowsTheNewestVersions(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        foreach (var (organisation, code) in new[] { (VaultFixture.Centre, "b"), (VaultFixture.Town, "a"), (VaultFixture.Centre, "a"), (VaultFixture.Centre, "c") })
        {
            await Offices.ClauseAsync(vault, organisation, code);
        }

        await Offices.ClauseAsync(vault, VaultFixture.Town, "a");
        var (seen, after) = (new List<ClauseLine>(), (string?)null);
        do
        {
            var page = await vault.Get<ReadClausesHandler>().HandleAsync(new ListClauses(VaultFixture.Clerk, after, 2), CancellationToken.None);
            seen.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(["a 1", "a 2", "b 1", "c 1"], seen.Select(c => $"{c.Head.Code} {c.Head.Version}"));
        Assert.All(seen, c => Assert.Equal(["en", "pl"], c.Languages));
    }

    [Theory, EachEngine]
    public async Task Consents_OfAPerson_AreToldByNames(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        await Offices.ClauseAsync(vault, VaultFixture.Centre, "clients");
        await Offices.PurposeAsync(vault, VaultFixture.Centre, "photos", "6-1-a", new DateOnly(2026, 1, 1));
        await vault.Get<KeepConsentsHandler>().HandleAsync(new RecordConsent(anna, "photos", "clients", 1, new DateOnly(2026, 3, 1), VaultFixture.Clerk), CancellationToken.None);
        await vault.Get<InformSubjectHandler>().HandleAsync(new InformSubject.InformSubject(anna, "clients", Language.Polish, VaultFixture.Clerk), CancellationToken.None);

        var book = await vault.Get<ReadConsentsHandler>().HandleAsync(new ReadConsents(anna, VaultFixture.Clerk), CancellationToken.None);

        var consent = Assert.Single(book!.Consents);
        Assert.Equal(("Photos of events", "6-1-a", 1L), (consent.Purpose, consent.LegalBasis, consent.Clause.Version));
        Assert.Equal(("Klauzula informacyjna", "pl"), (Assert.Single(book.Informed).Clause.Title, book.Informed[0].Clause.Language));
    }

    [Theory, EachEngine]
    public async Task Making_AClause_IsRecordedWithItsOrganisation(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);

        await MakeAsync(vault, 0, Texts);

        Assert.Equal(1, await vault.NumberAsync("SELECT COUNT(*) FROM data_audit WHERE act = 'persons.make-clause' AND organisation = '0190000000007000800000000000c001' AND subject_id = 'clients'"));
    }

    private static Task<MakeClauseOutcome> MakeAsync(VaultFixture vault, long after, IReadOnlyDictionary<Language, ClauseText> texts) =>
        vault.Get<MakeClauseHandler>().HandleAsync(new MakeClause(VaultFixture.Centre, "clients", after, texts, VaultFixture.Clerk), CancellationToken.None);

    private static Task<ClauseReading?> TextAsync(VaultFixture vault, long version) =>
        vault.Get<ReadClausesHandler>().HandleAsync(new ReadClauseText(VaultFixture.Centre, "clients", version, "pl"), CancellationToken.None);
}
