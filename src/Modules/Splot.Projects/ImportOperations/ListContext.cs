using Splot.Contracts.Territory;
using Splot.Kernel;

namespace Splot.Projects.ImportOperations;

/// <summary>What holds for every row of a list: options before the mapping file before the profile before the country's habits.</summary>
internal sealed class ListContext
{
    // What lists print instead of a natural person's name.
    private static readonly string[] Standins =
    [
        "osoba fizyczna", "osoby fizyczne", "natural person", "natural persons", "private person", "private individual", "individual", "anonymised", "anonymous",
        "физическо лице", "физически лица", "personne physique", "naturliche person", "persona fisica", "fyzicka osoba", "persoana fizica", "dane zanonimizowane",
    ];

    private readonly HashSet<string> personKinds;
    private readonly Dictionary<string, string?> countries = new(StringComparer.Ordinal);
    private readonly string? currency;
    private readonly bool currencyGiven;

    public ListContext(ImportSettings settings, ListProfile profile, DateOnly today)
    {
        var mapping = settings.Mapping;
        Country = settings.Country ?? mapping.Country ?? profile.Country;
        Language = settings.Language?.Split('-')[0] ?? mapping.Language ?? profile.Language ?? CountryHabits.Language(Country) ?? "und";
        currency = settings.Currency ?? mapping.Currency ?? profile.Currency;
        currencyGiven = currency is not null;
        Period = mapping.Period ?? profile.Period;
        Fund = mapping.Fund;
        Programme = mapping.Programme;
        ProgrammeCode = mapping.ProgrammeCode;
        LongitudeFirst = mapping.Coordinates is { } order ? order == "lon-lat" : profile.LongitudeFirst;
        TranslationOrigin = profile.Name == "kohesio" ? TextOrigin.Machine : TextOrigin.Human;
        Edition = settings.Edition ?? today;
        Name = settings.List ?? mapping.List ?? (Country is null ? profile.Name : profile.Name + " " + Country);
        personKinds = mapping.NaturalPersons.Select(TextFold.Fold).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Name of the list.</summary>
    public string Name { get; }

    public string? Country { get; }

    /// <summary>Language of the list; und where nothing tells.</summary>
    public string Language { get; }

    public string? Period { get; }

    public string? Fund { get; }

    public string? Programme { get; }

    public string? ProgrammeCode { get; }

    public bool LongitudeFirst { get; }

    /// <summary>How texts in another language than the original came to be: Kohesio's are made by a machine.</summary>
    public TextOrigin TranslationOrigin { get; }

    public DateOnly Edition { get; }

    /// <summary>True once a row took its currency from the country's legal tender, because nothing else named one.</summary>
    public bool UsedLegalTender { get; private set; }

    /// <summary>True where an option, the mapping file or the profile names a currency.</summary>
    public bool NamesCurrency => currencyGiven;

    /// <summary>The currency of amounts that name none.</summary>
    public string? CurrencyOf(string? country)
    {
        if (currencyGiven)
        {
            return currency;
        }

        var tender = CountryHabits.Currency(country ?? Country, Edition);
        UsedLegalTender |= tender is not null;
        return tender;
    }

    /// <summary>The ISO code of a country as lists write it: codes, names in any language held, UK nations.</summary>
    public string? CountryOf(string text, IReferenceData reference)
    {
        if (!countries.TryGetValue(text, out var code))
        {
            code = text.ToUpperInvariant() switch
            {
                "EL" => "GR",
                "UK" or "ENGLAND" or "SCOTLAND" or "WALES" or "NORTHERN IRELAND" => "GB",
                var other => reference.CodeOf(CodeLists.Country, other.Length == 2 ? other : text),
            };
            countries[text] = code;
        }

        return code;
    }

    /// <summary>True where the mapping file says that this kind of beneficiary is a natural person.</summary>
    public bool IsNaturalPerson(string kind) => personKinds.Contains(TextFold.Fold(kind)) || StandsForPerson(kind);

    /// <summary>True for words that lists print instead of a natural person's name.</summary>
    public bool StandsForPerson(string name) => name.Length < 40 && Standins.Contains(TextFold.Fold(name), StringComparer.Ordinal);
}
