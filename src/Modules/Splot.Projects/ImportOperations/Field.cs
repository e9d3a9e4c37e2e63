using Splot.Tables;

namespace Splot.Projects.ImportOperations;

/// <summary>Fields of an operation that a column of a list may hold. Mapping files and reports use these names.</summary>
internal static class Field
{
    public const string Code = "code";
    public const string OtherCode = "other-code";
    public const string Title = "title";
    public const string TitleEn = "title-en";
    public const string TitlePl = "title-pl";
    public const string TitleBg = "title-bg";
    public const string Summary = "summary";
    public const string SummaryEn = "summary-en";
    public const string SummaryPl = "summary-pl";
    public const string SummaryBg = "summary-bg";
    public const string OriginalLanguage = "original-language";
    public const string Start = "start";
    public const string End = "end";
    public const string ExpectedEnd = "expected-end";
    public const string ActualEnd = "actual-end";
    public const string Status = "status";
    public const string Total = "total";
    public const string Eligible = "eligible";
    public const string Eu = "eu";
    public const string National = "national";
    public const string Own = "own";
    public const string Rate = "rate";
    public const string Currency = "currency";
    public const string ExchangeRate = "exchange-rate";
    public const string RegionCategory = "region-category";
    public const string Fund = "fund";
    public const string FundName = "fund-name";
    public const string ProgrammeCode = "programme-code";
    public const string Programme = "programme";
    public const string Period = "period";
    public const string PriorityCode = "priority-code";
    public const string Priority = "priority";
    public const string ObjectiveCode = "objective-code";
    public const string PriorityName = "priority-name";
    public const string Objective = "objective";
    public const string ObjectiveName = "objective-name";
    public const string ThematicObjective = "thematic-objective";
    public const string Measure = "measure";
    public const string Call = "call";
    public const string CallName = "call-name";
    public const string Contracts = "contracts";
    public const string Category = "category";
    public const string CategoryLabel = "category-label";
    public const string Theme = "theme";
    public const string Beneficiary = "beneficiary";
    public const string BeneficiaryId = "beneficiary-id";
    public const string NaturalPerson = "natural-person";
    public const string BeneficiaryKind = "beneficiary-kind";
    public const string Partners = "partners";
    public const string Contractors = "contractors";
    public const string Country = "country";
    public const string Postcode = "postcode";
    public const string Nuts = "nuts";
    public const string LocationCodes = "location-codes";
    public const string Location = "location";
    public const string Region = "region";
    public const string Municipality = "municipality";
    public const string LatLon = "lat-lon";
    public const string Lat = "lat";
    public const string Lon = "lon";
    public const string Updated = "updated";
    public const string Links = "links";
    public const string SameAs = "same-as";
    public const string MachineTexts = "machine-texts";
    public const string CurrencyVerified = "currency-verified";
    public const string Demo = "demo";

    /// <summary>What the cells of a field hold.</summary>
    public static ColumnRole RoleOf(string field) => field switch
    {
        Start or End or ExpectedEnd or ActualEnd or Updated => ColumnRole.Date,
        Total or Eligible or Eu or National or Own => ColumnRole.Amount,
        Rate => ColumnRole.Rate,
        _ => ColumnRole.Text,
    };
}
