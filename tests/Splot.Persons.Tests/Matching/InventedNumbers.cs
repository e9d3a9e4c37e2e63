using System.Globalization;
using Splot.Kernel;

namespace Splot.Persons.Tests.Matching;

/// <summary>Personal numbers that were computed, not given to anybody: the check digit is the one that the kernel accepts.</summary>
internal static class InventedNumbers
{
    public static string Pesel(DateOnly birth, string serial) => WithCheck(IdentifierKind.Pesel, Date(birth, birth.Year >= 2000 ? 20 : 0) + serial);

    public static string Egn(DateOnly birth, string serial) => WithCheck(IdentifierKind.Egn, Date(birth, birth.Year >= 2000 ? 40 : 0) + serial);

    public static string Lnch(string nineDigits) => WithCheck(IdentifierKind.Lnch, nineDigits);

    private static string Date(DateOnly birth, int century) => string.Create(CultureInfo.InvariantCulture, $"{birth.Year % 100:00}{birth.Month + century:00}{birth.Day:00}");

    private static string WithCheck(IdentifierKind kind, string digits) =>
        Enumerable.Range(0, 10).Select(d => digits + (char)('0' + d)).Single(n => Identifier.Parse(kind, n) is not null);
}
