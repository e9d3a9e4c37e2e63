namespace Splot.Kernel;

/// <summary>
/// How much of a currency one euro is worth in a month, as the Commission's monthly accounting rates say it (CPR Art. 76(1)(c)).
/// Equality is that of all fields.
/// </summary>
/// <param name="Currency">The currency other than the euro.</param>
/// <param name="PerEuro">Units of <paramref name="Currency"/> for one euro, above zero, with all published decimals.</param>
/// <param name="Month">The first day of the month the rate holds for.</param>
/// <param name="Source">Who published it, in words fit for a page.</param>
/// <param name="Derived">True where we worked the rate out from daily fixings instead of taking a published monthly rate.</param>
public sealed record ExchangeRate(Currency Currency, decimal PerEuro, DateOnly Month, string Source, bool Derived = false)
{
    /// <inheritdoc cref="ExchangeRate(Currency, decimal, DateOnly, string, bool)" path="/param[@name='PerEuro']"/>
    public decimal PerEuro { get; } = PerEuro > 0m ? PerEuro : throw new ArgumentOutOfRangeException(nameof(PerEuro), "A rate is above zero.");

    /// <inheritdoc cref="ExchangeRate(Currency, decimal, DateOnly, string, bool)" path="/param[@name='Month']"/>
    public DateOnly Month { get; } = new(Month.Year, Month.Month, 1);

    /// <summary>Into euro: divided by the rate, rounded once, half away from zero, to the cent.</summary>
    /// <exception cref="ArgumentException">The amount is in another currency.</exception>
    public Money ToEuro(Money money) => Money.Eur(EuroConversion.In(Currency, money, nameof(money)) / PerEuro);

    /// <summary>From euro: multiplied by the rate, rounded once, half away from zero, to the currency's minor unit.</summary>
    /// <exception cref="ArgumentException">The amount is not in euro.</exception>
    public Money FromEuro(Money euro) => new(EuroConversion.In(Currency.Eur, euro, nameof(euro)) * PerEuro, Currency);

    /// <summary>Converts the parts of one budget with the rule of the remainder, as <see cref="EuroConversion.FromLevParts"/> does.</summary>
    /// <exception cref="ArgumentException">There is no part, or one is in another currency.</exception>
    public ConvertedParts ToEuroParts(IReadOnlyList<Money> parts) => ConvertedParts.Convert(parts, Currency, ToEuro);
}
