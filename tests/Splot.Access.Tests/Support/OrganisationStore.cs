using System.Text;
using Microsoft.EntityFrameworkCore;
using Splot.Access.AddOrganisation;
using Splot.Access.ChangeOrganisation;
using Splot.Access.EndOrganisation;
using Splot.Access.ImportOrganisations;
using Splot.Access.KeepUnits;
using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Access.RenameOrganisation;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Tables;
using Splot.Testing;
using Splot.Territory;

namespace Splot.Access.Tests.Support;

/// <summary>A store with the territory and no organisations, and short ways to keep some.</summary>
internal sealed class OrganisationStore(TestStore stores) : IAsyncDisposable
{
    public static readonly Keeper Everything = Keeper.Terminal("test");

    public TestStore Stores => stores;

    public DateOnly Today => DateOnly.FromDateTime(stores.Clock.GetUtcNow().UtcDateTime);

    public static async Task<OrganisationStore> CreateAsync(Engine engine = Engine.Sqlite) =>
        new(await TestStore.CreateAsync(engine, services => services.AddTerritory().AddAccess(new SplotOptions { DataFolder = "" })));

    /// <summary>Whoever keeps a territory.</summary>
    public static Keeper Of(string territory) => new(AuditActor.Account("keeper"), new Reach { Territories = new HashSet<string> { territory } }, Reach.Nothing);

    public static OrganisationFacts Facts(string kind = "partner", string? place = null, string? parent = null, params (string Kind, string Value)[] numbers) =>
        new() { Kind = kind, Country = "PL", Place = place, ParentId = parent, Numbers = numbers.ToDictionary(n => n.Kind, n => n.Value, StringComparer.Ordinal) };

    public Task<KeepOutcome> AddAsync(string name, OrganisationFacts facts, DateOnly? first = null, Keeper? keeper = null) =>
        stores.Get<AddOrganisationHandler>().HandleAsync(new AddOrganisation.AddOrganisation(keeper ?? Everything, name, first, facts), CancellationToken.None);

    /// <summary>Adds one that is in order; its id.</summary>
    public async Task<string> AddedAsync(string name, OrganisationFacts? facts = null, DateOnly? first = null) => Assert.IsType<KeepOutcome.Done>(await AddAsync(name, facts ?? Facts(), first)).Id;

    public async Task<KeepOutcome> ChangeAsync(string id, OrganisationFacts facts, Keeper? keeper = null, long? version = null) =>
        await stores.Get<ChangeOrganisationHandler>().HandleAsync(new ChangeOrganisation.ChangeOrganisation(keeper ?? Everything, id, version ?? await VersionAsync(id), facts), CancellationToken.None);

    public async Task<KeepOutcome> RenameAsync(string id, string name, DateOnly first) =>
        await stores.Get<RenameOrganisationHandler>().HandleAsync(new RenameOrganisation.RenameOrganisation(Everything, id, await VersionAsync(id), name, first), CancellationToken.None);

    public async Task<KeepOutcome> TakeNameBackAsync(string id) =>
        await stores.Get<RenameOrganisationHandler>().HandleAsync(new TakeNameBack(Everything, id, await VersionAsync(id)), CancellationToken.None);

    public async Task<KeepOutcome> MergeAsync(string id, string? into, DateOnly last, Keeper? keeper = null, bool units = false, bool roles = false) =>
        await stores.Get<EndOrganisationHandler>().HandleAsync(new MergeOrganisations(keeper ?? Everything, id, await VersionAsync(id), into, last, null, units, roles), CancellationToken.None);

    public async Task<KeepOutcome> CloseAsync(string id, DateOnly last, string? note = "uchwała") =>
        await stores.Get<EndOrganisationHandler>().HandleAsync(new CloseOrganisation(Everything, id, await VersionAsync(id), last, note), CancellationToken.None);

    public async Task<KeepOutcome> ReopenAsync(string id) =>
        await stores.Get<EndOrganisationHandler>().HandleAsync(new ReopenOrganisation(Everything, id, await VersionAsync(id), "pomyłka"), CancellationToken.None);

    public async Task<KeepOutcome> AddUnitAsync(string organisation, string name, DateOnly first, string kind = "team") =>
        await stores.Get<KeepUnitsHandler>().HandleAsync(new AddUnit(Everything, organisation, await VersionAsync(organisation), new UnitFacts(kind, name, null, null, null), first), CancellationToken.None);

    public Task<ImportReport> ImportAsync(string csv, bool dryRun = false, Keeper? keeper = null, string? kind = null, Mapping? mapping = null) => ImportAsync(Encoding.UTF8.GetBytes(csv), dryRun, keeper, kind, mapping);

    public Task<ImportReport> ImportAsync(byte[] file, bool dryRun = false, Keeper? keeper = null, string? kind = null, Mapping? mapping = null)
    {
        var settings = new ImportSettings { File = "list.csv", DryRun = dryRun, Kind = kind, Mapping = mapping ?? new Mapping() };
        return stores.Get<ImportOrganisationsHandler>().HandleAsync(() => TableFile.Open(new MemoryStream(file), settings.Options), settings, keeper ?? Everything, CancellationToken.None);
    }

    public Task<T> ReadAsync<T>(Func<AccessContext, Task<T>> read) => stores.Main.ReadAsync(session => read(session.Context<AccessContext>()), CancellationToken.None);

    public Task WriteAsync(Action<AccessContext> write) => stores.Main.WriteAsync(
        session =>
        {
            write(session.Context<AccessContext>());
            return Task.CompletedTask;
        },
        CancellationToken.None);

    public Task<Organisation> FindAsync(string id) => ReadAsync(c => c.Organisations.AsNoTracking().Include(o => o.Names).Include(o => o.Identifiers).SingleAsync(o => o.Id == id));

    public Task<List<Organisation>> AllAsync() => ReadAsync(c => c.Organisations.AsNoTracking().Include(o => o.Names).Include(o => o.Identifiers).OrderBy(o => o.Name).ToListAsync());

    public async Task<IReadOnlyList<string>> AuditAsync()
    {
        return await stores.Main.ReadAsync(
            async session =>
            {
                var found = new List<string>();
                await using var reader = await session.Command("SELECT act FROM data_audit ORDER BY id").ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    found.Add(reader.GetString(0));
                }

                return found;
            },
            CancellationToken.None);
    }

    public ValueTask DisposeAsync() => stores.DisposeAsync();

    private Task<long> VersionAsync(string id) => ReadAsync(c => c.Organisations.Where(o => o.Id == id).Select(o => o.Version).SingleOrDefaultAsync());
}
