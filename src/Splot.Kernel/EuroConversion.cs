namespace Splot.Kernel;

/// <summary>
/// Lev into euro and back at the irrevocable rate of Council Decision and Regulation (EU) 2025/1408: 1 EUR = 1.95583 BGN since 1 January 2026.
/// Always divided by the full six-digit rate; a rounded rate or an inverse rate is forbidden (Regulation (EC) No 1103/97, Arts. 4–5).
/// The Bulgarian act on the introduction of the euro gives two roundings: half up on the third decimal in general (Arts. 12–13), and, for wages,
/// benefits and social aid, up whenever the third decimal is above zero (Art. 45). Negative amounts (corrections) mirror their positive twins.
/// Lev → euro → lev is not always the amount one began with (2.94 → 1.50 → 2.93), so records keep their original currency.
/// </summary>
public static class EuroConversion
{
    /// <summary>Lev for one euro: 1.95583.</summary>
    public const decimal LevPerEuro = 1.95583m;

    /// <summary>Lev into euro by the general rule: half away from zero on the third decimal. 771 009.00 → 394 210.64.</summary>
    /// <exception cref="ArgumentException">The amount is not in lev.</exception>
    public static Money FromLev(Money lev) => Money.Eur(In(Currency.Bgn, lev, nameof(lev)) / LevPerEuro);

    /// <summary>
    /// Lev into euro for wages, benefits and social aid: any third decimal above zero rounds away from zero, decimals after it do not count.
    /// 10.00 → 5.1129… → 5.12.
    /// </summary>
    /// <exception cref="ArgumentException">The amount is not in lev.</exception>
    public static Money FromLevForWages(Money lev)
    {
        var euro = In(Currency.Bgn, lev, nameof(lev)) / LevPerEuro;
        var thousandths = decimal.Truncate(euro * 1_000m) / 1_000m;
        return Money.Eur(Math.Round(thousandths, 2, thousandths < 0m ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity));
    }

    /// <summary>Euro into lev, half away from zero on the third decimal: 1.50 → 2.93.</summary>
    /// <exception cref="ArgumentException">The amount is not in euro.</exception>
    public static Money ToLev(Money euro) => new(In(Currency.Eur, euro, nameof(euro)) * LevPerEuro, Currency.Bgn);

    /// <summary>
    /// Converts the parts of one budget so that they still add up (eu-rules V4): the total is the conversion of the sum, each part but the last
    /// is converted by the general rule, and the last part that is not zero takes the remainder. Parts of nothing stay nothing.
    /// </summary>
    /// <exception cref="ArgumentException">There is no part, or one is not in lev.</exception>
    public static ConvertedParts FromLevParts(IReadOnlyList<Money> parts) => ConvertedParts.Convert(parts, Currency.Bgn, FromLev);

    internal static decimal In(Currency expected, Money money, string parameter) => money.Currency == expected
        ? money.Amount
        : throw new ArgumentException($"The amount is in {money.Currency}, not in {expected}.", parameter);
}
