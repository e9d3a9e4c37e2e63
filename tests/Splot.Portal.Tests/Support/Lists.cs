using Splot.Contracts.Projects;

namespace Splot.Portal.Tests.Support;

/// <summary>Operations that come from lists.</summary>
internal static class Lists
{
    /// <summary>An operation of 2021-2027 in which every letter of Art. 49(3) is filled that a list can fill.</summary>
    public static OperationDocument Whole(string id, string country = "PL", string period = "2021-2027") => Given.Operation(id, "Day centre " + id) with
    {
        LocalId = "L-" + id,
        Country = country,
        Summary = Given.Texts(("en", "A place to meet.", Kernel.TextOrigin.Original)),
        Start = new DateOnly(2024, 1, 1),
        End = new DateOnly(2025, 12, 31),
        Fund = "ESF+",
        Programme = new ProgrammeReference("2021PL05SFPR001", "Programme", period),
        Objective = new CodeName("ESO4.11", null),
        Fields = [new CodeName("158", null)],
        Budget = Given.Eur(100m),
        EuContribution = Given.Eur(85m),
        CoFinancingRate = 0.85m,
        Beneficiary = new PartyDocument { Id = "org-1", Name = "Gmina Zmyślona" },
        Contractors = [new PartyDocument { Id = "org-2", Name = "Builders" }],
        Locations = [new LocationDocument { Code = "PL814", Name = "Lubelski", Kind = "nuts3", Path = "/PL/PL8/PL81/PL814/", Precision = "region" }],
        Achievements = Given.Texts(("en", "Opened.", Kernel.TextOrigin.Original)),
        Source = Of("List A", new DateOnly(2026, 5, 1)),
    };

    public static SourceDocument Of(string list, DateOnly edition) => new() { List = list, Publisher = "Office", Edition = edition, Row = 2, ImportedAt = Given.Updated };
}
