using Splot.Access.Organisations;
using Splot.Contracts.Territory;

namespace Splot.Access.ImportOrganisations;

/// <summary>Finds the organisations above those of a list, by a number of theirs, in the store and in the list itself; a circle is never made.</summary>
internal sealed class ImportParents(KnownOrganisations known, ITerritory territory, IReadOnlyDictionary<string, string> numbersOfList, Action<ListRow, string, string, string> warn)
{
    public IReadOnlyList<PlannedRow> Resolve(IReadOnlyList<PlannedRow> rows, long today)
    {
        var above = known.Parents.ToDictionary(p => p.Id, p => p.Parent, StringComparer.Ordinal);
        var planned = rows.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var result = new List<PlannedRow>(rows.Count);
        foreach (var row in rows)
        {
            if (row.Row[Fields.Parent] is not { } typed)
            {
                result.Add(row);
                continue;
            }

            var parent = Find(typed);
            if (parent is null || Circle(row.Id, parent, above))
            {
                Warn(row, new Finding(Fields.Parent, parent is null ? "parent-unknown" : "parent-circle", true));
                result.Add(row);
                continue;
            }

            above[row.Id] = parent;
            result.Add(row with { Facts = row.Facts with { ParentId = parent } });
            if (known.Find(parent) is { } organisation && !planned.ContainsKey(parent) && Hierarchy.Worth(organisation, row.Facts.PlacePath, today) is { } worth)
            {
                Warn(row, worth);
            }
        }

        return result;
    }

    private void Warn(PlannedRow row, Finding finding) => warn(row.Row, finding.Field, finding.Code, FindingWords.Of(finding));

    private string? Find(string typed)
    {
        foreach (var kind in OfficialNumbers.Kinds)
        {
            var text = typed.StartsWith(kind, StringComparison.OrdinalIgnoreCase) ? typed[kind.Length..].TrimStart(':', ' ') : typed;
            var organisationKind = text.Length == 4 ? Model.OrganisationKind.County : Model.OrganisationKind.Municipality;
            if (OfficialNumbers.Check(kind, text, organisationKind, territory).Number is { } number && (numbersOfList.GetValueOrDefault(number.Lookup) ?? (known.WithNumbers([number]) is [var first, ..] ? first : null)) is { } id)
            {
                return id;
            }
        }

        return null;
    }

    private static bool Circle(string id, string parent, Dictionary<string, string> above)
    {
        for (var (at, steps) = ((string?)parent, 0); at is not null && steps < 50; at = above.GetValueOrDefault(at), steps++)
        {
            if (at == id)
            {
                return true;
            }
        }

        return false;
    }
}
