using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Kernel;
using Splot.Persons.InformSubject;
using Splot.Persons.KeepClauses;
using Splot.Persons.KeepConsents;
using Splot.Persons.KeepPurposes;
using Splot.Persons.Model;

namespace Splot.Persons.Demo;

/// <summary>Invented clauses and purposes of the demo's organisations; some of its people were informed, some consented, one took that back.</summary>
internal sealed class DemoClauses(
    IAccounts accounts, IOrganisations organisations, MakeClauseHandler clauses, KeepPurposesHandler purposes, InformSubjectHandler inform, KeepConsentsHandler consents, TimeProvider clock)
{
    public const string Code = "persons-served";
    public const string Photos = "photos";

    private static readonly (string Id, string Email)[] Organisations =
        [("demo-municipality", "iod.gmina@demo.invalid"), ("demo-welfare", "iod.ops@demo.invalid"), ("demo-centre", "iod.rops@demo.invalid")];

    private static readonly (string Code, PurposeState State)[] Purposes =
    [
        ("social-assistance", new(new DateOnly(2004, 5, 1), "Udzielanie pomocy społecznej (przykład)", "6-1-c", "Ustawa z dnia 12 marca 2004 r. o pomocy społecznej")),
        ("esf-plus", new(new DateOnly(2023, 1, 1), "Udział w projekcie Europejskiego Funduszu Społecznego Plus (przykład)", "6-1-c", "Rozporządzenie (UE) 2021/1057; ustawa z dnia 28 kwietnia 2022 r. o zasadach realizacji zadań finansowanych ze środków europejskich w perspektywie finansowej 2021–2027")),
        ("esf-plus-special", new(new DateOnly(2023, 1, 1), "Szczególne kategorie danych uczestników projektu (przykład)", "9-2-g", "Rozporządzenie (UE) 2021/1057, załącznik I")),
        (Photos, new(new DateOnly(2024, 1, 1), "Publikacja wizerunku z wydarzeń projektu (przykład)", LegalBases.Consent, "Zarządzenie w sprawie informowania o projektach (wymyślone)")),
    ];

    /// <summary>Declares and writes them, then tells of the people that were made.</summary>
    public async Task LoadAsync(IReadOnlyList<(PersonId Person, Doer By)> people, CancellationToken cancellation)
    {
        var names = await organisations.NamesAsync([.. Organisations.Select(o => o.Id)], cancellation);
        foreach (var (id, email) in Organisations)
        {
            var keeper = await accounts.WhoMayAsync(Acts.KeepClauses, new RecordPlace(id), cancellation) is [var first, ..] ? first.Id : "demo";
            var by = new Doer(new Sight { Account = keeper, Reach = new Reach { Everything = true } });
            foreach (var (code, state) in Purposes)
            {
                await purposes.HandleAsync(new DeclarePurpose(id, code, null, state, by), cancellation);
            }

            await clauses.HandleAsync(new MakeClause(id, Code, 0, DemoClauseTexts.Of(names.TryGetValue(id, out var known) ? known.Name : id, email), by), cancellation);
        }

        await TellAsync(people, cancellation);
    }

    private async Task TellAsync(IReadOnlyList<(PersonId Person, Doer By)> people, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        for (var i = 0; i < people.Count; i += 2)
        {
            await inform.HandleAsync(new InformSubject.InformSubject(people[i].Person, Code, i % 12 == 8 ? Language.Bulgarian : Language.Polish, people[i].By), cancellation);
        }

        for (var i = 0; i < people.Count; i += 4)
        {
            var given = await consents.HandleAsync(new RecordConsent(people[i].Person, Photos, Code, 1, today.AddDays(-i), people[i].By), cancellation);
            if (i == 4 && given is ConsentOutcome.Recorded recorded)
            {
                await consents.HandleAsync(new WithdrawConsent(people[i].Person, recorded.Consent, today.AddDays(-1), people[i].By), cancellation);
            }
        }
    }
}
