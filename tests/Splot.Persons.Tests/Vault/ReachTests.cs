using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Vault;
using Splot.Testing;

namespace Splot.Persons.Tests.Vault;

public class ReachTests
{
    private const string Me = "me";

    private static readonly Dictionary<string, string?> Places = new(StringComparer.Ordinal)
    {
        ["o1"] = "/PL/PL8/PL81/",
        ["o2"] = "/PL/PL8/PL81/PL814/",
        ["o3"] = "/PL/PL9/",
        ["o4"] = "/PL/PL80/",
        ["o5"] = null,
    };

    private static Gen<Row> AnyRow { get; } =
        from organisation in Gen.Elements(Places.Keys.ToArray())
        from unit in Gen.Elements(null, "u1", "u2", "u3")
        from keeper in Gen.Elements(null, "k1", "k2", Me)
        from operations in Some("p1", "p2", "p3")
        from state in Gen.Frequency((6, Gen.Constant("open")), (1, Gen.Constant("erased")), (1, Gen.Constant("hidden")), (1, Gen.Constant("mine")))
        select new Row(organisation, unit, keeper, operations, state);

    private static Gen<Reach> AnyReach { get; } =
        from keepers in Some("k1", "k2", Me)
        from units in Some("u1", "u2", "u3")
        from organisations in Some("o1", "o2", "o3", "o5")
        from territories in Some("/PL/", "/PL/PL8/", "/PL/PL8/PL81/", "/PL/PL9/", "/BG/")
        from operations in Some("p1", "p2", "p3")
        from everything in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Reach { Keepers = keepers, Units = units, Organisations = organisations, Territories = territories, Operations = operations, Everything = everything };

    [Theory, EachEngine]
    public async Task Visible_OfAnyRowsAndAnyReach_IsWhatTheReachCovers(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        foreach (var (organisation, path) in Places.Where(p => p.Value is not null))
        {
            vault.Get<Neighbours>().Territories[organisation] = path!;
        }

        var run = 0;
        Law.HoldsAsync(60, AnyRow.ListOf(), AnyReach, async (rows, reach) =>
        {
            var prefix = $"run {++run:000} ";
            await AddAsync(vault, prefix, [.. rows]);

            var sight = await vault.Get<Sights>().OfAsync(new PersonScope(Me, reach), CancellationToken.None);
            var seen = await vault.QueryAsync(c => Visible.To(c, sight).Where(p => p.Id.StartsWith(prefix)).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync());

            Assert.Equal(rows.Select((row, at) => (row, Id: Id(prefix, at))).Where(r => r.row.State is "open" or "mine" && reach.Covers(r.row.Place)).Select(r => r.Id), seen);
        });
    }

    [Theory, EachEngine]
    public async Task Visible_WithAnEmptyReach_IsNothing(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        await vault.EnterAsync(VaultFixture.Anna);

        Assert.Equal(0, await vault.Get<IPersons>().CountAsync(new PersonScope("clerk", Reach.Nothing), CancellationToken.None));
    }

    [Fact]
    public void Sight_WithTerritories_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Sight { Account = Me, Reach = new Reach { Territories = new HashSet<string> { "/PL/" } } });

    [Theory, EachEngine]
    public async Task InOperation_ToldAndTakenBack_OpensAndClosesTheRecord(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        var scope = new PersonScope(Me, new Reach { Operations = new HashSet<string> { "p1" } });

        await TellAsync(vault, new PersonInOperation(anna, "p1", true), new PersonInOperation(anna, "p1", true));
        var during = await vault.Get<IPersons>().CountAsync(scope, CancellationToken.None);
        await TellAsync(vault, new PersonInOperation(anna, "p1", false));

        Assert.Equal((1, 0), (during, await vault.Get<IPersons>().CountAsync(scope, CancellationToken.None)));
    }

    private static async Task TellAsync(VaultFixture vault, params PersonInOperation[] events)
    {
        await vault.Stores.Main.WriteAsync(
            session =>
            {
                Array.ForEach(events, session.Publish);
                return Task.CompletedTask;
            },
            CancellationToken.None);
        await vault.Get<OutboxPump>().DrainAsync(CancellationToken.None);
    }

    private static Task AddAsync(VaultFixture vault, string prefix, IReadOnlyList<Row> rows) => vault.Stores.Main.WriteAsync(
        session =>
        {
            var context = session.Context<Store.PersonsContext>();
            for (var at = 0; at < rows.Count; at++)
            {
                var (row, id) = (rows[at], Id(prefix, at));
                context.Persons.Add(new PersonRow { Id = id, OrganisationId = row.Organisation, UnitId = row.Unit, KeeperId = row.Keeper, Restricted = row.State is "hidden" or "mine", ErasedAt = row.State == "erased" ? 1 : null });
                context.Operations.AddRange(row.Operations.Select(o => new PersonOperationRow { PersonId = id, OperationId = o }));
                if (row.State is "hidden" or "mine")
                {
                    context.NamedReaders.Add(new NamedReaderRow { PersonId = id, AccountId = row.State == "mine" ? Me : "k1" });
                }
            }

            return Task.CompletedTask;
        },
        CancellationToken.None);

    private static string Id(string prefix, int at) => prefix + at.ToString("000", System.Globalization.CultureInfo.InvariantCulture);

    private static Gen<IReadOnlySet<string>> Some(params string[] from) =>
        Gen.Frequency((2, Gen.Constant(Array.Empty<string>())), (1, Gen.SubListOf(from).Select(s => s.Take(2).ToArray()))).Select(s => (IReadOnlySet<string>)s.ToHashSet(StringComparer.Ordinal));

    private sealed record Row(string Organisation, string? Unit, string? Keeper, IReadOnlySet<string> Operations, string State)
    {
        public RecordPlace Place => new(Organisation, Unit, Keeper, Places[Organisation]) { Operations = [.. Operations] };
    }
}
