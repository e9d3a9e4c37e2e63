using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Splot.Tables.Tests.Columns;

/// <summary>The law of inference: values rendered in any supported format read back as the same values, or are asked about; never as others.</summary>
public class InferencePropertyTests
{
    private static readonly string[] AmountPatterns = ["{0}", "€ {0}", "€{0}", "{0} zł", " £{0} ", "{0} EUR", "PLN {0}", "{0}\u00A0лв."];

    private static readonly InferenceHints[] Hints =
        [new(), new() { Country = "PL" }, new() { Language = "en" }, new() { Country = "GB", Language = "en" }, new() { Country = "US" }, new() { Country = "HU" }];

    [Fact]
    public void Decide_AmountsInAnyFormat_ReadBackOrAsk()
    {
        var amounts = Gen.NonEmptyListOf(
            from digits in Gen.Choose(1, 12)
            from value in Gen.Choose(0, int.MaxValue)
            from negative in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
            select (negative ? -1 : 1) * decimal.Floor(value * 1_000m % (decimal)Math.Pow(10, digits)) / 100m);
        var cases =
            from values in amounts
            from sisters in amounts
            from mark in Gen.Elements(',', '.')
            from grouping in Gen.Elements(string.Empty, mark == ',' ? "." : ",", " ", "\u00A0", "\u202F", "'")
            from decimals in Gen.Elements(0, 1, 2, 3, -1)
            from pattern in Gen.Elements(AmountPatterns)
            select (Values: values.Select(value => decimals < 0 ? value : decimal.Round(value, decimals)).ToArray(), Sisters: sisters.ToArray(), Mark: mark, Grouping: grouping, Decimals: decimals, Pattern: pattern);

        Prop.ForAll(cases.ToArbitrary(), example =>
        {
            var texts = example.Values.Select(value => string.Format(CultureInfo.InvariantCulture, example.Pattern, Render(value, example.Mark, example.Grouping, example.Decimals))).ToArray();
            var sisters = example.Sisters.Select(value => Render(value, example.Mark, example.Grouping, example.Decimals)).ToArray();
            return Inference.Decide([Given.Profile(ColumnRole.Amount, texts), Given.Profile(1, ColumnRole.Amount, sisters)], new InferenceHints()) is not InferenceOutcome.Decided decided
                || texts.Select(text => CellParsers.Amount(new TableCell(text), decided.Formats[0]).Value).SequenceEqual(example.Values);
        }).Check(Given.Property.WithMaxTest(2000));
    }

    [Fact]
    public void Decide_DatesInAnyFormat_ReadBackOrAsk()
    {
        var day = Gen.Choose(0, 36_000).Select(offset => new DateOnly(1970, 1, 1).AddDays(offset));
        var languages = MonthNames.Languages.Where(language => language != "ga").Select(language => language + "-" + language);
        var formats = new[] { "d/M/yyyy", "dd.MM.yyyy", "M/d/yyyy", "MM-dd-yyyy", "yyyy-MM-dd", "yyyy. MM. dd.", "dd.MM.yy", "M/d/yy", "yyyyMMdd", "dd.MM.yyyy г.", "serial" }
            .Select(format => (format, "en"))
            .Concat(languages.SelectMany(language => new[] { ("d MMMM yyyy", language[..2]), ("dd. MMM yy", language[..2]), ("MMMM d, yyyy", language[..2]) }))
            .ToArray();
        var cases =
            from days in Gen.NonEmptyListOf(day)
            from format in Gen.Elements(formats)
            select (Days: days.ToArray(), Format: format.Item1, Language: format.Item2);

        Prop.ForAll(cases.ToArbitrary(), example =>
        {
            var texts = example.Days.Select(value => Render(value, example.Format, example.Language)).ToArray();
            return Inference.Decide([Given.Profile(ColumnRole.Date, texts)], new InferenceHints()) is not InferenceOutcome.Decided decided
                || texts.Select(text => CellParsers.Date(new TableCell(text), decided.Formats[0]).Value).SequenceEqual(example.Days);
        }).Check(Given.Property.WithMaxTest(3000));
    }

    [Fact]
    public void Decide_HintsThatAreTrue_NeverMakeDatesWrong()
    {
        var cases =
            from days in Gen.NonEmptyListOf(Gen.Choose(0, 20_000).Select(offset => new DateOnly(2000, 1, 1).AddDays(offset)))
            from hint in Gen.Elements(Hints)
            from shortYear in Gen.Elements(true, false)
            select (Days: days.ToArray(), Hint: hint, ShortYear: shortYear);

        Prop.ForAll(cases.ToArbitrary(), example =>
        {
            var format = (example.Hint.Country == "US" ? "M/d/" : "d/M/") + (example.ShortYear ? "yy" : "yyyy");
            var texts = example.Days.Select(value => value.ToString(format, CultureInfo.InvariantCulture)).ToArray();
            return Inference.Decide([Given.Profile(ColumnRole.Date, texts)], example.Hint) is not InferenceOutcome.Decided decided
                || texts.Select(text => CellParsers.Date(new TableCell(text), decided.Formats[0]).Value).SequenceEqual(example.Days);
        }).Check(Given.Property.WithMaxTest(1000));
    }

    [Fact]
    public void Decide_RatesInAnyFormat_ReadBackOrFail()
    {
        // A column of percentages without their sign that are all 1 or less cannot be told from fractions; no such rates exist.
        var cases =
            from rates in Gen.NonEmptyListOf(Gen.Choose(0, 10_000).Select(rate => rate / 100m))
            from form in Gen.Elements("percent sign", "percent", "fraction")
            from mark in Gen.Elements(',', '.')
            where form != "percent" || rates.Exists(rate => rate > 1)
            select (Rates: rates.ToArray(), Form: form, Mark: mark);

        Prop.ForAll(cases.ToArbitrary(), example =>
        {
            var texts = example.Rates.Select(rate => Render(example.Form == "fraction" ? rate / 100 : rate, example.Mark, string.Empty, -1) + (example.Form == "percent sign" ? " %" : string.Empty)).ToArray();
            var format = Given.Format(new InferenceHints(), Given.Profile(ColumnRole.Rate, texts));
            return texts.Zip(example.Rates).All(pair => CellParsers.Rate(new TableCell(pair.First), format) is var cell && (cell.Problem != CellProblem.None || cell.Value == pair.Second));
        }).Check(Given.Property.WithMaxTest(1000));
    }

    private static string Render(decimal value, char mark, string grouping, int decimals)
    {
        var format = new NumberFormatInfo { NumberDecimalSeparator = mark.ToString(), NumberGroupSeparator = grouping, NumberGroupSizes = grouping.Length == 0 ? [0] : [3] };
        return value.ToString(decimals < 0 ? "#,0.############" : "N" + decimals.ToString(CultureInfo.InvariantCulture), format);
    }

    private static string Render(DateOnly day, string format, string language) => format == "serial"
        ? (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture)
        : day.ToString(format, CultureInfo.GetCultureInfo(language));
}
