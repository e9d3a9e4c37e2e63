namespace Splot.Persons.Matching;

/// <summary>All figures of matching, in thousandths; ADR 53 gives the reasons. A strategy starts from its base, and what does not quite fit is taken off.</summary>
internal static class Weights
{
    public const int Match = 950;
    public const int Possible = 850;

    public const int SameNumber = 1000;
    public const int SameNumberNameUnknown = 970;
    public const int SameNumberNoName = 965;
    public const int SameNumberOtherSurname = 960;
    public const int SameNumberOtherFirstName = 900;
    public const int SameNumberOtherName = 870;
    public const int SameNumberOtherBirthDate = 40;

    public const int NearNumberSameBirthDate = 985;
    public const int NearNumberNearBirthDate = 955;
    public const int NearNumberAlone = 930;

    public const int NamesAndBirthDate = 970;
    public const int NamesAndSwappedDate = 920;
    public const int NamesAndNearDate = 885;
    public const int NamesAndNearYear = 870;
    public const int ChangedSurname = 880;
    public const int NamesAlone = 860;
    public const int NamesAloneTolerance = 10;

    public const int Spelling = 5;
    public const int GenderForm = 5;
    public const int Variant = 15;
    public const int Swapped = 10;
    public const int FirstOfSeveral = 10;
    public const int LaterOfSeveral = 30;
    public const int OtherSecondName = 20;
    public const int OnePartOfSurname = 20;
    public const int SharedPartOfSurname = 50;
    public const int PatronymicForSurname = 70;
    public const int Initial = 60;
    public const int Typo = 45;
    public const int OtherPatronymic = 60;

    public const int CapNumbersContradict = 600;
    public const int CapNumbersAtOdds = 940;
    public const int CapSexDiffers = 940;
    public const int CapSexAndNameDiffer = 800;
}
