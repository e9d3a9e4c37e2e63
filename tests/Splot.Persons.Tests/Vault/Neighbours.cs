using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Kernel;

namespace Splot.Persons.Tests.Vault;

/// <summary>What the vault asks its neighbours, answered from memory.</summary>
internal sealed class Neighbours : IOrganisations, IAccounts
{
    /// <summary>Paths of territory, by organisation.</summary>
    public Dictionary<string, string> Territories { get; } = new(StringComparer.Ordinal);

    /// <summary>How far an account may go with anything.</summary>
    public Dictionary<string, Reach> Reaches { get; } = new(StringComparer.Ordinal);

    public Task<IReadOnlySet<string>> WithinAsync(IReadOnlyCollection<string> territoryPaths, CancellationToken cancellation) => Task.FromResult<IReadOnlySet<string>>(
        Territories.Where(t => territoryPaths.Any(w => t.Value.StartsWith(w, StringComparison.Ordinal))).Select(t => t.Key).ToHashSet(StringComparer.Ordinal));

    public Task<IReadOnlyList<OrganisationUnit>> UnitsAsync(IReadOnlyCollection<string> organisations, DateOnly? on, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<OrganisationUnit>>([]);

    public Task<IReadOnlySet<string>> StandingAsync(IReadOnlyCollection<string> ids, DateOnly on, CancellationToken cancellation) => Task.FromResult<IReadOnlySet<string>>(ids.ToHashSet(StringComparer.Ordinal));

    public Task<IReadOnlyDictionary<string, OrganisationName>> NamesAsync(IReadOnlyCollection<string> ids, DateOnly on, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, OrganisationName>>(ids.Distinct().ToDictionary(i => i, i => new OrganisationName(i, i, "municipality", "PL", null)));

    Task<IReadOnlyDictionary<string, OrganisationName>> IOrganisations.NamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) => NamesAsync(ids, DateOnly.MaxValue, cancellation);

    public Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(ids.Distinct().ToDictionary(i => i, i => i));

    public Task<IReadOnlyList<Addressee>> AddressesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Addressee>>([.. ids.Distinct().Order(StringComparer.Ordinal).Select(i => new Addressee(i, i + "@demo.invalid", Language.English))]);

    public Task<Reach> ReachOfAsync(string account, Act act, CancellationToken cancellation) => Task.FromResult(Reaches.GetValueOrDefault(account, Reach.Nothing));

    public Task<IReadOnlyList<Colleague>> WhoMayAsync(Act act, RecordPlace place, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Colleague>>([.. Reaches.Where(r => r.Value.Covers(place)).Select(r => new Colleague(r.Key, r.Key))]);

    public Task<IReadOnlyList<Colleague>> WhoMayInAsync(Act act, string organisation, CancellationToken cancellation) => WhoMayAsync(act, new RecordPlace(organisation), cancellation);
}

/// <summary>Letters that were queued, kept in memory.</summary>
internal sealed class Letters : IMail
{
    public List<Letter> Sent { get; } = [];

    public ValueTask ReadyAsync(CancellationToken cancellation) => default;

    public Task QueueAsync(ITransaction transaction, Letter letter, CancellationToken cancellation)
    {
        Sent.Add(letter);
        return Task.CompletedTask;
    }

    public Task<MailState> StateAsync(CancellationToken cancellation) => Task.FromResult(new MailState(0, null, 0, null));
}

/// <summary>Registers them.</summary>
internal static class NeighbourServices
{
    public static IServiceCollection AddNeighbours(this IServiceCollection services) => services.AddSingleton<Neighbours>().AddSingleton<Letters>().AddSingleton<IMail>(s => s.GetRequiredService<Letters>())
        .AddSingleton<IOrganisations>(s => s.GetRequiredService<Neighbours>()).AddSingleton<IAccounts>(s => s.GetRequiredService<Neighbours>());
}
