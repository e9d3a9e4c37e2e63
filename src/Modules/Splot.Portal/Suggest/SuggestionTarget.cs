namespace Splot.Portal.Suggest;

/// <summary>What a suggestion leads to.</summary>
internal enum SuggestionKind
{
    Region,
    Programme,
    Theme,
    Fund,
    Beneficiary,
    Project,
}

/// <summary>What a suggestion leads to, small enough to be kept a hundred thousand times: its kind's letter and its code or id. Words are looked up when it is shown.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Code or id.</param>
internal readonly record struct SuggestionTarget(SuggestionKind Kind, string Code)
{
    private const string Letters = "rptfbo";

    public string Write() => Letters[(int)Kind] + Code;

    public static SuggestionTarget Read(string written) => new((SuggestionKind)Letters.IndexOf(written[0], StringComparison.Ordinal), written[1..]);

    /// <summary>As the API calls it.</summary>
    public string Word => Kind switch
    {
        SuggestionKind.Region => "region",
        SuggestionKind.Programme => "programme",
        SuggestionKind.Theme => "theme",
        SuggestionKind.Fund => "fund",
        SuggestionKind.Beneficiary => "beneficiary",
        _ => "project",
    };

    /// <summary>What it is, in words.</summary>
    public string Words => Kind switch
    {
        SuggestionKind.Region => Text.KindRegion,
        SuggestionKind.Programme => Text.KindProgramme,
        SuggestionKind.Theme => Text.KindTheme,
        SuggestionKind.Fund => Text.KindFund,
        SuggestionKind.Beneficiary => Text.KindBeneficiary,
        _ => Text.KindProject,
    };
}
