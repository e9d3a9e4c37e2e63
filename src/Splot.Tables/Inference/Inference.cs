namespace Splot.Tables;

/// <summary>
/// Decides the formats of all columns together. An open question is settled by, in this order: what is declared for the column itself; the column's own
/// values, if all that prove anything prove the same (amounts and coordinates of one list may well differ); the option for the whole file; the other
/// columns of the same kind, if all that prove anything prove the same; the habit of country and language. Nothing else: no majority, no probability.
/// What is still open makes the outcome ambiguous, with the option that settles it.
/// </summary>
public static class Inference
{
    /// <summary>Decides for the profiles of one file; gives one format per profile or the list of open questions.</summary>
    public static InferenceOutcome Decide(IReadOnlyList<ColumnProfile> profiles, InferenceHints hints)
    {
        var habit = Habits.Of(hints.Country, hints.Language);
        var formats = new List<ColumnFormat>();
        var questions = new List<AmbiguousColumn>();
        foreach (var profile in profiles)
        {
            var format = new ColumnFormat
            {
                Column = profile.Column,
                Name = profile.Name,
                Role = profile.Role,
                CountsFrom1904 = hints.CountsFrom1904,
                Currency = CurrencyOf(profile),
            };
            formats.Add(profile.Role switch
            {
                ColumnRole.Amount => Number(profile, format, profiles, hints, habit, questions),
                ColumnRole.Rate => format with { Scale = profile.LargestPlainRate > 1 ? RateScale.Percent : RateScale.Fraction },
                ColumnRole.Date => DateInference.Decide(profile, format, profiles, hints, habit, questions),
                _ => format,
            });
        }

        return questions.Count > 0 ? new InferenceOutcome.Ambiguous(questions) : new InferenceOutcome.Decided(formats);
    }

    /// <summary>Settles one open question between a first and a second reading: -1 the first, 1 the second, 0 open.</summary>
    internal static (int Choice, FormatEvidence Evidence) Settle(Evidence own, IEnumerable<Evidence> all, int declared, int option, int habit)
    {
        if (declared != 0)
        {
            return (declared, FormatEvidence.Option);
        }

        if (own.OnlyFirst > 0 != own.OnlySecond > 0)
        {
            return (own.OnlyFirst > 0 ? -1 : 1, FormatEvidence.Values);
        }

        if (own.Open == 0)
        {
            var usual = option != 0 ? option : habit;
            return (own.OnlyFirst != own.OnlySecond ? Math.Sign(own.OnlySecond - own.OnlyFirst) : usual != 0 ? usual : -1, FormatEvidence.NothingOpen);
        }

        if (option != 0)
        {
            return (option, FormatEvidence.Option);
        }

        var (first, second) = all.Aggregate((First: 0L, Second: 0L), (sum, evidence) => (sum.First + evidence.OnlyFirst, sum.Second + evidence.OnlySecond));
        return first > 0 != second > 0 ? (first > 0 ? -1 : 1, FormatEvidence.Sisters) : (habit, FormatEvidence.Habit);
    }

    private static ColumnFormat Number(ColumnProfile profile, ColumnFormat format, IReadOnlyList<ColumnProfile> profiles, InferenceHints hints, Habit habit, List<AmbiguousColumn> questions)
    {
        var own = profile.Decimals;
        var numbers = profiles.Where(sister => sister.Role is ColumnRole.Amount or ColumnRole.Rate).Select(sister => sister.Decimals);
        var (choice, evidence) = Settle(own, numbers, Side(profile.Decimal), Side(hints.Decimal), Side(habit.Decimal));
        if (choice == 0)
        {
            questions.Add(DecimalQuestion(profile));
        }

        return format with
        {
            Decimal = choice <= 0 ? DecimalMark.Comma : DecimalMark.Point,
            Evidence = evidence,
            IsMixed = choice <= 0 ? own.OnlySecond > 0 : own.OnlyFirst > 0,
            ContradictsOption = hints.Decimal is not null && choice != 0 && choice != Side(hints.Decimal),
        };
    }

    private static int Side(DecimalMark? mark) => mark switch
    {
        DecimalMark.Comma => -1,
        DecimalMark.Point => 1,
        _ => 0,
    };

    private static AmbiguousColumn DecimalQuestion(ColumnProfile profile)
    {
        var reading = NumberText.Read(profile.Decimals.Examples[0]);
        return new AmbiguousColumn(
            profile.Column,
            profile.Name,
            FormatQuestion.DecimalMark,
            "--decimal",
            profile.Decimals.Examples,
            profile.Decimals.Rows,
            [("comma", FormattableString.Invariant($"{reading.Comma}")), ("point", FormattableString.Invariant($"{reading.Point}"))]);
    }

    private static string? CurrencyOf(ColumnProfile profile) => profile.Currencies.Count switch
    {
        0 => CurrencySigns.InHeader(profile.Name),
        1 => profile.Currencies.Keys.First(),
        _ => null,
    };
}
