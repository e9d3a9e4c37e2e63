using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.CreatePerson;
using Splot.Persons.KeepRequests;
using Splot.Persons.Model;
using Splot.Persons.RestrictPerson;
using Splot.Persons.Vault;
using Splot.Testing;

namespace Splot.Persons.Tests.Endpoints;

/// <summary>The demo, with a further organisation in another region, and a record of every kind in every place that a reach can tell apart.</summary>
internal sealed class GuardedWorld(SplotApp app)
{
    private const string Far = "demo-far", FarUnit = "demo-far-1", Operation = "operation-1", OtherOperation = "operation-2";

    private static readonly string[] ByOperation = [.. Roles.All.Where(r => Acts.SeePersons.ScopeOf(r) == Scope.Operation).Select(r => r.Code())];

    private static readonly Dictionary<string, string> Territories = new(StringComparer.Ordinal)
    {
        ["demo-centre"] = "/PL/PL8/PL81/",
        ["demo-municipality"] = "/PL/PL8/PL81/PL814/",
        ["demo-welfare"] = "/PL/PL8/PL81/PL814/",
        [Far] = "/PL/PL9/",
    };

    public SplotApp App => app;

    public IReadOnlyList<Seat> Seats { get; private set; } = [];

    public List<Guarded> Records { get; } = [];

    /// <param name="app">The demo.</param>
    /// <param name="moved">True where everybody who is held in an organisation sits in one front office, works for the other operation; else as the demo has it.</param>
    public static async Task<GuardedWorld> MakeAsync(SplotApp app, bool moved)
    {
        var world = new GuardedWorld(app);
        await world.RunAsync(
            $"INSERT INTO access_organisation (id, kind, name, name_key, country, place, place_path, from_day, demo, version) SELECT '{Far}', kind, 'Far and Away', 'far and away', country, 'PL9', '/PL/PL9/', from_day, demo, version FROM access_organisation WHERE id = 'demo-centre'",
            $"INSERT INTO access_organisation_name (organisation_id, from_day, to_day, name, name_key) SELECT '{Far}', from_day, to_day, 'Far and Away', 'far and away' FROM access_organisation_name WHERE organisation_id = 'demo-centre'",
            $"INSERT INTO access_unit (id, organisation_id, kind, name, from_day) SELECT '{FarUnit}', '{Far}', 'team', 'Faraway team', MIN(from_day) FROM access_unit",
            "INSERT INTO access_unit (id, organisation_id, kind, name, from_day) SELECT 'demo-centre-1', 'demo-centre', 'team', 'Central team', MIN(from_day) FROM access_unit",
            $"INSERT INTO persons_clause (organisation_id, code, version, language, title, text, made_at, made_by) SELECT '{Far}', code, version, language, title, text, made_at, made_by FROM persons_clause WHERE organisation_id = 'demo-centre'",
            $"INSERT INTO persons_purpose (id, organisation_id, code, valid_from, valid_to, name, legal_basis, source) SELECT 'far' || id, '{Far}', code, valid_from, valid_to, name, legal_basis, source FROM persons_purpose WHERE organisation_id = 'demo-centre'",
            $"UPDATE access_grant SET operation_id = '{(moved ? OtherOperation : Operation)}' WHERE role IN ('{string.Join("','", ByOperation)}')",
            "INSERT INTO access_account (id, email, email_key, name, language, created_at, totp_step, failures) VALUES ('faraway', 'faraway@demo.invalid', 'faraway@demo.invalid', 'Faraway Person', 'pl', 1, 0, 0)",
            $"INSERT INTO access_grant (id, account_id, role, organisation_id, unit_id, from_day, granted_at) VALUES ('faraway', 'faraway', 'social-worker', '{Far}', '{FarUnit}', 1, 1)");
        if (moved)
        {
            var doors = string.Join("','", Roles.All.Select(r => r.Code() + "@demo.invalid"));
            await world.RunAsync($"UPDATE access_grant SET organisation_id = 'demo-municipality', unit_id = 'demo-front-1' WHERE organisation_id IS NOT NULL AND account_id IN (SELECT id FROM access_account WHERE email IN ('{doors}'))");
        }

        await world.SeatAsync();
        await world.AddPersonsAsync();
        world.AddOrganisations();
        await world.AddImportAsync();
        await world.AddAccountsAsync();
        await world.AddOwnAsync();
        return world;
    }

    /// <summary>Every row that an act could change, by kind and id, as text.</summary>
    public async Task<IReadOnlyDictionary<(string Kind, string Id), string>> RowsAsync()
    {
        var rows = new Dictionary<(string, string), string>();
        foreach (var (kind, table, key) in ((string, string, string)[])[("person", "persons_person", "id"), ("person", "persons_request", "person_id"), ("person", "persons_trait", "person_id"), ("person", "persons_consent", "person_id"), ("person", "persons_informed", "person_id"),
            ("person", "persons_named_reader", "person_id"), ("person", "persons_emergency", "person_id"), ("account", "access_account", "id"), ("account", "access_grant", "account_id"), ("account", "access_stand_in", "absent_id"),
            ("organisation", "access_organisation", "id"), ("organisation", "access_organisation_name", "organisation_id"), ("organisation", "access_unit", "organisation_id"), ("clauses", "persons_clause", "organisation_id"), ("purposes", "persons_purpose", "organisation_id")])
        {
            foreach (var row in await ReadAsync($"SELECT * FROM {table}"))
            {
                var at = (kind, row[key]);
                rows[at] = rows.GetValueOrDefault(at) + table + " " + string.Join('|', row.Where(c => c.Key is not ("signed_in_at" or "failures")).Select(c => c.Value)) + "\n";
            }
        }

        return rows.ToDictionary(r => r.Key, r => string.Join('\n', r.Value.Split('\n').Order(StringComparer.Ordinal)));
    }

    public Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> ReadAsync(string sql) => app.Services.GetRequiredService<MainStore>().ReadAsync<IReadOnlyList<IReadOnlyDictionary<string, string>>>(
        async session =>
        {
            await using var command = session.Command(sql);
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<IReadOnlyDictionary<string, string>>();
            while (await reader.ReadAsync())
            {
                rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture) ?? ""));
            }

            return rows;
        },
        CancellationToken.None);

    private Task RunAsync(params string[] statements) => app.Services.GetRequiredService<MainStore>().WriteAsync(
        async session =>
        {
            foreach (var sql in statements)
            {
                await using var command = session.Command(sql);
                await command.ExecuteNonQueryAsync();
            }
        },
        CancellationToken.None);

    private async Task SeatAsync()
    {
        var held = await ReadAsync("SELECT g.role, a.id, g.organisation_id, o.place_path, g.unit_id, g.operation_id, a.email FROM access_grant g JOIN access_account a ON a.id = g.account_id LEFT JOIN access_organisation o ON o.id = g.organisation_id");
        Seats = [.. Roles.All.Select(role => held.Single(h => h["email"] == role.Code() + "@demo.invalid")).Select(h => new Seat(Roles.Parse(h["role"])!.Value, h["id"], Or(h["organisation_id"]), Or(h["place_path"]), Or(h["unit_id"]), Or(h["operation_id"])))];
    }

    private static string? Or(string text) => text.Length == 0 ? null : text;

    private async Task AddPersonsAsync()
    {
        var (provider, worker, head, officer) = (SeatOf(Role.Provider).Account, SeatOf(Role.SocialWorker).Account, SeatOf(Role.UnitHead).Account, SeatOf(Role.DataProtectionOfficer).Account);
        (string Name, string Organisation, string? Unit, string? Keeper, string? Operation, string[] Named)[] people =
        [
            ("Alfa", "demo-welfare", "demo-team-1", null, null, []), ("Bravo", "demo-welfare", "demo-team-2", null, Operation, []), ("Celta", "demo-municipality", "demo-front-1", null, null, []),
            ("Delta", "demo-municipality", "demo-front-2", provider, OtherOperation, []), ("Echo", Far, FarUnit, null, null, []), ("Fox", "demo-welfare", null, null, null, []), ("Golf", "demo-welfare", "demo-team-1", null, Operation, [head, officer]),
            ("Hotel", "demo-municipality", "demo-front-1", null, OtherOperation, [head, officer]), ("India", "demo-welfare", "demo-team-1", null, null, [worker]), ("Juliet", "demo-municipality", "demo-front-1", null, null, [worker]),
        ];
        var by = new Doer(new Sight { Account = "world", Reach = new Reach { Everything = true } }, Reason: "a test");
        foreach (var p in people)
        {
            var identity = new PersonIdentity { FirstNames = "Anna", Surnames = "Guarded" + p.Name, BirthDate = new DateOnly(1980, 1, 1 + p.Name[0] - 'A') };
            var made = await app.Services.GetRequiredService<CreatePersonHandler>().HandleAsync(
                new CreatePerson.CreatePerson(p.Organisation, p.Unit, p.Keeper, identity, by.Sight, true, by) { Operations = p.Operation is null ? [] : [p.Operation] }, CancellationToken.None);
            var person = Assert.IsType<CreatePersonOutcome.Created>(made).Person;
            if (p.Named.Length > 0)
            {
                var hidden = await app.Services.GetRequiredService<RestrictPersonHandler>().HandleAsync(new RestrictPerson.RestrictPerson(person, 1, true, [.. p.Named, "world"], by), CancellationToken.None);
                Assert.IsType<ChangeOutcome.Changed>(hidden);
            }

            await app.Services.GetRequiredService<KeepRequestsHandler>().HandleAsync(new ReceiveRequest(person, RequestKind.Access, DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime), "asked by Guarded" + p.Name, by), CancellationToken.None);
            var guarded = new Guarded("person", One("id", person.Value), "Guarded" + p.Name, person.Value)
            {
                Places = [new RecordPlace(p.Organisation, p.Unit, p.Keeper, Territories[p.Organisation]) { Operations = p.Operation is null ? [] : [p.Operation] }],
                Named = p.Named.Length > 0 ? p.Named : null,
            };
            Records.Add(guarded);
            var request = (await ReadAsync($"SELECT id FROM persons_request WHERE person_id = '{person.Value}'"))[0]["id"];
            Records.Add(guarded with { Kind = "request", Values = One("request", request), Marks = ["asked by Guarded" + p.Name] });
        }
    }

    private void AddOrganisations()
    {
        foreach (var (organisation, unit, name) in ((string, string, string?)[])[("demo-welfare", "demo-team-1", null), ("demo-municipality", "demo-front-1", null), ("demo-centre", "demo-centre-1", null), (Far, FarUnit, "Far and Away")])
        {
            IReadOnlyList<RecordPlace> places = [new RecordPlace(organisation, Territory: Territories[organisation])];
            Records.Add(new Guarded("organisation", new Dictionary<string, string> { ["id"] = organisation, ["unit"] = unit }, name is null ? [] : [name]) { Places = places });
            Records.Add(new Guarded("clauses", new Dictionary<string, string> { ["organisation"] = organisation, ["code"] = "persons-served", ["version"] = "1", ["language"] = "pl" }) { Places = places });
            Records.Add(new Guarded("purposes", new Dictionary<string, string> { ["organisation"] = organisation, ["code"] = "photos" }) { Places = places });
        }
    }

    private async Task AddAccountsAsync()
    {
        var held = await ReadAsync("SELECT a.id, a.email, g.organisation_id, g.unit_id FROM access_grant g JOIN access_account a ON a.id = g.account_id WHERE a.id = 'faraway' OR a.email LIKE '%-municipality@%' OR a.email LIKE '%-1@%'");
        foreach (var account in held)
        {
            Records.Add(new Guarded("account", One("id", account["id"]), account["email"]) { Places = [new RecordPlace(account["organisation_id"], Or(account["unit_id"]), account["id"], Territories[account["organisation_id"]])] });
        }
    }

    private async Task AddImportAsync()
    {
        var (browser, address) = (await app.EnterAsync(Role.UnitHead), "/en/desk/organisations/import");
        await browser.SendFileAsync(await browser.GetAsync(address), address, "file", "list.csv", "nazwa;nip\nGuardedPartner;1234563218\n", ("kind", "partner"), ("country", "PL"));
        Records.Add(new Guarded("import", One("list", browser.Location!.Split('/')[^1]), "GuardedPartner") { Owner = SeatOf(Role.UnitHead).Account });
    }

    /// <summary>What belongs to one account alone.</summary>
    private async Task AddOwnAsync()
    {
        var (head, administrator) = (SeatOf(Role.UnitHead).Account, SeatOf(Role.SystemAdministrator).Account);
        var drafts = app.Services.GetRequiredService<IDrafts>();
        await OwnAsync(head, "person draft", "persons.enter", "who");
        await OwnAsync(head, "account draft", "access.invitation", "role");
        await OwnAsync(administrator, "account draft", "access.invitation", "role");
        var kept = await drafts.SaveAsync(head, IDrafts.SentForm, "/desk/kept", new Dictionary<string, IReadOnlyList<string>> { ["__address"] = ["/en/desk/clauses/new"], ["title"] = ["GuardedTyped"] }, null, CancellationToken.None);
        Records.Add(new Guarded("kept", One("id", kept), "GuardedTyped") { Owner = head });
        await RunAsync($"INSERT INTO access_passkey (id, account_id, credential_id, public_key, sign_count, transports, backup_eligible, backed_up, name, created_at) VALUES ('guarded-passkey', '{head}', 'AQ', X'02', 0, '', false, false, 'GuardedPasskey', 1)");
        Records.Add(new Guarded("passkey", One("id", "guarded-passkey"), "GuardedPasskey") { Owner = head });

        async Task OwnAsync(string account, string kind, string form, string step)
        {
            var id = await drafts.SaveAsync(account, form, "/desk", new Dictionary<string, IReadOnlyList<string>> { ["name"] = ["GuardedTyped"] }, null, CancellationToken.None);
            Records.Add(new Guarded(kind, new Dictionary<string, string> { ["draft"] = id, ["step"] = step }) { Owner = account });
        }
    }

    private Seat SeatOf(Role role) => Seats.Single(s => s.Role == role);

    private static Dictionary<string, string> One(string name, string value) => new() { [name] = value };
}
