using Splot.Contracts.Access;

namespace Splot.Persons.Asking;

/// <summary>Names of organisations, units and accounts for a page: two statements, however many.</summary>
internal sealed class NameBook(IOrganisations organisations, IAccounts accounts)
{
    public async Task<PageNames> OfAsync(IEnumerable<string?> places, IEnumerable<string?> people, CancellationToken cancellation) => new(
        await organisations.NamesAsync([.. places.OfType<string>().Distinct(StringComparer.Ordinal)], cancellation),
        await accounts.NamesAsync([.. people.OfType<string>().Distinct(StringComparer.Ordinal)], cancellation));
}

/// <summary>Names that were found.</summary>
internal sealed record PageNames(IReadOnlyDictionary<string, string> Places, IReadOnlyDictionary<string, string> People)
{
    /// <summary>The organisation's or unit's name; its id where it has none.</summary>
    public string? Place(string? id) => id is null ? null : Places.GetValueOrDefault(id, id);

    /// <summary>The account's name; its id where it has none.</summary>
    public string? Person(string? id) => id is null ? null : People.GetValueOrDefault(id, id);
}
