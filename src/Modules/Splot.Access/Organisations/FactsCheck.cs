using Splot.Access.Model;
using Splot.Contracts.Territory;

namespace Splot.Access.Organisations;

/// <summary>Checks what can be checked without asking the store for other organisations.</summary>
internal sealed class FactsCheck(ITerritory territory)
{
    public const int LongestName = 300;
    public const int LongestContact = 254;
    public const int LongestAddress = 400;

    public CheckedFacts Check(OrganisationFacts facts)
    {
        var findings = new List<Finding>();
        if (!OrganisationKind.All.Contains(facts.Kind, StringComparer.Ordinal))
        {
            findings.Add(new Finding(Fields.Kind, facts.Kind.Length == 0 ? "kind-missing" : "kind-unknown", true, facts.Kind));
        }

        var numbers = Numbers(facts, findings);
        var place = Place(facts, numbers, findings);
        return new CheckedFacts
        {
            Kind = facts.Kind,
            Country = place?.Country ?? facts.Country,
            Place = place?.Code,
            PlacePath = place?.Path,
            ParentId = facts.ParentId,
            Email = Email(facts.Email, findings),
            Phone = Phone(facts.Phone, findings),
            Address = Short(Fields.Address, facts.Address, LongestAddress, findings),
            Numbers = numbers,
            Findings = findings,
        };
    }

    /// <summary>A name without blanks around it and line breaks in it; null, with a finding, where there is none.</summary>
    public static string? Name(string? typed, List<Finding> findings)
    {
        var name = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is > 0 and <= LongestName)
        {
            return name;
        }

        findings.Add(new Finding(Fields.Name, name.Length == 0 ? "name-missing" : "text-too-long", true));
        return null;
    }

    /// <summary>An e-mail address; null where there is none, with a finding where it cannot be one.</summary>
    public static string? Email(string? typed, List<Finding> findings)
    {
        if (Short(Fields.Email, typed, LongestContact, findings) is not { } email)
        {
            return null;
        }

        var at = email.IndexOf('@', StringComparison.Ordinal);
        var good = at > 0 && at == email.LastIndexOf('@') && email.IndexOf('.', at) > at + 1 && email[^1] != '.' && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';');
        return good ? email : Drop(Fields.Email, "email-invalid", email, findings);
    }

    /// <summary>A telephone number; null where there is none, with a finding where it cannot be one.</summary>
    public static string? Phone(string? typed, List<Finding> findings)
    {
        if (Short(Fields.Phone, typed, LongestContact, findings) is not { } phone)
        {
            return null;
        }

        return phone.Count(char.IsAsciiDigit) >= 3 && !phone.Any(char.IsControl) ? phone : Drop(Fields.Phone, "phone-invalid", phone, findings);
    }

    /// <summary>A text of at most so many letters; null where there is none.</summary>
    public static string? Short(string field, string? typed, int longest, List<Finding> findings)
    {
        var text = typed?.Trim();
        return string.IsNullOrEmpty(text) ? null : text.Length <= longest ? text : Drop(field, "text-too-long", null, findings);
    }

    private static string? Drop(string field, string code, string? value, List<Finding> findings)
    {
        findings.Add(new Finding(field, code, true, value));
        return null;
    }

    private List<CheckedNumber> Numbers(OrganisationFacts facts, List<Finding> findings)
    {
        var numbers = new List<CheckedNumber>();
        foreach (var kind in OfficialNumbers.Kinds)
        {
            if (facts.Numbers.TryGetValue(kind, out var typed) && !string.IsNullOrWhiteSpace(typed))
            {
                var (number, problem) = OfficialNumbers.Check(kind, typed, facts.Kind, territory);
                if (number is not null)
                {
                    numbers.Add(number);
                }
                else
                {
                    findings.Add(problem!);
                }
            }
        }

        return numbers;
    }

    /// <summary>The place as it is today: the one that is said, else the one that a TERC number stands for.</summary>
    private TerritorialUnit? Place(OrganisationFacts facts, List<CheckedNumber> numbers, List<Finding> findings)
    {
        var stoodFor = numbers.Select(n => OfficialNumbers.UnitOf(n, territory)).FirstOrDefault(u => u is not null);
        if (string.IsNullOrWhiteSpace(facts.Place))
        {
            return stoodFor;
        }

        if (territory.Find(facts.Place, facts.Country) is not { } unit)
        {
            findings.Add(new Finding(Fields.Place, "place-unknown", true, facts.Place));
            return stoodFor;
        }

        var today = territory.Current(unit);
        if (!unit.IsCurrent)
        {
            findings.Add(new Finding(Fields.Place, "place-former", false, facts.Place, today.Code));
        }

        if (stoodFor is not null && stoodFor.Code != today.Code)
        {
            findings.Add(new Finding(Fields.Place, "place-not-terc", false, facts.Place, stoodFor.Code));
        }
        else if (Level(facts.Kind) is { } level && today.Kind != level)
        {
            findings.Add(new Finding(Fields.Place, "place-unlike-kind", false, facts.Place));
        }

        return today;
    }

    private static Contracts.Territory.UnitKind? Level(string kind) => kind switch
    {
        OrganisationKind.Municipality => Contracts.Territory.UnitKind.Lau,
        OrganisationKind.County => Contracts.Territory.UnitKind.Powiat,
        _ => null,
    };
}
