using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Kernel;
using Splot.Persons.CorrectPerson;
using Splot.Persons.ErasePerson;
using Splot.Persons.InformSubject;
using Splot.Persons.KeepConsents;
using Splot.Persons.KeepRequests;
using Splot.Persons.PackSubjectData;
using Splot.Persons.Tests.Vault;
using Splot.Testing;

namespace Splot.Persons.Tests.SubjectRights;

public class SubjectRightsTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Theory, EachEngine]
    public async Task Inform_NewestVersion_IsWhatWasGiven(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        var handler = vault.Get<InformSubjectHandler>();
        await ClauseAsync(vault);

        Assert.Equal(2, await ClauseAsync(vault));
        Assert.Equal(new InformSubjectOutcome.Informed(2), await handler.HandleAsync(new InformSubject.InformSubject(anna, "clients", Language.Polish, VaultFixture.Clerk), CancellationToken.None));
        Assert.IsType<InformSubjectOutcome.UnknownClause>(await handler.HandleAsync(new InformSubject.InformSubject(anna, "clients", Language.Bulgarian, VaultFixture.Clerk), CancellationToken.None));
        Assert.IsType<InformSubjectOutcome.UnknownClause>(await handler.HandleAsync(new InformSubject.InformSubject(anna, "clients", Language.Polish, VaultFixture.Clerk, Version: 1), CancellationToken.None));
        Assert.IsType<InformSubjectOutcome.UnknownPerson>(await handler.HandleAsync(new InformSubject.InformSubject(new PersonId("unknown"), "clients", Language.Polish, VaultFixture.Clerk), CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Consent_OnAPurposeThatRestsOnIt_IsGivenAndWithdrawn(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        var handler = vault.Get<KeepConsentsHandler>();
        await ClauseAsync(vault);
        await PurposeAsync(vault, "photos", "6-1-a", Day);
        await PurposeAsync(vault, "accounts", "6-1-c", Day);

        var given = Assert.IsType<ConsentOutcome.Recorded>(await handler.HandleAsync(new RecordConsent(anna, "photos", "clients", 1, Day, VaultFixture.Clerk), CancellationToken.None));

        Assert.IsType<ConsentOutcome.NoPurpose>(await handler.HandleAsync(new RecordConsent(anna, "accounts", "clients", 1, Day, VaultFixture.Clerk), CancellationToken.None));
        Assert.IsType<ConsentOutcome.NoPurpose>(await handler.HandleAsync(new RecordConsent(anna, "photos", "clients", 1, Day.AddDays(-1), VaultFixture.Clerk), CancellationToken.None));
        Assert.IsType<ConsentOutcome.Unknown>(await handler.HandleAsync(new RecordConsent(anna, "photos", "clients", 9, Day, VaultFixture.Clerk), CancellationToken.None));
        Assert.IsType<ConsentOutcome.NotOpen>(await handler.HandleAsync(new WithdrawConsent(anna, given.Consent, Day.AddDays(-1), VaultFixture.Clerk), CancellationToken.None));
        Assert.Equal(given, await handler.HandleAsync(new WithdrawConsent(anna, given.Consent, Day, VaultFixture.Clerk), CancellationToken.None));
        Assert.IsType<ConsentOutcome.NotOpen>(await handler.HandleAsync(new WithdrawConsent(anna, given.Consent, Day, VaultFixture.Clerk), CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Objection_Decided_IsSealedWithItsPurposeAndDecidedOnce(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        var handler = vault.Get<KeepRequestsHandler>();

        var objection = Assert.IsType<RequestOutcome.Recorded>(await handler.HandleAsync(new ReceiveRequest(anna, "objection", Day, "Because of Niebylska", VaultFixture.Clerk) { Purpose = "photos" }, CancellationToken.None)).Request;
        var answer = new AnswerRequest(objection, true, Day, "Dear Niebylska", VaultFixture.Clerk);

        Assert.Equal(new RequestOutcome.Recorded(objection), await handler.HandleAsync(answer, CancellationToken.None));
        Assert.IsType<RequestOutcome.Answered>(await handler.HandleAsync(answer with { Granted = false }, CancellationToken.None));
        Assert.Equal("photos", await vault.QueryAsync(c => c.Requests.Select(r => r.Purpose).SingleAsync()));
        Assert.False(StoreBytes.Hold(await StoreBytes.ReadAsync(vault.Stores.Main), "Niebylska"), "The objection can be read in the store.");
    }

    [Theory, EachEngine]
    public async Task Pack_Person_HoldsEverythingOfTheVaultAndOfOtherRooms(Engine engine)
    {
        await using var vault = new VaultFixture(await TestStore.CreateAsync(engine, services => services.AddPersons().AddNeighbours().AddSingleton<ISubjectData, OtherRoom>()));
        var anna = await FullAsync(vault);

        Language.English.MakeCurrent();
        var packed = await vault.Get<PackSubjectDataHandler>().HandleAsync(new PackSubjectData.PackSubjectData(anna, VaultFixture.Clerk), CancellationToken.None);

        using var zip = new ZipArchive(new MemoryStream(packed!));
        Assert.Equal(["data.json", "data.html", "attachments/001-letter.txt"], zip.Entries.Select(e => e.FullName));
        using var json = JsonDocument.Parse(zip.GetEntry("data.json")!.Open());
        var sections = json.RootElement.GetProperty("sections").EnumerateArray().Select(s => s.GetProperty("section").GetString());
        Assert.Equal(["controller", "identity", "traits", "corrections", "informed", "consents", "requests", "other"], sections);
        Assert.Equal("1980-05-03", Entry("identity").GetProperty("birthDate").GetString());
        Assert.Equal("refused", Entry("traits").GetProperty("disability").GetString());
        var html = await new StreamReader(zip.GetEntry("data.html")!.Open()).ReadToEndAsync();
        Assert.All(["Wzorek", "Niebylska-Żółcińska", VaultFixture.Anna.Numbers[0].Value, "&lt;b&gt;no&lt;/b&gt;", "Photos of events", "Art. 6(1)(a)", "Klauzula informacyjna, version 1"], value => Assert.Contains(value, html, StringComparison.Ordinal));
        Assert.Contains("3 May 1980", System.Net.WebUtility.HtmlDecode(html).Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);

        JsonElement Entry(string section) => json.RootElement.GetProperty("sections").EnumerateArray().Single(s => s.GetProperty("section").GetString() == section).GetProperty("entries")[0];
    }

    [Theory, EachEngine]
    public async Task Pack_ErasedPerson_IsNothing(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await FullAsync(vault);

        await vault.Get<ErasePersonHandler>().HandleAsync(new ErasePerson.ErasePerson(anna, (await vault.RecordAsync(anna)).Version, false, VaultFixture.Clerk), CancellationToken.None);

        Assert.Null(await vault.Get<PackSubjectDataHandler>().HandleAsync(new PackSubjectData.PackSubjectData(anna, VaultFixture.Clerk), CancellationToken.None));
        Assert.Equal(0, await vault.QueryAsync(async c => await c.Consents.CountAsync() + await c.Informed.CountAsync()));
    }

    [Theory, EachEngine]
    public async Task Pack_UnknownPerson_IsNothingAndNobodyElses(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await FullAsync(vault);

        Assert.Null(await vault.Get<PackSubjectDataHandler>().HandleAsync(new PackSubjectData.PackSubjectData(new PersonId("unknown"), VaultFixture.Clerk), CancellationToken.None));
    }

    private static async Task<PersonId> FullAsync(VaultFixture vault)
    {
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        await vault.Get<RecordTraits.RecordTraitsHandler>().HandleAsync(new RecordTraits.RecordTraits(anna, 1, new Dictionary<string, TraitAnswer> { ["disability"] = TraitAnswer.Refused }, VaultFixture.Clerk), CancellationToken.None);
        await vault.Get<CorrectPersonHandler>().HandleAsync(new CorrectPerson.CorrectPerson(anna, 2, VaultFixture.Anna with { Surnames = "Wzorek" }, VaultFixture.Clerk), CancellationToken.None);
        await ClauseAsync(vault);
        await PurposeAsync(vault, "photos", "6-1-a", Day);
        await vault.Get<InformSubjectHandler>().HandleAsync(new InformSubject.InformSubject(anna, "clients", Language.Polish, VaultFixture.Clerk), CancellationToken.None);
        await vault.Get<KeepConsentsHandler>().HandleAsync(new RecordConsent(anna, "photos", "clients", 1, Day, VaultFixture.Clerk), CancellationToken.None);
        await vault.Get<KeepRequestsHandler>().HandleAsync(new ReceiveRequest(anna, "objection", Day, "<b>no</b>", VaultFixture.Clerk) { Purpose = "photos" }, CancellationToken.None);
        return anna;
    }

    private static Task<long> ClauseAsync(VaultFixture vault) => Offices.ClauseAsync(vault, VaultFixture.Centre, "clients");

    private static Task PurposeAsync(VaultFixture vault, string code, string basis, DateOnly from) => Offices.PurposeAsync(vault, VaultFixture.Centre, code, basis, from);

    private sealed class OtherRoom : ISubjectData
    {
        public Task<IReadOnlyList<SubjectSection>> CollectAsync(IReadOnlyCollection<PersonId> records, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<SubjectSection>>(
            [new SubjectSection("other", "Other", [[new SubjectField("value", "Value", "<i>")]]) { Attachments = [new SubjectAttachment("../letter.txt", "text/plain", new byte[] { 1 })] }]);
    }
}
