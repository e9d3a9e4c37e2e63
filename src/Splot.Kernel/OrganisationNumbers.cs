namespace Splot.Kernel;

/// <summary>The rules of NIP, REGON (Poland) and EIK (Bulgaria). The texts given hold ASCII digits only.</summary>
internal static class OrganisationNumbers
{
    // A remainder of 10 fits no digit, so such numbers are never issued.
    public static string? WhyNotNip(string number) =>
        number.Length != 10 ? Reasons.Length
        : CheckDigits.Sum(number, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == CheckDigits.At(number, 9) ? null : Reasons.CheckDigit;

    // A remainder of 10 counts as 0. The first nine digits of a long number are themselves a valid short one.
    public static string? WhyNotRegon(string number) => number.Length switch
    {
        not (9 or 14) => Reasons.Length,
        _ when CheckDigits.Sum(number, [8, 9, 2, 3, 4, 5, 6, 7]) % 11 % 10 != CheckDigits.At(number, 8) => Reasons.CheckDigit,
        14 when CheckDigits.Sum(number, [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11 % 10 != CheckDigits.At(number, 13) => Reasons.CheckDigit,
        _ => null,
    };

    // A remainder of 10 asks for a second set of weights; 10 again counts as 0.
    public static string? WhyNotEik(string number) => number.Length switch
    {
        not (9 or 13) => Reasons.Length,
        _ when Eik(number, [1, 2, 3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8, 9, 10]) != CheckDigits.At(number, 8) => Reasons.CheckDigit,
        13 when Eik(number.AsSpan(8), [2, 7, 3, 5], [4, 9, 5, 7]) != CheckDigits.At(number, 12) => Reasons.CheckDigit,
        _ => null,
    };

    private static int Eik(ReadOnlySpan<char> digits, ReadOnlySpan<int> weights, ReadOnlySpan<int> secondWeights)
    {
        var remainder = CheckDigits.Sum(digits, weights) % 11;
        return remainder < 10 ? remainder : CheckDigits.Sum(digits, secondWeights) % 11 % 10;
    }
}
