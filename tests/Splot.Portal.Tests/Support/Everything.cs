using Splot.Contracts.Projects;
using Splot.Kernel;

namespace Splot.Portal.Tests.Support;

/// <summary>An invented operation that has every member of the contract, each with a value of its own.</summary>
internal static class Everything
{
    public static OperationDocument Operation { get; } = new()
    {
        Id = "bg-2021-everything",
        LocalId = "LOCAL-77",
        Demo = true,
        SameAs = ["https://register.example/Q77"],
        Title = new Dictionary<string, string>(StringComparer.Ordinal) { ["bg"] = "Всичко наведнъж", ["en"] = "Everything at once" },
        TitleOrigin = new Dictionary<string, TextOrigin>(StringComparer.Ordinal) { ["en"] = TextOrigin.Machine },
        OriginalLanguage = "bg",
        Summary = Given.Texts(("bg", "Оригинално резюме на проекта.", TextOrigin.Original), ("en", "Summary made by a machine.", TextOrigin.Machine)),
        Start = new DateOnly(2023, 4, 1),
        End = new DateOnly(2027, 3, 31),
        ActualEnd = new DateOnly(2027, 2, 28),
        Status = "running",
        Fund = "ESF+",
        Programme = new ProgrammeReference("2021BG05SFPR002", "Развитие на човешките ресурси", "2021-2027"),
        Priority = new CodeName("P7", "Седми приоритет"),
        Objective = new CodeName("ESO4.77", "Равен достъп"),
        Call = new CodeName("CALL-2.002", "Общински капацитет"),
        Fields = [new CodeName("977", "Поле деветстотин")],
        Theme = "theme-77",
        Contracts = ["CONTRACT-0109-C01"],
        Budget = Lev(771009.00m, 394210.64m),
        EuContribution = Lev(655357.65m, 335079.05m),
        NationalContribution = Lev(100000.00m, 51129.19m),
        OwnContribution = Lev(15651.35m, 8002.41m),
        CoFinancingRate = 0.85m,
        Slices =
        [
            new SliceDocument { Programme = "PROG-A", Priority = "PA", Objective = "SO-A", Fund = "ESF+", RegionCategory = "less-developed", Currency = "BGN", Total = 700000m, Eu = 600000m, National = 90000m, Own = 10000m },
            new SliceDocument { Fund = "ERDF", Currency = "BGN", Total = 71009m, Eu = 55357.65m },
        ],
        Beneficiary = new PartyDocument { Id = "bg-org-77", Name = "Община Измислена", Identifiers = [new IdentifierDocument("EIK", "000530632")] },
        Partners = [new PartnerDocument("bg-org-78", "Партньор Едно", "координатор", 12345.67m), new PartnerDocument(null, "Партньор Две", null, null)],
        Contractors = [new PartyDocument { Id = "bg-org-79", Name = "Изпълнител Три" }, new PartyDocument { NaturalPerson = true }],
        Country = "BG",
        Locations = [new LocationDocument { Code = "BG323", Name = "Русе", Kind = "nuts3", Precision = "region", Path = "/BG/BG3/BG32/BG323/" }, new LocationDocument { Name = "Квартал Дружба", Kind = "text", Lat = 43.8564m, Lon = 25.9656m, Precision = "point" }],
        Aims = Given.Texts(("bg", "Целта на проекта.", TextOrigin.Original)),
        Tasks = [new TaskDocument("1", Given.Texts(("en", "First task", TextOrigin.Human)), Given.Texts(("en", "What the first task does.", TextOrigin.Human)))],
        TargetGroups = [Given.Texts(("en", "Staff of institutions", TextOrigin.Human))],
        ExpectedResults = [Given.Texts(("en", "Fifteen new posts", TextOrigin.Human))],
        Achievements = Given.Texts(("en", "Seven posts filled", TextOrigin.Original)),
        Indicators =
        [
            new IndicatorDocument { Code = "EECO18", Name = Given.Texts(("en", "Administrations supported", TextOrigin.Original)), Unit = "entity", Kind = "output", Baseline = 1m, Target = 1292m, Achieved = 703m, AsOf = new DateOnly(2026, 3, 31) },
            new IndicatorDocument { Name = Given.Texts(("en", "Share of local governments", TextOrigin.Original)), Unit = "percent", Kind = "result", Target = 50m },
        ],
        Payments = [new PaymentDocument(new DateOnly(2025, 5, 6), 98765.43m, "BGN")],
        Links = [new LinkDocument("website", "https://project.example/", null), new LinkDocument("document", "https://project.example/plan.pdf", "План на услугите")],
        Source = new SourceDocument { List = "List of operations", Publisher = "Managing authority", Edition = new DateOnly(2026, 2, 14), Row = 18204, ImportedAt = new DateTimeOffset(2026, 2, 15, 9, 0, 0, TimeSpan.Zero), Url = "https://lists.example/list.csv" },
        OtherSources = [new SourceDocument { List = "Other list", Edition = new DateOnly(2025, 12, 1), ImportedAt = new DateTimeOffset(2025, 12, 2, 9, 0, 0, TimeSpan.Zero) }],
        UpdatedAt = Given.Updated,
    };

    public static IReadOnlyList<PublicChange> Changes { get; } =
    [
        new(new DateTimeOffset(2026, 4, 2, 8, 0, 0, TimeSpan.Zero), "budget.amount", "700009.00", "771009.00", "Managing authority"),
        new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), "end", "2026-12-31", "2027-03-31", "Managing authority"),
        new(new DateTimeOffset(2026, 2, 2, 8, 0, 0, TimeSpan.Zero), "status", "planned", "running", "Managing authority"),
        new(new DateTimeOffset(2026, 1, 4, 8, 0, 0, TimeSpan.Zero), "title.bg", null, "Всичко наведнъж", "Managing authority"),
        new(new DateTimeOffset(2026, 1, 3, 8, 0, 0, TimeSpan.Zero), "locations", """[{"code":"BG323"}]""", """[{"code":"BG323"},{"name":"Квартал Дружба"}]""", "Managing authority"),
        new(new DateTimeOffset(2026, 1, 2, 8, 0, 0, TimeSpan.Zero), "theme", "theme-76", null, "Managing authority"),
    ];

    public static PublishedOperation Published { get; } = Given.Published(Operation, 2) with { Changes = Changes };

    private static AmountDocument Lev(decimal amount, decimal eur) =>
        new() { Amount = amount, Currency = "BGN", Eur = eur, Rate = 1.95583m, RateSource = "Council of the Union", RateDate = new DateOnly(2023, 4, 1), Verified = false };
}
