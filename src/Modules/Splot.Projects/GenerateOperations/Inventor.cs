namespace Splot.Projects.GenerateOperations;

/// <summary>
/// Draws the figures of invented operations: mostly ESF and ESF+, in regions by their population, with budgets close to log-normal. The
/// same list and seed give the same operations; no clock is read.
/// </summary>
internal sealed class Inventor
{
    /// <summary>The day on which all invented lists are imagined to be published.</summary>
    public static readonly DateOnly AsOf = new(2026, 9, 30);

    private const int FewestBodies = 100;

    private static readonly int[] Months = [12, 18, 24, 24, 30, 36, 36, 48, 60];
    private static readonly int[] LessDeveloped = [8500, 8500, 8500, 8252, 8000];
    private static readonly int[] Transition = [7000, 7000, 6000];
    private static readonly int[] MoreDeveloped = [5000, 5000, 4000];

    private readonly InventedList list;
    private readonly Random random;
    private readonly int bodies;
    private int number;

    /// <param name="list">The list to fill.</param>
    /// <param name="seed">Same seed, same operations.</param>
    /// <param name="bodies">How many beneficiaries there are to draw from.</param>
    public Inventor(InventedList list, int seed, int bodies)
    {
        this.list = list;
        this.bodies = Math.Max(bodies, FewestBodies);
        random = new Random(unchecked((seed * 397) ^ (list.Country[0] << 16) ^ (list.Country[1] << 8) ^ list.FirstYear));
    }

    /// <summary>The generator behind the draws, for what is written about the operation.</summary>
    public Random Random => random;

    /// <summary>Fills <paramref name="operation"/> with the next operation of the list.</summary>
    /// <param name="operation">The object to fill.</param>
    /// <param name="topic">The topic, where the caller wants a certain one.</param>
    /// <param name="region">The region, where the caller wants a certain one.</param>
    public void Next(InventedOperation operation, InventedTopic? topic = null, InventedRegion? region = null)
    {
        operation.Number = ++number;
        operation.Topic = topic ?? InventedTopics.Draw(random);
        operation.Region = region ?? list.Regions.Draw(random);
        operation.OtherRegion = random.Next(100) < 4 ? list.Regions.Draw(random) : null;
        if (operation.OtherRegion == operation.Region)
        {
            operation.OtherRegion = null;
        }

        DrawProgramme(operation);
        DrawDates(operation);
        DrawMoney(operation);
        DrawBodies(operation);
    }

    private void DrawProgramme(InventedOperation operation)
    {
        var social = list.IsCurrent ? "ESF+" : "ESF";
        operation.Fund = operation.Topic.Building ? "ERDF" : social;
        operation.OtherFund = random.Next(100) < 2 ? (operation.Topic.Building ? social : "ERDF") : null;
        operation.Call = random.Next(1, 40);
        operation.Programme = list.Country switch
        {
            "PL" => random.Next(100) < 80 || operation.Topic.Building ? Regional(operation) : list.Programmes[0],
            "BG" => list.Programmes[operation.Topic.Building ? 2 : operation.Topic.Key is "school" or "adults" ? 1 : 0],
            _ => list.Programmes[0],
        };
    }

    // What reaches into another voivodeship is national.
    private InventedProgramme Regional(InventedOperation operation)
    {
        for (var i = 1; i < list.Programmes.Count; i++)
        {
            var within = list.Programmes[i].Region!;
            if (operation.Region.Code.StartsWith(within, StringComparison.Ordinal))
            {
                return operation.OtherRegion?.Code.StartsWith(within, StringComparison.Ordinal) ?? true ? list.Programmes[i] : list.Programmes[0];
            }
        }

        return list.Programmes[0];
    }

    private void DrawDates(InventedOperation operation)
    {
        // The first year is thin, the four after it are full.
        var year = list.FirstYear + (random.Next(100) < 6 ? 0 : 1 + random.Next(5));
        var start = new DateOnly(year, random.Next(1, 13), 1);
        start = random.Next(10) < 7 ? start : start.AddDays(random.Next(28));
        var end = start.AddMonths(Months[random.Next(Months.Length)]).AddDays(-1);
        operation.Start = start;
        operation.End = end < list.Last ? end : list.Last;
        operation.EndedEarly = operation.End < AsOf && random.Next(100) < 2;
        operation.ActualEnd = null;
        if (operation.EndedEarly)
        {
            operation.ActualEnd = operation.End.AddMonths(-random.Next(1, 6));
        }
        else if (operation.End < AsOf && random.Next(100) < 60)
        {
            operation.ActualEnd = random.Next(10) < 8 ? operation.End : operation.End.AddDays(-random.Next(1, 30));
        }
    }

    private void DrawMoney(InventedOperation operation)
    {
        var euro = operation.Start >= list.EuroFrom;
        operation.Currency = euro ? "EUR" : list.Currency;
        operation.Total = InventedMoney.LogNormal(random, euro ? list.Median / 2 : list.Median);
        var rates = operation.Region.Category(list.Period) switch
        {
            "less-developed" => LessDeveloped,
            "transition" => Transition,
            _ => MoreDeveloped,
        };
        operation.Rate = rates[random.Next(rates.Length)];
        operation.Eu = InventedMoney.Share(operation.Total, operation.Rate);
        operation.Own = random.Next(100) < 30 ? InventedMoney.Share(operation.Total, 500) : 0;
        operation.National = operation.Total - operation.Eu - operation.Own;
    }

    private void DrawBodies(InventedOperation operation)
    {
        // The smaller of two draws: bodies with low numbers run many operations, the others one or two.
        operation.Beneficiary = Math.Min(random.Next(bodies), random.Next(bodies));
        operation.Person = random.Next(1000) < 10 ? random.Next(1000) : null;
        operation.PartnerCount = random.Next(100) < 12 ? random.Next(1, InventedOperation.MostPartners + 1) : 0;
        // Equal steps of less than a quarter of all bodies: no partner comes twice and none is the beneficiary.
        var step = random.Next(1, bodies / 4);
        for (var i = 0; i < operation.PartnerCount; i++)
        {
            operation.Partners[i] = (operation.Beneficiary + (step * (i + 1))) % bodies;
        }

        operation.Contractor = random.Next(100) < 5 ? random.Next(bodies) : null;
    }
}
