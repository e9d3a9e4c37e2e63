namespace Splot.Kernel;

/// <summary>
/// The rules of PESEL (Polish population register), EGN (Bulgarian civil registration) and LNCh. The texts given hold ASCII digits only.
/// </summary>
internal static class PersonalNumbers
{
    internal readonly record struct Reading(string? Reason, DateOnly BirthDate = default, Sex Sex = default);

    // Centuries are coded in the month: +80 1800s, +0 1900s, +20 2000s, +40 2100s, +60 2200s; the tenth digit is odd for men.
    public static Reading CheckPesel(string number)
    {
        if (number.Length != 11)
        {
            return new Reading(Reasons.Length);
        }

        int[] centuries = [1900, 2000, 2100, 2200, 1800];
        var month = Two(number, 2);
        if (!TryDate(centuries[month / 20] + Two(number, 0), month % 20, Two(number, 4), out var birth))
        {
            return new Reading(Reasons.Date);
        }

        var check = (10 - (CheckDigits.Sum(number, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10;
        return check == CheckDigits.At(number, 10)
            ? new Reading(null, birth, CheckDigits.At(number, 9) % 2 == 1 ? Sex.Male : Sex.Female)
            : new Reading(Reasons.CheckDigit);
    }

    // Centuries are coded in the month: +0 1900s, +20 1800s, +40 2000s; the ninth digit is even for men.
    public static Reading CheckEgn(string number)
    {
        if (number.Length != 10)
        {
            return new Reading(Reasons.Length);
        }

        int[] centuries = [1900, 1800, 2000];
        var month = Two(number, 2);
        if (month >= 60 || !TryDate(centuries[month / 20] + Two(number, 0), month % 20, Two(number, 4), out var birth))
        {
            return new Reading(Reasons.Date);
        }

        var check = CheckDigits.Sum(number, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10;
        return check == CheckDigits.At(number, 9)
            ? new Reading(null, birth, CheckDigits.At(number, 8) % 2 == 0 ? Sex.Male : Sex.Female)
            : new Reading(Reasons.CheckDigit);
    }

    public static string? WhyNotLnch(string number) =>
        number.Length != 10 ? Reasons.Length
        : CheckDigits.Sum(number, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 == CheckDigits.At(number, 9) ? null : Reasons.CheckDigit;

    private static int Two(string number, int index) => (CheckDigits.At(number, index) * 10) + CheckDigits.At(number, index + 1);

    private static bool TryDate(int year, int month, int day, out DateOnly date)
    {
        var real = month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = real ? new DateOnly(year, month, day) : default;
        return real;
    }
}
