using Splot.Contracts.Access;

namespace Splot.Persons.Asking;

/// <summary>Names of organisations, units and accounts for a page: three statements, however many.</summary>
internal sealed class NameBook(IOrganisations organisations, IAccounts accounts)
{
    /// <param name="places">Organisations; the names of their units are found too.</param>
    /// <param name="people">Accounts.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<PageNames> OfAsync(IEnumerable<string?> places, IEnumerable<string?> people, CancellationToken cancellation)
    {
        List<string> of = [.. places.OfType<string>().Distinct(StringComparer.Ordinal)], who = [.. people.OfType<string>().Distinct(StringComparer.Ordinal)];
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (of.Count > 0)
        {
            foreach (var (id, name) in await organisations.NamesAsync(of, cancellation))
            {
                names[id] = name.Name;
            }

            foreach (var unit in await organisations.UnitsAsync(of, null, cancellation))
            {
                names[unit.Id] = unit.Name;
            }
        }

        return new PageNames(names, await accounts.NamesAsync(who, cancellation));
    }
}

/// <summary>Names that were found.</summary>
internal sealed record PageNames(IReadOnlyDictionary<string, string> Places, IReadOnlyDictionary<string, string> People)
{
    /// <summary>The organisation's or unit's name; its id where it has none.</summary>
    public string? Place(string? id) => id is null ? null : Places.GetValueOrDefault(id, id);

    /// <summary>The account's name; its id where it has none.</summary>
    public string? Person(string? id) => id is null ? null : People.GetValueOrDefault(id, id);
}
