using Splot.Contracts.Projects;
using Splot.Contracts.Territory;
using Splot.Projects.Editions;

namespace Splot.Projects.ImportOperations;

/// <summary>True where an editor has said that the name, or one of the identifiers, is a natural person's.</summary>
internal delegate bool MarkedPerson(string name, IReadOnlyList<IdentifierDocument> identifiers);

/// <summary>Turns a row of a list into a draft. A row that names an operation is accepted, whatever else is wrong with it.</summary>
internal sealed class RowConverter(ListContext list, IReferenceData reference, PlaceReader places, OperationIds ids, MarkedPerson isMarkedPerson)
{
    // Persons whom the list itself calls so: what they are called is no body's name in the rows that follow either.
    private readonly HashSet<string> flagged = new(StringComparer.Ordinal);

    /// <summary>The draft, or null for a row that names nothing.</summary>
    public OperationDraft? Convert(RowSource row)
    {
        var code = LocalCode(row, out var sameAs);
        var texts = new RowTexts(row, list);
        if (texts.Title.Count == 0 && code is null)
        {
            return null;
        }

        var country = Country(row);
        var (start, end, actualEnd) = Dates(row);
        var money = new RowMoney(row, list, reference, country, start);
        var fund = Fund(row);
        var programme = Programme(row, fund);
        var objective = Objective(row);
        var fields = RowCodes.Fields(row);
        var (beneficiary, person) = Beneficiary(row, country);
        List<string> secret = [.. new[] { person, RowCodes.PersonalNumber(row, country) }.OfType<string>()];
        var partners = Bodies(row, Field.Partners, RowCodes.Partners(row, money.Total?.Amount), p => p.Name, secret);
        var contractors = Bodies(row, Field.Contractors, [.. row.Values(Field.Contractors).Select(c => c.Split(';', 2)[0].Trim()).Where(c => c.Length > 0)], name => name, secret);
        // Somebody who is known to be a person only by an editor's decision keeps the id that the operation had before it.
        var seed = person is null ? beneficiary?.Name : isMarkedPerson(person, []) && !IsFlagged(row) ? person : null;
        var id = code is null
            ? ids.ForTitle(country, programme?.Period, list.Name, seed, texts.Title.Values.FirstOrDefault(), start)
            : ids.ForCode(country, programme?.Period, code, out var repeated) is var given && repeated ? Repeated(row, given) : given;
        var document = new OperationDocument
        {
            Id = id,
            LocalId = code,
            Demo = RowCodes.Yes(row.Value(Field.Demo)),
            SameAs = sameAs,
            Title = texts.Title,
            TitleOrigin = texts.TitleOrigin,
            OriginalLanguage = texts.Original,
            Summary = texts.Summary,
            Start = start,
            End = end,
            ActualEnd = actualEnd,
            Status = RowCodes.Status(row),
            Fund = fund,
            Programme = programme,
            Priority = RowCodes.CodeAndName(row, Field.PriorityCode, Field.Priority, Field.PriorityName),
            Objective = objective,
            Call = RowCodes.CodeAndName(row, null, Field.Call, Field.CallName),
            Fields = fields,
            Theme = row.Value(Field.Theme) is { } theme && reference.Find(CodeLists.Theme, theme) is not null ? theme : Theme(objective, fields, programme),
            Contracts = row.Values(Field.Contracts),
            Budget = money.Total,
            EuContribution = money.Eu,
            NationalContribution = money.National,
            OwnContribution = money.Own,
            PublishedRate = money.Rate,
            Beneficiary = beneficiary,
            Partners = partners,
            Contractors = [.. contractors.Select(name => new PartyDocument { Name = name })],
            Country = country,
            Locations = places.Read(row, country),
            Links = [.. RowCodes.Addresses(row.Value(Field.Links)).Select(url => new LinkDocument("website", url, null))],
        };
        document = row.Value(Field.RegionCategory) is { } category && Texts.SlicesOf(document) is [var slice]
            ? document with { Slices = [slice with { RegionCategory = category }] }
            : document;
        return new OperationDraft(document) { RowNumber = row.Number, PersonName = person, Published = money.Published, Raw = row.Finish(secret) };
    }

    private static string? LocalCode(RowSource row, out IReadOnlyList<string> sameAs)
    {
        var code = row.Value(Field.Code);
        var other = row.Value(Field.OtherCode);
        var address = RowCodes.Addresses(other).FirstOrDefault();
        sameAs = address is null ? [.. RowCodes.Addresses(row.Value(Field.SameAs))] : [address];
        return code ?? (address is null ? other : address[(address.TrimEnd('/').LastIndexOf('/') + 1)..].TrimEnd('/'));
    }

    private static string Repeated(RowSource row, string id)
    {
        row.Warn(Field.Code, "code-repeated", "Another row of the file carries the same code; this row is kept as an operation of its own with a running number.");
        return id;
    }

    private string? Country(RowSource row)
    {
        var text = row.Value(Field.Country)?.Split('|')[0].Trim();
        if (text is null)
        {
            return list.Country;
        }

        if (list.CountryOf(text, reference) is { } code)
        {
            return code;
        }

        row.Warn(Field.Country, "country-unknown", list.Country is null
            ? "This is no country that the code list knows; the field stays empty. Give --country."
            : "This is no country that the code list knows; the country given for the list is used.");
        return list.Country;
    }

    private static (DateOnly? Start, DateOnly? End, DateOnly? ActualEnd) Dates(RowSource row)
    {
        var start = row.Date(Field.Start);
        var end = row.Date(Field.End);
        var expected = row.Date(Field.ExpectedEnd);
        var actual = row.Date(Field.ActualEnd);
        (end, actual) = expected is null ? (end, actual) : (expected, actual ?? end);
        if (start > end)
        {
            row.Keep(Field.Start);
            row.Warn(row.Plan.Has(Field.End) ? Field.End : Field.ExpectedEnd, "dates-contradict", "The end lies before the start; both stay empty. Correct the row at the source.");
            return (null, null, start > actual ? null : actual);
        }

        return (start, end, actual);
    }

    private string? Fund(RowSource row)
    {
        foreach (var field in (string[])[Field.Fund, Field.FundName])
        {
            if (row.Value(field) is { } text)
            {
                var known = reference.CodeOf(CodeLists.Fund, text) ?? reference.CodeOf(CodeLists.Fund, text.Split('|', ',', ';', '/')[0].Trim());
                if (known is not null)
                {
                    if (!known.Equals(text, StringComparison.Ordinal))
                    {
                        row.Keep(field);
                    }

                    return known;
                }

                row.Warn(field, "fund-unknown", "This is no fund that the code list knows; the field stays empty and the text is kept.");
            }
        }

        return list.Fund;
    }

    private ProgrammeReference? Programme(RowSource row, string? fund)
    {
        var name = row.Value(Field.Programme) ?? list.Programme;
        var code = row.Value(Field.ProgrammeCode) ?? list.ProgrammeCode;
        // Some lists print the fund in the column of the programme.
        if (code is null && name is not null && reference.CodeOf(CodeLists.Fund, name) is not null)
        {
            name = null;
        }

        var known = code ?? (name is null ? null : reference.CodeOf(CodeLists.Programme, name));
        var period = RowCodes.Period(row.Value(Field.Period), known, fund) ?? list.Period;
        return known is null && name is null && period is null ? null : new ProgrammeReference(known, name, period);
    }

    private CodeName? Objective(RowSource row)
    {
        var found = RowCodes.CodeAndName(row, Field.ObjectiveCode, Field.Objective, Field.ObjectiveName)
            ?? (row.Value(Field.ThematicObjective) is { } thematic ? new CodeName(thematic, null) : null);
        if (found is null)
        {
            return null;
        }

        var code = reference.CodeOf(CodeLists.Objective, found.Code ?? found.Name) ?? found.Code;
        return found with { Code = code };
    }

    private string? Theme(CodeName? objective, IReadOnlyList<CodeName> fields, ProgrammeReference? programme)
    {
        var fieldList = programme?.Period == "2014-2020" ? CodeLists.InterventionField2014 : CodeLists.InterventionField;
        return fields.Select(f => reference.Theme(fieldList, f.Code)).FirstOrDefault(t => t is not null) ?? reference.Theme(CodeLists.Objective, objective?.Code);
    }

    private (PartyDocument? Beneficiary, string? PersonName) Beneficiary(RowSource row, string? country)
    {
        var name = row.Value(Field.Beneficiary);
        var identifiers = name is null ? [] : RowCodes.Identifiers(row, country);
        if (!IsFlagged(row) && (name is null || !(isMarkedPerson(name, identifiers) || RowCodes.PersonalNumber(row, country) is not null)))
        {
            return name is null ? (null, null) : (new PartyDocument { Name = name, Identifiers = identifiers }, null);
        }

        var shown = name is null || list.StandsForPerson(name) ? null : name;
        if (shown is not null)
        {
            flagged.Add(PersonKey.Of(shown));
        }

        return (new PartyDocument { NaturalPerson = true }, shown);
    }

    /// <summary>The list itself says that the beneficiary is a natural person.</summary>
    private bool IsFlagged(RowSource row) =>
        RowCodes.Yes(row.Value(Field.NaturalPerson))
        || (row.Value(Field.BeneficiaryKind) is { } kind && list.IsNaturalPerson(kind))
        || (row.Value(Field.Beneficiary) is { } name && list.StandsForPerson(name));

    /// <summary>
    /// Partners or contractors that are bodies. The law has names of natural persons published where they are beneficiaries, and nowhere
    /// else (CPR Art. 49(3)(a) and (b)); what is left out is told, and its name goes to <paramref name="secret"/>.
    /// </summary>
    private List<T> Bodies<T>(RowSource row, string field, IReadOnlyList<T> parties, Func<T, string> nameOf, List<string> secret)
    {
        var bodies = new List<T>(parties.Count);
        foreach (var party in parties)
        {
            var name = nameOf(party);
            if (list.StandsForPerson(name) || isMarkedPerson(name, []) || (flagged.Count > 0 && flagged.Contains(PersonKey.Of(name))))
            {
                secret.Add(name);
            }
            else
            {
                bodies.Add(party);
            }
        }

        if (bodies.Count < parties.Count)
        {
            row.Warn(field, "party-is-person", "A natural person who is no beneficiary is not taken over.");
        }

        return bodies;
    }
}
