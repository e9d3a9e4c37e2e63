using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Contracts.Demo;
using Splot.Data;
using Splot.Kernel;

namespace Splot.Access.Demo;

/// <summary>
/// Three invented organisations of a region, with an account in every role, and wherever there are offices somebody to head the whole organisation, a team and to answer for
/// personal data. None of them has a password: the demo's doors alone lead in, to the first of each role.
/// </summary>
internal sealed class DemoAccounts(MainStore store, TimeProvider clock) : IDemoPreset
{
    /// <summary>The end of every address of the demo; no mail can go there (RFC 2606).</summary>
    public const string Domain = "@demo.invalid";

    private const string Centre = "demo-centre";
    private const string Municipality = "demo-municipality";
    private const string Welfare = "demo-welfare";

    private static readonly (Role Role, string Name, string? Organisation, string? Unit)[] People =
    [
        (Role.SystemAdministrator, "Zenon Zmyślony", null, null),
        (Role.RegionalCoordinator, "Jagna Umowna", Centre, null),
        (Role.MunicipalOfficer, "Bożydar Fikcyjny", Municipality, null),
        (Role.FrontOfficeClerk, "Kalina Próbna", Municipality, "demo-front-1"),
        (Role.SocialWorker, "Radosław Przykładny", Welfare, "demo-team-1"),
        (Role.UnitHead, "Teofila Niebyła", Welfare, null),
        (Role.ManagingAuthorityOfficer, "Ziemowit Testowy", Centre, null),
        (Role.ProjectManager, "Lubomiła Pozorna", Centre, null),
        (Role.Accountant, "Wit Wymyślony", Centre, null),
        (Role.Trainer, "Dobrawa Szkicowa", Centre, null),
        (Role.Provider, "Mścisław Modelowy", Municipality, null),
        (Role.Publisher, "Halszka Makietowa", Centre, null),
        (Role.Auditor, "Świętosława Wzorcowa", Centre, null),
        (Role.DataProtectionOfficer, "Gniewko Hipotetyczny", Welfare, null),
    ];

    // Nobody's door leads to them; they are told of emergency accesses, and are colleagues to choose among.
    private static readonly (string Address, Role Role, string Name, string Organisation, string? Unit)[] Others =
    [
        ("municipality", Role.UnitHead, "Wacława Nieistniejąca", Municipality, null),
        ("municipality", Role.DataProtectionOfficer, "Ludomir Domniemany", Municipality, null),
        ("front-1", Role.UnitHead, "Zbyluta Pomyślana", Municipality, "demo-front-1"),
        ("team-1", Role.UnitHead, "Sobiesław Zmyślny", Welfare, "demo-team-1"),
    ];

    public static string AddressOf(Role role) => role.Code() + Domain;

    public Task<DemoOutcome> LoadAsync(CancellationToken cancellation) => store.WriteAsync<DemoOutcome>(
        async session =>
        {
            var context = session.Context<AccessContext>();
            // Whoever was invited and whatever was added since belongs to the demo.
            if (await context.Organisations.AnyAsync(o => o.Demo, cancellation))
            {
                return new DemoOutcome.AlreadyLoaded();
            }

            if (await context.Accounts.AnyAsync(cancellation) || await context.Organisations.AnyAsync(cancellation))
            {
                return new DemoOutcome.Refused("The store has accounts or organisations that are not the demo's; start the demo with another --data folder.");
            }

            AddOrganisations(context);
            AddPeople(context);
            return new DemoOutcome.Loaded(People.Length + Others.Length);
        },
        cancellation);

    private static void AddOrganisations(AccessContext context)
    {
        context.Organisations.AddRange(
            Of(Centre, "regional-centre", "Regionalny Ośrodek Polityki Społecznej w Wymyślinie", "PL81", "/PL/PL8/PL81/", null),
            Of(Municipality, "municipality", "Gmina Zmyślona", "PL814", "/PL/PL8/PL81/PL814/", null),
            Of(Welfare, "social-assistance-centre", "Ośrodek Pomocy Społecznej w Zmyślonej", "PL814", "/PL/PL8/PL81/PL814/", Municipality));
        context.Units.AddRange(
            UnitOf("demo-front-1", Municipality, "front-office", "Punkt obsługi mieszkańców nr 1"),
            UnitOf("demo-front-2", Municipality, "front-office", "Punkt obsługi mieszkańców nr 2"),
            UnitOf("demo-team-1", Welfare, "team", "Zespół pracy socjalnej"),
            UnitOf("demo-team-2", Welfare, "team", "Zespół asysty rodzinnej"));
    }

    private void AddPeople(AccessContext context)
    {
        var now = clock.GetUtcNow();
        var others = Others.Select(o => (AddressOf(o.Role).Replace(Domain, "-" + o.Address + Domain, StringComparison.Ordinal), o.Role, o.Name, (string?)o.Organisation, o.Unit));
        foreach (var (address, role, name, organisation, unit) in People.Select(p => (AddressOf(p.Role), p.Role, p.Name, p.Organisation, p.Unit)).Concat(others))
        {
            var id = Secrets.NewId(now);
            context.Accounts.Add(new Account { Id = id, Email = address, EmailKey = address, Name = name, Language = Language.Polish.Code(), CreatedAt = now.ToUnixTimeMilliseconds() });
            context.Grants.Add(new Grant
            {
                Id = Secrets.NewId(now),
                AccountId = id,
                Role = role.Code(),
                OrganisationId = organisation,
                UnitId = unit,
                FromDay = DateOnly.FromDateTime(now.UtcDateTime).DayNumber,
                GrantedAt = now.ToUnixTimeMilliseconds(),
            });
        }
    }

    private static Organisation Of(string id, string kind, string name, string place, string path, string? parent)
    {
        var organisation = new Organisation { Id = id, Kind = kind, Name = name, NameKey = TextFold.Fold(name), Country = "PL", Place = place, PlacePath = path, ParentId = parent, Demo = true };
        organisation.Rename(name, 0, 0);
        return organisation;
    }

    private static Unit UnitOf(string id, string organisation, string kind, string name) => new() { Id = id, OrganisationId = organisation, Kind = kind, Name = name };
}
