namespace Splot.Persons.Matching;

/// <summary>All that is known about a pair.</summary>
internal sealed record Evidence(NameEvidence Names, DateEvidence BirthDate, NumberEvidence Numbers, bool SexDiffers)
{
    public bool IsBirthDateNear => BirthDate is DateEvidence.DayAndMonthSwapped or DateEvidence.OneDigitOff or DateEvidence.Transposed or DateEvidence.OneYearOff;
}

/// <summary>
/// The ways in which two records are recognised as one human being, strongest first. Each gives a score or does not apply; the highest counts, so
/// that more agreement never lowers a score.
/// </summary>
internal static class Strategies
{
    public static IReadOnlyList<(string Name, Func<Evidence, int?> Score)> All { get; } =
    [
        ("same-number", SameNumber),
        ("near-number", NearNumber),
        ("names-and-birth-date", NamesAndBirthDate),
        ("names-and-near-birth-date", NamesAndNearBirthDate),
        ("changed-surname", ChangedSurname),
        ("names-alone", NamesAlone),
    ];

    private static int? SameNumber(Evidence evidence)
    {
        if (!evidence.Numbers.Same)
        {
            return null;
        }

        var (first, last) = (evidence.Names.First, evidence.Names.Last);
        var score = (first.Agrees, last.Agrees) switch
        {
            (true, true) => Weights.SameNumber - ((first.Off + last.Off) / 6),
            (true, false) => last.Known ? Weights.SameNumberOtherSurname : Weights.SameNumberNameUnknown,
            (false, true) => first.Known ? Weights.SameNumberOtherFirstName : Weights.SameNumberNameUnknown,
            _ => first.Known && last.Known ? Weights.SameNumberOtherName : first.Known ? Weights.SameNumberOtherFirstName
                : last.Known ? Weights.SameNumberOtherSurname : Weights.SameNumberNoName,
        };
        return evidence.BirthDate == DateEvidence.Different ? score - Weights.SameNumberOtherBirthDate : score;
    }

    private static int? NearNumber(Evidence evidence) => evidence.Numbers.Near is null || !evidence.Names.BothAgree || evidence.BirthDate == DateEvidence.Different ? null
        : (evidence.BirthDate == DateEvidence.Same ? Weights.NearNumberSameBirthDate
            : evidence.IsBirthDateNear ? Weights.NearNumberNearBirthDate
            : Weights.NearNumberAlone) - evidence.Names.Off;

    private static int? NamesAndBirthDate(Evidence evidence) =>
        evidence.Names.BothAgree && evidence.BirthDate == DateEvidence.Same ? Weights.NamesAndBirthDate - evidence.Names.Off : null;

    private static int? NamesAndNearBirthDate(Evidence evidence) => !evidence.Names.BothAgree || !evidence.IsBirthDateNear ? null
        : evidence.BirthDate switch
        {
            DateEvidence.DayAndMonthSwapped => Weights.NamesAndSwappedDate,
            DateEvidence.OneYearOff => Weights.NamesAndNearYear,
            _ => Weights.NamesAndNearDate,
        } - evidence.Names.Off;

    // Bulgarian women keep the patronymic when the family name changes.
    private static int? ChangedSurname(Evidence evidence) =>
        evidence is { Names: { First.Agrees: true, Last.Differs: true, SamePatronymic: true }, BirthDate: DateEvidence.Same } ? Weights.ChangedSurname - evidence.Names.First.Off : null;

    private static int? NamesAlone(Evidence evidence) =>
        evidence.Names.BothAgree && evidence.BirthDate == DateEvidence.Unknown && evidence.Names.Off <= Weights.NamesAloneTolerance ? Weights.NamesAlone - evidence.Names.Off : null;
}
