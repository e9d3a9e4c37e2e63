using Splot.Data;
using Splot.Kernel;
using Splot.Persons.KeepConsents;
using Splot.Persons.KeepPurposes;
using Splot.Persons.Tests.Vault;
using Splot.Testing;

namespace Splot.Persons.Tests.SubjectRights;

public class PurposeTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);
    private static readonly DateOnly Turn = new(2026, 4, 1);

    [Theory, EachEngine]
    public async Task Change_FromADayOn_LeavesWhatWasBefore(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await Offices.PurposeAsync(vault, VaultFixture.Centre, "photos", "6-1-a", Start);

        Assert.IsType<PurposeOutcome.Kept>(await DeclareAsync(vault, Start, Turn, "6-1-e"));

        var states = await StatesAsync(vault);
        Assert.Equal([("6-1-e", Turn, null), ("6-1-a", Start, (DateOnly?)Turn.AddDays(-1))], states.Select(s => (s.LegalBasis, s.From, s.To)));
    }

    [Theory, EachEngine]
    public async Task Consent_AfterThePurposeRestsOnSomethingElse_CannotBeRecorded(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        await Offices.ClauseAsync(vault, VaultFixture.Centre, "clients");
        await Offices.PurposeAsync(vault, VaultFixture.Centre, "photos", "6-1-a", Start);
        await DeclareAsync(vault, Start, Turn, "6-1-e");
        var consents = vault.Get<KeepConsentsHandler>();

        Assert.IsType<ConsentOutcome.Recorded>(await consents.HandleAsync(new RecordConsent(anna, "photos", "clients", 1, Turn.AddDays(-1), VaultFixture.Clerk), CancellationToken.None));
        Assert.IsType<ConsentOutcome.NoPurpose>(await consents.HandleAsync(new RecordConsent(anna, "photos", "clients", 1, Turn, VaultFixture.Clerk), CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Change_ThatDoesNotFit_IsRefused(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await Offices.PurposeAsync(vault, VaultFixture.Centre, "photos", "6-1-a", Start);

        Assert.IsType<PurposeOutcome.CodeTaken>(await DeclareAsync(vault, null, Turn, "6-1-a"));
        Assert.Equal(new PurposeOutcome.TooEarly(Start), await DeclareAsync(vault, Start, Start, "6-1-e"));
        Assert.IsType<PurposeOutcome.Superseded>(await DeclareAsync(vault, Start.AddDays(-1), Turn, "6-1-e"));
        Assert.IsType<PurposeOutcome.Unknown>(await DeclareAsync(vault, Start, Turn, "6-1-e", "no-such"));
    }

    [Theory, EachEngine]
    public async Task End_Purpose_IsDoneOnceAndMovesItToTheEnded(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await Offices.PurposeAsync(vault, VaultFixture.Centre, "photos", "6-1-a", Start);
        var (handler, end) = (vault.Get<KeepPurposesHandler>(), new EndPurpose(VaultFixture.Centre, "photos", Start, Turn, VaultFixture.Clerk));

        Assert.Equal(new PurposeOutcome.TooEarly(Start), await handler.HandleAsync(end with { LastDay = Start.AddDays(-1) }, CancellationToken.None));
        Assert.IsType<PurposeOutcome.Kept>(await handler.HandleAsync(end, CancellationToken.None));
        Assert.Equal(new PurposeOutcome.Ended(Turn), await handler.HandleAsync(end, CancellationToken.None));

        Assert.Equal((0, 1), ((await ListAsync(vault, over: false)).Count, (await ListAsync(vault, over: true)).Count));
    }

    [Theory, EachEngine]
    public async Task Purpose_OfAnotherOrganisation_CannotBeKept(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await Offices.PurposeAsync(vault, VaultFixture.Town, "photos", "6-1-a", Start);
        var keeper = VaultFixture.By(VaultFixture.CentreOnly);
        var handler = vault.Get<KeepPurposesHandler>();

        Assert.IsType<PurposeOutcome.Unknown>(await handler.HandleAsync(new EndPurpose(VaultFixture.Town, "photos", Start, Turn, keeper), CancellationToken.None));
        Assert.IsType<PurposeOutcome.Unknown>(await handler.HandleAsync(new DeclarePurpose(VaultFixture.Town, "photos", Start, new PurposeState(Turn, "x", "6-1-e", "x"), keeper), CancellationToken.None));
        Assert.Empty(await vault.Get<ReadPurposesHandler>().HandleAsync(new ReadPurpose(VaultFixture.Town, "photos", keeper), CancellationToken.None));
        Assert.Empty((await vault.Get<ReadPurposesHandler>().HandleAsync(new ListPurposes(false, keeper, null, 10), CancellationToken.None)).Rows);
    }

    [Theory, EachEngine]
    public async Task Declaring_APurpose_IsRecordedWithItsOrganisation(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);

        await Offices.PurposeAsync(vault, VaultFixture.Centre, "photos", "6-1-a", Start);

        Assert.Equal(1, await vault.NumberAsync("SELECT COUNT(*) FROM data_audit WHERE act = 'persons.declare-purpose' AND organisation = '0190000000007000800000000000c001' AND subject_id = 'photos'"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("bg")]
    public void LegalBases_InEveryLanguage_NameTheirArticle(string language)
    {
        var words = Languages.Parse(language)!.Value.Speak(() => LegalBases.All.Select(LegalBases.Words).ToList());

        Assert.Equal(16, words.Distinct(StringComparer.Ordinal).Count());
        Assert.All(words, w => Assert.Matches("^(Art|art|чл)\\. [69]", w));
    }

    private static Task<PurposeOutcome> DeclareAsync(VaultFixture vault, DateOnly? since, DateOnly from, string basis, string code = "photos") => vault.Get<KeepPurposesHandler>().HandleAsync(
        new DeclarePurpose(VaultFixture.Centre, code, since, new PurposeState(from, "Photos of events", basis, "a test"), VaultFixture.Clerk), CancellationToken.None);

    private static Task<IReadOnlyList<PurposeLine>> StatesAsync(VaultFixture vault) =>
        vault.Get<ReadPurposesHandler>().HandleAsync(new ReadPurpose(VaultFixture.Centre, "photos", VaultFixture.Clerk), CancellationToken.None);

    private static async Task<IReadOnlyList<PurposeLine>> ListAsync(VaultFixture vault, bool over) =>
        (await vault.Get<ReadPurposesHandler>().HandleAsync(new ListPurposes(over, VaultFixture.Clerk, null, 10), CancellationToken.None)).Rows;
}
