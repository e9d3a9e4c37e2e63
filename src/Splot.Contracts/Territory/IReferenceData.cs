using Splot.Kernel;

namespace Splot.Contracts.Territory;

/// <summary>
/// Dated code lists, what maps to what, and exchange rates. Answers come from memory, at once and from any thread; they follow
/// <see cref="ITerritory.Version"/>.
/// </summary>
public interface IReferenceData
{
    /// <summary>The code lists held, by code.</summary>
    IReadOnlyList<CodeList> Lists { get; }

    /// <summary>
    /// The value with this code: the state that held on <paramref name="on"/>; without a day (or where none held) the one that lasts, else the latest.
    /// Codes are compared exactly, case apart; null where the list has none such.
    /// </summary>
    CodeValue? Find(string list, string? code, DateOnly? on = null);

    /// <summary>
    /// The code that a text as published stands for: a code, an alias or a name in any language, without regard to case, diacritics, blanks and
    /// quotation marks. Null where nothing or more than one code fits.
    /// </summary>
    string? CodeOf(string list, string? text);

    /// <summary>The name to show: in <paramref name="language"/>, else in English, else in the first language held, else the code (tag <c>zxx</c>).</summary>
    CodeLabel Label(string list, string code, Language language, DateOnly? on = null);

    /// <summary>The values that hold on a day, or (without one) every state, in the list's own order where it has one, else by code.</summary>
    IReadOnlyList<CodeValue> Values(string list, DateOnly? on = null);

    /// <summary>The portal's theme of an intervention field or objective (lists intervention-field, intervention-field-2014, objective, thematic-objective-2014), or null.</summary>
    string? Theme(string list, string? code);

    /// <summary>
    /// Exchange rates by the contract's rule: the lev at 1.95583, others at the rate of the month, else of the nearest month held. Rates that
    /// the Commission published go before derived ones.
    /// </summary>
    EuroRates Rates { get; }
}

/// <summary>Names of the code lists that code relies on.</summary>
public static class CodeLists
{
    /// <summary>Countries, ISO 3166-1 alpha-2.</summary>
    public const string Country = "country";

    /// <summary>Funds: ESF+, ERDF …</summary>
    public const string Fund = "fund";

    /// <summary>Programmes by CCI.</summary>
    public const string Programme = "programme";

    /// <summary>Programming periods: 2021-2027 …</summary>
    public const string Period = "period";

    /// <summary>Intervention fields 2021-2027.</summary>
    public const string InterventionField = "intervention-field";

    /// <summary>Intervention fields 2014-2020.</summary>
    public const string InterventionField2014 = "intervention-field-2014";

    /// <summary>Policy and specific objectives 2021-2027: PO4, ESO4.11, RSO1.1 …</summary>
    public const string Objective = "objective";

    /// <summary>Thematic objectives 2014-2020.</summary>
    public const string ThematicObjective2014 = "thematic-objective-2014";

    /// <summary>The portal's themes; the value is their order.</summary>
    public const string Theme = "theme";

    /// <summary>Categories of region.</summary>
    public const string RegionCategory = "region-category";

    /// <summary>Ceilings of co-financing (CPR Art. 112); the value is the share of one.</summary>
    public const string CoFinancingCeiling = "cofinancing-ceiling";

    /// <summary>Total cost in euro above which operations of 2021-2027 put up a plaque, by fund (CPR Art. 50).</summary>
    public const string PublicityThreshold2021 = "publicity-threshold-2021";
}

/// <summary>A code list.</summary>
/// <param name="Code">Its name in code and addresses.</param>
/// <param name="Names">Its name by two-letter language code.</param>
public sealed record CodeList(string Code, IReadOnlyDictionary<string, string> Names);

/// <summary>One state of a value of a code list.</summary>
public sealed class CodeValue
{
    /// <summary>The list.</summary>
    public required string List { get; init; }

    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>First day; null where it always held.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day; null while it holds.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Code of the value above it in the same list.</summary>
    public string? Parent { get; init; }

    /// <summary>Names by two-letter language code.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Languages whose name is our translation, not the source's.</summary>
    public IReadOnlyList<string> Translated { get; init; } = [];

    /// <summary>Other codes, abbreviations and writings.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>A figure that belongs to the code: the share of a ceiling, the order of a theme.</summary>
    public decimal? Value { get; init; }

    /// <summary>False where the wording or figure is still to be checked against the official text.</summary>
    public bool Verified { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>True when the state held on <paramref name="day"/>.</summary>
    public bool HeldOn(DateOnly day) => (ValidFrom is not { } from || from <= day) && (ValidTo is not { } to || day <= to);
}

/// <summary>A name ready to be shown.</summary>
/// <param name="Text">The name, or the code where there is none.</param>
/// <param name="Language">Language tag for the markup: en, pl, bg, or zxx for a bare code.</param>
/// <param name="Translated">True where the name is our translation.</param>
public sealed record CodeLabel(string Text, string Language, bool Translated);
