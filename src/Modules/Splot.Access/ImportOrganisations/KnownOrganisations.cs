using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Access.Store;
using Splot.Data;
using Splot.Kernel;

namespace Splot.Access.ImportOrganisations;

/// <summary>All organisations of the store, to find those that a list names: by an official number, else by kind, place and any name they ever had.</summary>
internal sealed class KnownOrganisations
{
    private readonly Dictionary<string, Organisation> byId;
    private readonly Dictionary<string, string> byNumber = new(StringComparer.Ordinal);
    private readonly ILookup<(string Kind, string Name, string? Place), string> byName;

    private KnownOrganisations(IReadOnlyCollection<Organisation> all)
    {
        byId = all.ToDictionary(o => o.Id, StringComparer.Ordinal);
        foreach (var number in all.SelectMany(o => o.Identifiers))
        {
            byNumber[number.Lookup] = number.OrganisationId;
        }

        byName = all.SelectMany(o => o.Names.Select(n => n.NameKey).Append(o.NameKey).Distinct(StringComparer.Ordinal).Select(name => (Key: (o.Kind, name, o.Place), o.Id))).ToLookup(x => x.Key, x => x.Id);
    }

    public static async Task<KnownOrganisations> ReadAsync(MainStore store, CancellationToken cancellation) => new(await store.ReadAsync(
        session => session.Context<AccessContext>().Organisations.AsNoTracking().Include(o => o.Identifiers).Include(o => o.Names).AsSplitQuery().ToListAsync(cancellation),
        cancellation));

    public Organisation? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The organisation above each.</summary>
    public IEnumerable<(string Id, string Parent)> Parents => byId.Values.Where(o => o.ParentId is not null).Select(o => (o.Id, o.ParentId!));

    /// <summary>Ids of the organisations that have one of the numbers.</summary>
    public IReadOnlyList<string> WithNumbers(IEnumerable<CheckedNumber> numbers) =>
        [.. numbers.Select(n => byNumber.GetValueOrDefault(n.Lookup)).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Organisations of a kind at a place that have or had a name, still stand, and have no other number of a kind that is told.</summary>
    public IReadOnlyList<Organisation> Named(string kind, string name, string? place, IReadOnlyList<CheckedNumber> numbers, long today) =>
    [
        .. byName[(kind, TextFold.Fold(name), place)].Select(id => byId[id])
            .Where(o => !(o.ToDay < today) && !o.Identifiers.Exists(i => numbers.Any(n => n.Kind == i.Kind && n.Lookup != i.Lookup))),
    ];
}
