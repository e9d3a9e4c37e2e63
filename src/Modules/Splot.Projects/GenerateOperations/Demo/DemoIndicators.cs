using System.Globalization;
using Splot.Contracts.Projects;

namespace Splot.Projects.GenerateOperations.Demo;

/// <summary>Targets of a demo operation, and what it has reached by the day on which the figures hold.</summary>
internal static class DemoIndicators
{
    private static readonly DemoText Reached = new("Wartość osiągnięta – {0}: {1}.", "Постигнато – {0}: {1}.", "Achieved – {0}: {1}.");

    /// <summary>The topic's indicators.</summary>
    public static IReadOnlyList<IndicatorDocument> Of(InventedOperation operation, DemoTopicTexts topic, DemoLanguage language, Random random)
    {
        // A fifth of the beneficiaries has reported nothing yet.
        var elapsed = random.Next(5) == 0 ? 0 : Elapsed(operation);
        return [.. topic.Indicators.Select(indicator => Indicator(indicator, operation, language, elapsed, random))];
    }

    /// <summary>The first achieved value in words, once the operation has ended; null before.</summary>
    public static Dictionary<string, TextWithOrigin> Achievements(InventedOperation operation, IReadOnlyList<IndicatorDocument> indicators, DemoTopicTexts topic, DemoLanguage language)
    {
        if (operation.End >= Inventor.AsOf || indicators is not [{ Achieved: { } achieved }, ..])
        {
            return [];
        }

        var name = topic.Indicators[0].Name;
        var value = achieved.ToString("0", CultureInfo.InvariantCulture);
        return language.Text(new DemoText(Put(Reached.Polish, name.Polish, value), Put(Reached.Bulgarian, name.Bulgarian, value), Put(Reached.English, name.English, value)));
    }

    private static IndicatorDocument Indicator(DemoIndicator indicator, InventedOperation operation, DemoLanguage language, int elapsed, Random random)
    {
        var target = indicator.Target switch
        {
            "n" => language.Many,
            "m" => language.Some,
            _ => int.Parse(indicator.Target, CultureInfo.InvariantCulture),
        };
        var pace = random.Next(60, 116);
        // Results follow outputs: nothing to report in the first third.
        var counts = elapsed > 0 && (indicator.Kind == "output" || elapsed > 33);
        var achieved = Math.Min(target * elapsed * pace / 10_000, target * 11 / 10);
        return new IndicatorDocument
        {
            Code = indicator.Code,
            Name = language.Text(indicator.Name),
            Unit = indicator.Unit,
            Kind = indicator.Kind,
            Target = target,
            Achieved = counts ? achieved : null,
            AsOf = counts ? (operation.End < Inventor.AsOf ? operation.End : Inventor.AsOf) : null,
        };
    }

    private static int Elapsed(InventedOperation operation)
    {
        var passed = Inventor.AsOf.DayNumber - operation.Start.DayNumber;
        return passed <= 0 ? 0 : Math.Min(100, 100 * passed / (operation.End.DayNumber - operation.Start.DayNumber + 1));
    }

    private static string Put(string text, string name, string value) =>
        text.Replace("{0}", char.ToLowerInvariant(name[0]) + name[1..], StringComparison.Ordinal).Replace("{1}", value, StringComparison.Ordinal);
}
