namespace Splot.Persons.Matching;

/// <summary>How two numbers of one length differ.</summary>
internal enum Slip
{
    None = 0,
    OneDigit = 1,
    Transposed = 2,
    More = 3,
}

/// <inheritdoc cref="Slip"/>
internal static class Slips
{
    public static Slip Between(string one, string other)
    {
        if (one.Length != other.Length)
        {
            return Slip.More;
        }

        var (first, different) = (-1, 0);
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i] != other[i])
            {
                first = first < 0 ? i : first;
                different++;
            }
        }

        return different switch
        {
            0 => Slip.None,
            1 => Slip.OneDigit,
            2 when one[first] == other[first + 1] && one[first + 1] == other[first] => Slip.Transposed,
            _ => Slip.More,
        };
    }
}
