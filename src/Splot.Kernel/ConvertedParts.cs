namespace Splot.Kernel;

/// <summary>A budget after conversion: the parts, in their order, add up to the total exactly.</summary>
/// <param name="Total">The sum before conversion, converted.</param>
/// <param name="Parts">Each part converted; the last one that is not zero took the remainder (eu-rules §4, V4).</param>
public sealed record ConvertedParts(Money Total, IReadOnlyList<Money> Parts)
{
    internal static ConvertedParts Convert(IReadOnlyList<Money> parts, Currency from, Func<Money, Money> convert)
    {
        if (parts.Count == 0)
        {
            throw new ArgumentException("A budget has at least one part.", nameof(parts));
        }

        var converted = parts.Select(convert).ToArray();
        var total = convert(Money.Sum(parts, from));
        var last = parts.Count - 1;
        while (last > 0 && parts[last].IsZero)
        {
            last--;
        }

        converted[last] += total - Money.Sum(converted, Currency.Eur);
        return new ConvertedParts(total, converted);
    }
}
