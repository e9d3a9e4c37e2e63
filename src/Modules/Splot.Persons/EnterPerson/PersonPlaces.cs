using Splot.Contracts.Access;
using Splot.Persons.Asking;

namespace Splot.Persons.EnterPerson;

/// <summary>A place where somebody may keep records.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Unit">The unit within it.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Label">What it is called.</param>
internal sealed record PersonPlace(string Organisation, string? Unit, string? Operation, string Label)
{
    /// <summary>The place in a form.</summary>
    public string Code => string.Join('|', Organisation, Unit, Operation);
}

/// <summary>Where the caller may keep records: the units of their roles; with a role for the whole organisation, each of its units.</summary>
internal sealed class PersonPlaces(Asker asker, IOrganisations organisations, TimeProvider clock)
{
    public async Task<IReadOnlyList<PersonPlace>> OpenAsync(CancellationToken cancellation)
    {
        var roles = asker.RolesFor(Acts.KeepPersons).Where(r => r.Organisation is not null).ToList();
        var ids = roles.Select(r => r.Organisation!).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var names = await organisations.NamesAsync(ids, cancellation);
        var units = await organisations.UnitsAsync(ids, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation);
        var places = new List<PersonPlace>();
        foreach (var role in roles)
        {
            var (organisation, name) = (role.Organisation!, names.TryGetValue(role.Organisation!, out var known) ? known.Name : role.Organisation!);
            if (Acts.KeepPersons.ScopeOf(role.Role) == Scope.Operation)
            {
                if (role.Operation is { } operation)
                {
                    places.Add(new PersonPlace(organisation, role.Unit, operation, name + ", " + operation));
                }

                continue;
            }

            var own = units.Where(u => u.Organisation == organisation && (role.Unit is null || u.Id == role.Unit)).ToList();
            places.AddRange(own.Select(u => new PersonPlace(organisation, u.Id, null, name + ", " + u.Name)));
            if (own.Count == 0)
            {
                places.Add(new PersonPlace(organisation, role.Unit, null, name));
            }
        }

        return [.. places.DistinctBy(p => p.Code, StringComparer.Ordinal)];
    }
}
