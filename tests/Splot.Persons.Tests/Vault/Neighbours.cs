using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;

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

    public Task<Reach> ReachOfAsync(string account, Act act, CancellationToken cancellation) => Task.FromResult(Reaches.GetValueOrDefault(account, Reach.Nothing));

    public Task<IReadOnlyList<Colleague>> WhoMayAsync(Act act, RecordPlace place, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Colleague>>([.. Reaches.Where(r => r.Value.Covers(place)).Select(r => new Colleague(r.Key, r.Key))]);
}

/// <summary>Registers them.</summary>
internal static class NeighbourServices
{
    public static IServiceCollection AddNeighbours(this IServiceCollection services) => services.AddSingleton<Neighbours>()
        .AddSingleton<IOrganisations>(s => s.GetRequiredService<Neighbours>()).AddSingleton<IAccounts>(s => s.GetRequiredService<Neighbours>());
}
