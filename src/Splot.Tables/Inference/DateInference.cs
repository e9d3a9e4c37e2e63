using System.Globalization;

namespace Splot.Tables;

/// <summary>Decides the order of dates, whether short dates start with the year, and the language of month names.</summary>
internal static class DateInference
{
    public static ColumnFormat Decide(ColumnProfile profile, ColumnFormat format, IReadOnlyList<ColumnProfile> profiles, InferenceHints hints, Habit habit, List<AmbiguousColumn> questions)
    {
        format = Months(profile, format, hints, habit, questions);
        switch (YearComesFirst(profile, hints, habit))
        {
            case null:
                questions.Add(Question(profile, profile.YearFirst, yearFirst: true));
                return format;
            case true:
                format = format with { ShortYearFirst = true };
                break;
        }

        var dates = profiles.Where(sister => sister.Role == ColumnRole.Date).Select(sister => sister.Orders);
        var (choice, evidence) = Inference.Settle(profile.Orders, dates, Side(profile.Dates), Side(hints.Dates), Side(habit.Dates));
        if (choice == 0 && format.ShortYearFirst && profile.ShortYears == profile.Values)
        {
            choice = -1;
        }

        if (choice == 0)
        {
            questions.Add(Question(profile, profile.Orders, yearFirst: false));
        }

        return format with
        {
            Dates = choice <= 0 ? DateOrder.DayMonthYear : DateOrder.MonthDayYear,
            Evidence = evidence,
            IsMixed = choice <= 0 ? profile.Orders.OnlySecond > 0 : profile.Orders.OnlyFirst > 0,
            ContradictsOption = Side(hints.Dates) != 0 && choice != 0 && choice != Side(hints.Dates),
        };
    }

    /// <summary>Whether dates of three short figures start with the year; null if open. Considered only where declared or usual.</summary>
    private static bool? YearComesFirst(ColumnProfile profile, InferenceHints hints, Habit habit)
    {
        if ((profile.Dates ?? hints.Dates) is { } declared)
        {
            return declared == DateOrder.YearMonthDay;
        }

        if (profile.ShortYears == 0 || profile.ShortYearsNotYearFirst > 0 || !habit.YearFirst)
        {
            return false;
        }

        return profile.ShortYearsOnlyYearFirst > 0 ? true : null;
    }

    private static ColumnFormat Months(ColumnProfile profile, ColumnFormat format, InferenceHints hints, Habit habit, List<AmbiguousColumn> questions)
    {
        var hinted = MonthNames.BitOf(hints.Language);
        if (hinted == 0)
        {
            hinted = habit.Languages.Aggregate(0u, (bits, language) => bits | MonthNames.BitOf(language));
        }

        var languages = profile.MonthLanguages;
        var narrowed = languages & hinted;
        foreach (var usable in new[] { languages, narrowed, hinted })
        {
            if (usable != 0 && profile.OpenMonths.TrueForAll(word => word.MonthIn(usable) != 0))
            {
                return format with { MonthLanguages = usable };
            }
        }

        if (profile.OpenMonths.Count > 0)
        {
            questions.Add(MonthQuestion(profile));
        }

        return format;
    }

    private static AmbiguousColumn MonthQuestion(ColumnProfile profile)
    {
        var word = profile.OpenMonths[0];
        var readings = new List<(string, string)>();
        for (var month = 1; month <= 12; month++)
        {
            foreach (var code in MonthNames.CodesOf(word.LanguagesByMonth[month - 1]))
            {
                readings.Add((code, FormattableString.Invariant($"month {month}")));
            }
        }

        return new AmbiguousColumn(profile.Column, profile.Name, FormatQuestion.MonthLanguage, "--language", profile.Months.Examples, profile.Months.Rows, readings);
    }

    private static AmbiguousColumn Question(ColumnProfile profile, Evidence evidence, bool yearFirst)
    {
        var reading = DateText.Read(evidence.Examples[0]);
        var readings = new List<(string, string)>();
        Add("dmy", reading.DayFirst);
        Add("mdy", reading.MonthFirst);
        Add("ymd", yearFirst ? reading.YearFirst : -1);
        return new AmbiguousColumn(profile.Column, profile.Name, FormatQuestion.DateOrder, "--dates", evidence.Examples, evidence.Rows, readings);

        void Add(string option, int day)
        {
            if (day >= 0)
            {
                readings.Add((option, DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            }
        }
    }

    private static int Side(DateOrder? order) => order switch
    {
        DateOrder.DayMonthYear => -1,
        DateOrder.MonthDayYear => 1,
        _ => 0,
    };
}
