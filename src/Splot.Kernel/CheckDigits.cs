namespace Splot.Kernel;

/// <summary>The weighted sum that all national schemes share.</summary>
internal static class CheckDigits
{
    /// <summary>Σ digit × weight over as many leading digits as there are weights. The text holds ASCII digits only.</summary>
    public static int Sum(ReadOnlySpan<char> digits, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (digits[i] - '0') * weights[i];
        }

        return sum;
    }

    /// <summary>The digit at <paramref name="index"/> as a number.</summary>
    public static int At(string digits, int index) => digits[index] - '0';
}
