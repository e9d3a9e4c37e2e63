using System.Globalization;
using Splot.Contracts.Projects;

namespace Splot.Projects.GenerateOperations.Demo;

/// <summary>
/// Whole invented operations, good enough to look at: two thirds Polish, over all voivodeships, the rest Bulgarian, over all oblasti. The
/// figures come from the same <see cref="Inventor"/> as long lists do.
/// </summary>
internal static class InventedOperations
{
    /// <summary>The seed of the preset's file.</summary>
    public const int PresetSeed = 2021;

    /// <summary>How many operations the preset's file holds.</summary>
    public const int PresetCount = 240;

    private static readonly DateTimeOffset UpdatedAt = new(Inventor.AsOf, new TimeOnly(12, 0), TimeSpan.Zero);

    /// <summary>Invented operations: Polish ones first, then Bulgarian ones. The same arguments give the same operations.</summary>
    public static IEnumerable<OperationDocument> Invent(int count, int seed)
    {
        var bulgarian = count / 3;
        return Invent(InventedLists.Poland, DemoRegions.Poland, count - bulgarian, seed).Concat(Invent(InventedLists.Bulgaria, DemoRegions.Bulgaria, bulgarian, seed));
    }

    /// <summary>Writes them as JSON, one a line, UTF-8.</summary>
    public static void Write(Stream stream, int count, int seed)
    {
        foreach (var document in Invent(count, seed))
        {
            stream.Write(OperationJson.WriteUtf8(document));
            stream.WriteByte((byte)'\n');
        }
    }

    private static IEnumerable<OperationDocument> Invent(InventedList list, IReadOnlyList<DemoRegion> regions, int count, int seed)
    {
        var inventor = new Inventor(list, seed, bodies: 0);
        var operation = new InventedOperation();
        for (var i = 0; i < count; i++)
        {
            // Round after round through all regions, each time with another topic: even a short preset leaves none out, no place gets
            // the same title twice, and a place always lies in the same region.
            var round = i / regions.Count;
            var region = regions[i % regions.Count];
            var topic = InventedTopics.All[((round * 5) + i) % InventedTopics.All.Count];
            var second = (i % regions.Count) + regions.Count;
            var place = round % 2 == 1 && second < list.Names.Places.Count ? second : i % regions.Count;
            var inside = list.Regions.All.Where(nuts => IsOpenCountry(nuts, region)).ToArray();
            inventor.Next(operation, topic, inside[place % inside.Length]);
            yield return Document(list, region, place, operation, inventor.Random);
        }
    }

    // An invented municipality lies beside the cities that are regions of their own.
    private static bool IsOpenCountry(InventedRegion nuts, DemoRegion region) =>
        nuts.Code.StartsWith(region.Prefix, StringComparison.Ordinal) && !nuts.Name.StartsWith("Miasto ", StringComparison.Ordinal);

    private static OperationDocument Document(InventedList list, DemoRegion region, int place, InventedOperation operation, Random random)
    {
        var texts = DemoTexts.ByTopic[operation.Topic.Key];
        var beneficiary = Number(list, texts, place, random);
        var language = new DemoLanguage(list.Language, list.Names.Places[place], region, Five(texts.Many, random), Five(texts.Some, random));
        var indicators = random.Next(10) == 0 ? [] : DemoIndicators.Of(operation, texts, language, random);
        var number = operation.Number.ToString("000", CultureInfo.InvariantCulture);
        return new OperationDocument
        {
            Id = $"{list.Key}-demo-{number}",
            LocalId = $"DEMO-{number}",
            Demo = true,
            Title = language.Title(One(texts.Titles, random)),
            TitleOrigin = language.TitleOrigin(),
            OriginalLanguage = list.Language,
            Summary = language.Text(One(texts.First, random), One(texts.Second, random), One(texts.Last, random)),
            Start = operation.Start,
            End = operation.End,
            ActualEnd = operation.ActualEnd,
            Status = operation.EndedEarly ? "ended-early" : null,
            Fund = operation.Fund,
            Programme = new ProgrammeReference(operation.Programme.Code, operation.Programme.Name, list.Period),
            Objective = new CodeName(operation.Topic.Objective, null),
            Call = random.Next(10) < 6 ? new CodeName($"DEMO-CALL-{operation.Call.ToString("00", CultureInfo.InvariantCulture)}", null) : null,
            Fields = [.. operation.Topic.Fields.Select(code => new CodeName(code, null))],
            Theme = operation.Topic.Theme,
            Contracts = random.Next(10) < 6 ? [$"DEMO-{number}/00"] : [],
            Budget = DemoMoney.Amount(operation.Total, operation.Currency),
            EuContribution = DemoMoney.Amount(operation.Eu, operation.Currency),
            NationalContribution = DemoMoney.Amount(operation.National, operation.Currency),
            OwnContribution = DemoMoney.Amount(operation.Own, operation.Currency),
            Slices = DemoMoney.Slices(operation, list.Period, random),
            Beneficiary = DemoParties.Body(list, beneficiary),
            Partners = DemoParties.Partners(list, operation, beneficiary, random),
            Contractors = operation.Contractor is { } contractor ? [DemoParties.Body(list, contractor)] : [],
            Country = list.Country,
            Locations = DemoParties.Locations(operation, region, random),
            Tasks = random.Next(100) < 15 ? [] : [.. texts.Tasks.Select((task, i) => new TaskDocument((i + 1).ToString(CultureInfo.InvariantCulture), language.Text(task), null))],
            TargetGroups = random.Next(5) == 0 ? [] : [.. texts.Groups.Select(group => language.Text(group))],
            Achievements = DemoIndicators.Achievements(operation, indicators, texts, language),
            Indicators = indicators,
            Payments = random.Next(10) < 3 ? DemoMoney.Payments(list, operation, random) : [],
            Links = random.Next(10) == 0 ? [new LinkDocument("website", $"https://example.org/{list.Key}/{number}", null)] : [],
            Source = new SourceDocument { List = "Splot: invented operations", Edition = Inventor.AsOf, ImportedAt = UpdatedAt },
            UpdatedAt = UpdatedAt,
        };
    }

    private static int Number(InventedList list, DemoTopicTexts texts, int place, Random random)
    {
        var kinds = texts.Kinds[list.Country];
        return list.Names.Number(kinds[random.Next(kinds.Length)], place);
    }

    private static T One<T>(List<T> alternatives, Random random) => alternatives[random.Next(alternatives.Count)];

    private static int Five((int From, int To) range, Random random) => 5 * random.Next(range.From / 5, (range.To / 5) + 1);
}
