using System.Globalization;
using Splot.Contracts.Persons;
using Splot.Kernel;

namespace Splot.Persons;

/// <summary>Words that several pages use, in the language that is current.</summary>
public static class PersonWords
{
    /// <summary>Questions about special categories of data (ESF+ Regulation 2021/1057, Annex I), in the order in which they are asked.</summary>
    public static IReadOnlyList<string> Traits { get; } = ["disability", "third-country", "foreign-background", "minority", "homeless"];

    /// <summary>The question.</summary>
    public static string Trait(string code) => code switch
    {
        "disability" => Text.TraitDisability,
        "third-country" => Text.TraitThirdCountry,
        "foreign-background" => Text.TraitForeignBackground,
        "minority" => Text.TraitMinority,
        "homeless" => Text.TraitHomeless,
        _ => code,
    };

    /// <summary>The answer.</summary>
    public static string Of(TraitAnswer answer) => answer switch
    {
        TraitAnswer.Yes => Text.Yes,
        TraitAnswer.No => Text.No,
        TraitAnswer.Refused => Text.Refused,
        _ => Text.Unknown,
    };

    /// <summary>The sex.</summary>
    public static string Of(Sex? sex) => sex switch { Sex.Female => Text.Female, Sex.Male => Text.Male, _ => Text.NotRecorded };

    /// <summary>How much two records look alike.</summary>
    public static string Of(MatchBand band, decimal score) =>
        (band == MatchBand.Match ? Text.BandMatch(Share(score)) : Text.BandPossible(Share(score)));

    /// <summary>A day in words.</summary>
    public static string Day(DateOnly? day) => day is { } known ? Languages.Current.LongDate(known) : Text.NotRecorded;

    /// <summary>A moment; instants are told in UTC, for the server does not know the reader's clock.</summary>
    public static string Moment(DateTimeOffset at) => Languages.Current.LongDate(DateOnly.FromDateTime(at.UtcDateTime)) + ", " + at.UtcDateTime.ToString("HH':'mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>A kind of number: PESEL, ЕГН, ЛНЧ, under the name that the reader knows.</summary>
    public static string Of(IdentifierKind kind) => kind switch
    {
        IdentifierKind.Egn => Languages.Current == Language.Bulgarian ? "ЕГН" : "EGN",
        IdentifierKind.Lnch => Languages.Current == Language.Bulgarian ? "ЛНЧ" : "LNCh",
        _ => kind.ToString().ToUpperInvariant(),
    };

    /// <summary>What speaks for or against two records being of one person.</summary>
    public static string Of(MatchReason reason) => reason switch
    {
        MatchReason.SameNumber => Text.SameNumber,
        MatchReason.SameInvalidNumber => Text.SameInvalidNumber,
        MatchReason.NumberOneDigitOff => Text.NumberOneDigitOff,
        MatchReason.NumberTransposed => Text.NumberTransposed,
        MatchReason.NumbersContradict => Text.NumbersContradict,
        MatchReason.SameFirstName => Text.SameFirstName,
        MatchReason.FirstNameSpelling => Text.FirstNameSpelling,
        MatchReason.FirstNameVariant => Text.FirstNameVariant,
        MatchReason.FirstNamePart => Text.FirstNamePart,
        MatchReason.FirstNameTypo => Text.FirstNameTypo,
        MatchReason.FirstNameInitial => Text.FirstNameInitial,
        MatchReason.FirstNameDiffers => Text.FirstNameDiffers,
        _ => OfSurname(reason),
    };

    private static string OfSurname(MatchReason reason) => reason switch
    {
        MatchReason.SameSurname => Text.SameSurname,
        MatchReason.SurnameGenderForm => Text.SurnameGenderForm,
        MatchReason.SurnameSpelling => Text.SurnameSpelling,
        MatchReason.SurnamePart => Text.SurnamePart,
        MatchReason.SurnameTypo => Text.SurnameTypo,
        MatchReason.SurnameDiffers => Text.SurnameDiffers,
        MatchReason.SamePatronymic => Text.SamePatronymic,
        MatchReason.PatronymicDiffers => Text.PatronymicDiffers,
        MatchReason.NamesSwapped => Text.NamesSwapped,
        _ => OfBirth(reason),
    };

    private static string OfBirth(MatchReason reason) => reason switch
    {
        MatchReason.SameBirthDate => Text.SameBirthDate,
        MatchReason.DayAndMonthSwapped => Text.DayAndMonthSwapped,
        MatchReason.BirthDateOneDigitOff => Text.BirthDateOneDigitOff,
        MatchReason.BirthDateTransposed => Text.BirthDateTransposed,
        MatchReason.BirthYearOneOff => Text.BirthYearOneOff,
        MatchReason.BirthDateUnknown => Text.BirthDateUnknown,
        MatchReason.BirthDateDiffers => Text.BirthDateDiffers,
        MatchReason.SexDiffers => Text.SexDiffers,
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    private static string Share(decimal score) => Languages.Current.FormatCount((long)decimal.Round(score * 100m)) + "%";
}
