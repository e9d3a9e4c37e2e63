using System.Globalization;

namespace Splot.Kernel;

/// <summary>
/// An amount in one currency, always a whole number of the currency's minor units.
/// <para><b>Rounding law.</b> Whatever makes a Money rounds half away from zero to the minor unit (1.005 → 1.01, −1.005 → −1.01), as Council
/// Regulation (EC) No 1103/97 Art. 5 and the national euro laws ask; <see cref="HasExcessDecimals"/> tells beforehand whether anything would be lost.</para>
/// <para><b>Equality</b> is that of amount and currency; 12.5 EUR equals 12.50 EUR. <b>Ordering</b> exists within one currency only: comparing
/// or adding euro and lev throws, because there is no answer without a rate (see <see cref="EuroConversion"/> and <see cref="ExchangeRate"/>).</para>
/// </summary>
public readonly record struct Money : IComparable<Money>
{
    /// <summary>Makes an amount, rounded half away from zero to the minor unit of <paramref name="currency"/>.</summary>
    public Money(decimal amount, Currency currency)
    {
        Amount = Round(amount, currency.MinorDigits);
        Currency = currency;
    }

    /// <summary>The amount in major units (euro, not cents); it carries no more decimals than the currency has.</summary>
    public decimal Amount { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>True for exactly nothing, in whatever currency.</summary>
    public bool IsZero => Amount == 0m;

    /// <summary>The amount for JSON and CSV: decimal point, no groups, exactly the currency's decimals, as in <c>"6200901.17"</c>.</summary>
    public string AmountText => Amount.ToString("F" + Currency.MinorDigits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The sum of two amounts of one currency. Exact.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + Same(left, right).Amount, left.Currency);

    /// <summary>The difference of two amounts of one currency. Exact.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - Same(left, right).Amount, left.Currency);

    /// <summary>The amount with its sign turned.</summary>
    public static Money operator -(Money money) => new(-money.Amount, money.Currency);

    /// <summary>A multiple, such as hours times an hourly rate, rounded by the rounding law. Not for taking a share of a budget: see <see cref="Share"/>.</summary>
    public static Money operator *(Money money, decimal factor) => new(money.Amount * factor, money.Currency);

    /// <summary>Compares amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>An amount in euro, rounded by the rounding law.</summary>
    public static Money Eur(decimal amount) => new(amount, Currency.Eur);

    /// <summary>Nothing, in <paramref name="currency"/>.</summary>
    public static Money Zero(Currency currency) => new(0m, currency);

    /// <summary>True where <paramref name="amount"/> has more decimals than the currency, so that making a Money of it would round.</summary>
    public static bool HasExcessDecimals(decimal amount, Currency currency) => Round(amount, currency.MinorDigits) != amount;

    /// <summary>The amount held as <paramref name="minorUnits"/> (cents of the euro, whole yen, thousandths of the dinar). Exact.</summary>
    public static Money FromMinorUnits(long minorUnits, Currency currency) => new(minorUnits / Scale(currency), currency);

    /// <summary>The sum of amounts of one currency; nothing in <paramref name="currency"/> where there are none.</summary>
    /// <exception cref="InvalidOperationException">An amount is in another currency.</exception>
    public static Money Sum(IEnumerable<Money> amounts, Currency currency) => amounts.Aggregate(Zero(currency), (sum, next) => sum + next);

    /// <summary>The named form of +.</summary>
    public Money Add(Money other) => this + other;

    /// <summary>The named form of −.</summary>
    public Money Subtract(Money other) => this - other;

    /// <summary>The named form of the sign.</summary>
    public Money Negate() => -this;

    /// <summary>The named form of *.</summary>
    public Money Multiply(decimal factor) => this * factor;

    /// <summary>The amount in minor units, as databases hold it. Exact.</summary>
    /// <exception cref="OverflowException">More minor units than a 64-bit number holds (some 92 thousand million million euro).</exception>
    public long ToMinorUnits() => decimal.ToInt64(Amount * Scale(Currency));

    /// <summary>
    /// Splits the amount in proportion to <paramref name="weights"/>. Each part but the last is rounded by the rounding law, the last takes the
    /// remainder, so the parts always add up to the amount (eu-rules V4). No part takes more than what is left, so none has the wrong sign.
    /// </summary>
    /// <param name="weights">Not negative, not all zero; a weight of zero gets nothing, and the remainder goes to the last weight above zero.</param>
    /// <returns>As many parts as weights, in their order.</returns>
    /// <exception cref="ArgumentException">A weight is negative, or there is none above zero.</exception>
    public IReadOnlyList<Money> Allocate(IReadOnlyList<decimal> weights)
    {
        if (weights.Any(w => w < 0m) || weights.All(w => w == 0m))
        {
            throw new ArgumentException("Weights are not negative and at least one is above zero.", nameof(weights));
        }

        var whole = weights.Sum();
        var last = weights.Count - 1;
        while (weights[last] == 0m)
        {
            last--;
        }

        var left = this;
        var parts = new Money[weights.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var fair = new Money(Amount * weights[i] / whole, Currency);
            parts[i] = i == last || Math.Abs(fair.Amount) > Math.Abs(left.Amount) ? left : fair;
            left -= parts[i];
        }

        return parts;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other) => Amount.CompareTo(Same(this, other).Amount);

    /// <summary>Amount and code with a decimal point, as in <c>6200901.17 EUR</c>: for logs and tests. Pages use <see cref="Formats"/>.</summary>
    public override string ToString() => AmountText + " " + Currency.Code;

    private static decimal Round(decimal amount, int digits) => Math.Round(amount, digits, MidpointRounding.AwayFromZero);

    private static decimal Scale(Currency currency) => currency.MinorDigits switch { 0 => 1m, 2 => 100m, 3 => 1_000m, _ => 10_000m };

    private static Money Same(Money left, Money right) => left.Currency == right.Currency
        ? right
        : throw new InvalidOperationException($"{left.Currency} and {right.Currency} cannot be added or compared without a rate.");
}
