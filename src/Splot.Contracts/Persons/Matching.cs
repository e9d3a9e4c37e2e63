namespace Splot.Contracts.Persons;

/// <summary>How much two records look like the same human being.</summary>
public enum MatchBand
{
    /// <summary>Below 0.85: nothing to say.</summary>
    Nothing = 0,

    /// <summary>From 0.85: somebody should look.</summary>
    Possible = 1,

    /// <summary>From 0.95: the same, unless somebody knows better. Nothing is ever joined without a person's decision.</summary>
    Match = 2,
}

/// <summary>What speaks for or against two records being the same human being. Carries no personal data; the words for it are the reader's.</summary>
public enum MatchReason
{
    /// <summary>The same identifier with fitting check digits.</summary>
    SameNumber = 0,

    /// <summary>The same identifier, but its check digits do not fit.</summary>
    SameInvalidNumber = 1,

    /// <summary>Identifiers that differ in one digit; at least one of them cannot be right.</summary>
    NumberOneDigitOff = 2,

    /// <summary>Identifiers that differ in the order of two neighbouring digits; at least one of them cannot be right.</summary>
    NumberTransposed = 3,

    /// <summary>Two different identifiers of one kind, both with fitting check digits.</summary>
    NumbersContradict = 4,

    /// <summary>The same first name.</summary>
    SameFirstName = 10,

    /// <summary>The first name in another spelling or transliteration.</summary>
    FirstNameSpelling = 11,

    /// <summary>A short, pet or other form of the first name.</summary>
    FirstNameVariant = 12,

    /// <summary>One of several first names.</summary>
    FirstNamePart = 13,

    /// <summary>One typing error in the first name.</summary>
    FirstNameTypo = 14,

    /// <summary>Only the initial of the first name is known.</summary>
    FirstNameInitial = 15,

    /// <summary>Another first name.</summary>
    FirstNameDiffers = 16,

    /// <summary>The same surname.</summary>
    SameSurname = 20,

    /// <summary>The surname in its other gender's form.</summary>
    SurnameGenderForm = 21,

    /// <summary>The surname in another spelling or transliteration.</summary>
    SurnameSpelling = 22,

    /// <summary>One part of a double surname.</summary>
    SurnamePart = 23,

    /// <summary>One typing error in the surname.</summary>
    SurnameTypo = 24,

    /// <summary>Another surname.</summary>
    SurnameDiffers = 25,

    /// <summary>The same patronymic.</summary>
    SamePatronymic = 26,

    /// <summary>Another patronymic.</summary>
    PatronymicDiffers = 27,

    /// <summary>First name and surname stand in each other's place.</summary>
    NamesSwapped = 30,

    /// <summary>The same birth date.</summary>
    SameBirthDate = 40,

    /// <summary>Day and month of the birth date stand in each other's place.</summary>
    DayAndMonthSwapped = 41,

    /// <summary>Birth dates that differ in one digit.</summary>
    BirthDateOneDigitOff = 42,

    /// <summary>Birth dates that differ in the order of two neighbouring digits.</summary>
    BirthDateTransposed = 43,

    /// <summary>The same day, a year earlier or later.</summary>
    BirthYearOneOff = 44,

    /// <summary>At least one birth date is unknown.</summary>
    BirthDateUnknown = 45,

    /// <summary>Another birth date.</summary>
    BirthDateDiffers = 46,

    /// <summary>Another sex.</summary>
    SexDiffers = 50,
}
