using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Persons.Model;

namespace Splot.Persons.Vault;

/// <summary>Makes what somebody may know of ready for queries. Asks nothing of the store unless there is a territory in it.</summary>
internal sealed class Sights(IOrganisations organisations, TimeProvider clock)
{
    public Task<Sight> OfAsync(PersonScope scope, CancellationToken cancellation) => OfAsync(scope.Account, scope.Reach, scope.WithEmergencies, cancellation);

    public async Task<Sight> OfAsync(string? account, Reach reach, bool withEmergencies, CancellationToken cancellation)
    {
        if (reach.Territories.Count > 0 && !reach.Everything)
        {
            var within = await organisations.WithinAsync(reach.Territories, cancellation);
            reach = reach with { Territories = new HashSet<string>(StringComparer.Ordinal), Organisations = within.Union(reach.Organisations).ToHashSet(StringComparer.Ordinal) };
        }

        return new Sight { Account = account, Reach = reach, EmergenciesAt = withEmergencies ? clock.GetUtcNow().ToUnixTimeMilliseconds() : null };
    }
}
