using Splot.Contracts.Projects;
using Splot.Kernel;

namespace Splot.Projects.Tests.Editions;

/// <summary>An operation with something in every field.</summary>
internal static class RichOperation
{
    public static OperationDocument Create() => new()
    {
        Id = "bg-2021-x.1",
        LocalId = "X/1",
        Demo = true,
        SameAs = ["https://example.org/Q1"],
        Title = new Dictionary<string, string>(StringComparer.Ordinal) { ["bg"] = "Грижа", ["en"] = "Care" },
        TitleOrigin = new Dictionary<string, TextOrigin>(StringComparer.Ordinal) { ["en"] = TextOrigin.Machine },
        OriginalLanguage = "bg",
        Summary = Text("bg", "Кратко"),
        Start = new DateOnly(2023, 4, 1),
        End = new DateOnly(2025, 4, 1),
        ActualEnd = new DateOnly(2025, 5, 1),
        Status = "finished",
        Fund = "ESF+",
        Programme = new ProgrammeReference("2021BG05SFPR002", "Програма", "2021-2027"),
        Priority = new CodeName("2", "Приоритет"),
        Objective = new CodeName("ESO4.11", "Цел"),
        Call = new CodeName("BG05SFPR002-2.002", "Процедура"),
        Fields = [new CodeName("158", "Access to services"), new CodeName("162", null)],
        Theme = "services",
        Contracts = ["BG-С01", "BG-С02"],
        Budget = Amount(771009.00m, 394210.64m),
        EuContribution = Amount(655357.65m, 335079.05m),
        NationalContribution = Amount(115651.35m, 59131.59m),
        CoFinancingRate = 0.8500m,
        PublishedRate = 85.00m,
        Slices =
        [
            new SliceDocument { Programme = "2021BG05SFPR002", Priority = "2", Objective = "ESO4.11", Fund = "ESF+", RegionCategory = "less-developed", Currency = "BGN", Total = 771000.00m, Eu = 655357.65m, National = 115642.35m },
            new SliceDocument { Programme = "2021BG05SFPR002", Priority = "3", Objective = "ESO4.12", Fund = "ESF+", RegionCategory = "transition", Currency = "BGN", Total = 9.00m, National = 9.00m },
        ],
        Beneficiary = new PartyDocument { Name = "Община Примерово", Identifiers = [new IdentifierDocument("EIK", "000056764")] },
        Partners = [new PartnerDocument(null, "Фондация „Пример“", "partner", 1000.00m)],
        Contractors = [new PartyDocument { Name = "Пример ООД" }],
        Country = "BG",
        Locations = [new LocationDocument { Code = "RSE27", Name = "Русе", Kind = "lau", Lat = 43.8356m, Lon = 25.9657m, Precision = "municipality", Path = "/BG/BG3/BG32/BG323/RSE27/" }],
        Aims = Text("bg", "Цел"),
        Tasks = [new TaskDocument("1", Text("bg", "Дейност"), Text("bg", "Описание"))],
        TargetGroups = [Text("bg", "Служители")],
        ExpectedResults = [Text("bg", "15 лица")],
        Achievements = Text("bg", "Готово"),
        Indicators = [new IndicatorDocument { Code = "I1", Name = Text("bg", "Лица"), Unit = "person", Kind = "output", Baseline = 0m, Target = 15m, Achieved = 12m, AsOf = new DateOnly(2024, 12, 31) }],
        Payments = [new PaymentDocument(new DateOnly(2024, 1, 15), 100.10m, "BGN")],
        Links = [new LinkDocument("website", "https://example.org/", "Сайт")],
    };

    /// <summary>The document without what the registry gives it: ids of organisations, its source and the instant of change.</summary>
    public static OperationDocument WithoutGivenIds(OperationDocument d) => d with
    {
        Source = null,
        UpdatedAt = default,
        Beneficiary = d.Beneficiary! with { Id = null },
        Partners = [.. d.Partners.Select(p => p with { Id = null })],
        Contractors = [.. d.Contractors.Select(c => c with { Id = null })],
    };

    private static AmountDocument Amount(decimal amount, decimal eur) =>
        new() { Amount = amount, Currency = "BGN", Eur = eur, Rate = 1.95583m, RateSource = "legal", RateDate = new DateOnly(2023, 4, 1), Verified = true };

    private static Dictionary<string, TextWithOrigin> Text(string language, string text) =>
        new(StringComparer.Ordinal) { [language] = new TextWithOrigin(text, TextOrigin.Original) };
}
