using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Access.Signing;
using Splot.Contracts.Territory;
using Splot.Kernel;

namespace Splot.Access.ImportOrganisations;

/// <summary>What is to become of a row that was accepted.</summary>
internal sealed record PlannedRow(ListRow Row, string Id, Organisation? Known, string Name, CheckedFacts Facts);

/// <summary>
/// Decides row by row what a list says of which organisation. A row is accepted when it names an organisation and its kind is known; what else is wrong
/// in it is left out with a warning. Blank cells say nothing: what is stored stays.
/// </summary>
internal sealed class ImportPlan(KnownOrganisations known, ImportSettings settings, Keeper keeper, FactsCheck check, ITerritory territory, IReadOnlyDictionary<string, string> headers, ImportReport report, DateTimeOffset now)
{
    private readonly long today = DateOnly.FromDateTime(now.UtcDateTime).DayNumber;
    private readonly Dictionary<string, long> takenIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Id, long Row)> takenNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Name, string? Place), long> takenNames = [];

    /// <summary>The accepted rows, in the order of the list.</summary>
    public IReadOnlyList<PlannedRow> Decide(IReadOnlyList<ListRow> rows)
    {
        var planned = new List<PlannedRow>();
        foreach (var row in rows)
        {
            report.Rows++;
            if (Decide(row) is { } one)
            {
                planned.Add(one);
                report.Accepted++;
            }
            else
            {
                report.Rejected++;
            }
        }

        return new ImportParents(known, territory, takenNumbers.ToDictionary(t => t.Key, t => t.Value.Id, StringComparer.Ordinal), Warn).Resolve(planned, today);
    }

    private PlannedRow? Decide(ListRow row)
    {
        if (Kind(row, null) is null && row[Fields.Kind] is { } word)
        {
            return No(row, Fields.Kind, "kind-unknown", FindingWords.Of(new Finding(Fields.Kind, "kind-unknown", true, word)));
        }

        var facts = Facts(row, Kind(row, null) ?? "");
        if (facts.Findings.FirstOrDefault(f => f.Code == "terc-part") is { } part)
        {
            return No(row, part.Field, part.Code, FindingWords.Of(part));
        }

        var found = Find(row, facts, out var refused);
        if (refused)
        {
            return null;
        }

        if (Kind(row, found) is not { } kind)
        {
            return No(row, Fields.Kind, "kind-missing", Text.KindMissing);
        }

        return Accept(row, found, kind == facts.Kind ? facts : Facts(row, kind));
    }

    private PlannedRow? Accept(ListRow row, Organisation? found, CheckedFacts facts)
    {
        var problems = new List<Finding>();
        var name = row[Fields.Name] is { } typed ? FactsCheck.Name(typed, problems) : found?.Name;
        if (name is null)
        {
            return problems is [{ } problem, ..] ? No(row, problem.Field, problem.Code, FindingWords.Of(problem)) : No(row, null, "row-names-nothing", Text.NamesNothing);
        }

        var merged = Merge(facts, found);
        if (found is null ? !keeper.KeepsAt(merged.PlacePath) : !keeper.Keeps(found) || (merged.PlacePath != found.PlacePath && !keeper.KeepsAt(merged.PlacePath)))
        {
            return No(row, Fields.Place, "place-outside", FindingWords.Of(new Finding(Fields.Place, "place-outside", true)));
        }

        var id = found?.Id ?? Secrets.NewId(now);
        if (Twice(row, id, name, merged, found) is { } first)
        {
            return No(row, null, "row-twice", Text.RowTwice(first.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        Tell(row, found, name, facts);
        return new PlannedRow(row, id, found, name, merged);
    }

    /// <summary>The organisation that the row names; null for a new one.</summary>
    private Organisation? Find(ListRow row, CheckedFacts facts, out bool refused)
    {
        var ids = known.WithNumbers(facts.Numbers);
        var found = ids.Count == 1 ? known.Find(ids[0]) : null;
        if (ids.Count == 0 && row[Fields.Name] is { } name)
        {
            var named = known.Named(facts.Kind, name, facts.Place, facts.Numbers, today);
            found = named.Count == 1 ? named[0] : null;
            refused = named.Count > 1 && No(row, Fields.Name, "name-ambiguous", Text.NameAmbiguous) is null;
            return found;
        }

        refused = (ids.Count > 1 && No(row, null, "identifiers-contradict", Text.NumbersContradict) is null)
            || (found is { ToDay: { } last } && last < today && No(row, null, "organisation-ended", Text.OrganisationEnded(found.Name)) is null);
        return found;
    }

    private string? Kind(ListRow row, Organisation? found)
    {
        if (row[Fields.Kind] is { } word)
        {
            return Words.KindOf(word);
        }

        return found?.Kind ?? settings.Kind ?? (settings.Mapping.Kind is { } kind ? Words.KindOf(kind) : null);
    }

    private CheckedFacts Facts(ListRow row, string kind)
    {
        var own = kind is OrganisationKind.Municipality or OrganisationKind.County;
        var terc = row["terc"] ?? Parts(row);
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var number in OfficialNumbers.Kinds)
        {
            if ((number == OfficialNumbers.Terc ? own ? terc : null : row[Fields.OfNumber(number)]) is { } typed)
            {
                // Workbooks drop leading zeros of numbers that are all digits.
                numbers[number] = number == "KRS" && typed.All(char.IsAsciiDigit) ? typed.PadLeft(10, '0') : typed;
            }
        }

        return check.Check(new OrganisationFacts
        {
            Kind = kind,
            Country = (row[Fields.Country] ?? settings.Mapping.Country ?? settings.Country).ToUpperInvariant(),
            Place = row[Fields.Place] ?? (own ? null : terc),
            Email = row[Fields.Email],
            Phone = row[Fields.Phone],
            Address = row[Fields.Address],
            Numbers = numbers,
        });
    }

    /// <summary>The number in the four columns of the TERC register itself.</summary>
    private static string? Parts(ListRow row) =>
        row["terc-woj"] is { } woj && row["terc-pow"] is { } pow ? row["terc-gmi"] is { } gmi && row["terc-rodz"] is { } kind ? woj + pow + gmi + kind : woj + pow : null;

    private static CheckedFacts Merge(CheckedFacts row, Organisation? found) => found is null ? row : row with
    {
        Country = row.Place is null ? found.Country : row.Country,
        Place = row.Place ?? found.Place,
        PlacePath = row.Place is null ? found.PlacePath : row.PlacePath,
        ParentId = found.ParentId,
        Email = row.Email ?? found.Email,
        Phone = row.Phone ?? found.Phone,
        Address = row.Address ?? found.Address,
        Numbers =
        [
            .. row.Numbers,
            .. found.Identifiers.Where(i => !row.Numbers.Any(n => n.Kind == i.Kind)).Select(i => new CheckedNumber(i.Kind, i.Value, i.Lookup[(i.Kind.Length + 1)..])),
        ],
    };

    private long? Twice(ListRow row, string id, string name, CheckedFacts facts, Organisation? found)
    {
        var key = (facts.Kind, TextFold.Fold(name), facts.Place);
        if (takenIds.TryGetValue(id, out var first))
        {
            return first;
        }

        foreach (var number in facts.Numbers)
        {
            if (takenNumbers.TryGetValue(number.Lookup, out var taken))
            {
                return taken.Row;
            }
        }

        if (found is null && facts.Numbers.Count == 0 && takenNames.TryGetValue(key, out first))
        {
            return first;
        }

        takenIds[id] = row.Number;
        takenNames.TryAdd(key, row.Number);
        foreach (var number in facts.Numbers)
        {
            takenNumbers[number.Lookup] = (id, row.Number);
        }

        return null;
    }

    /// <summary>What is worth knowing about a row that is taken.</summary>
    private void Tell(ListRow row, Organisation? found, string name, CheckedFacts facts)
    {
        foreach (var finding in facts.Findings.Where(f => f.Code is not ("kind-missing" or "kind-unknown")))
        {
            Warn(row, finding.Field, finding.Code, FindingWords.Of(finding));
        }

        if (row.FirstDayUnread)
        {
            Warn(row, Fields.FirstDay, "date-unreadable", Text.DateUnreadable);
        }

        if (found is not null && TextFold.Fold(name) != found.NameKey)
        {
            var former = found.Names.Exists(n => n.NameKey == TextFold.Fold(name));
            Warn(row, Fields.Name, former ? "name-former" : "name-changed", former ? Text.NameFormer(found.Name) : Text.NameChanged(found.Name));
        }
    }

    private void Warn(ListRow row, string field, string code, string message) => report.Add(new ImportIssue(row.Number, headers.GetValueOrDefault(field), "warning", code, message, row[field]));

    private PlannedRow? No(ListRow row, string? field, string code, string message)
    {
        report.Add(new ImportIssue(row.Number, field is null ? null : headers.GetValueOrDefault(field), "error", code, message, field is null ? null : row[field]));
        return null;
    }
}
