using System.Collections.Frozen;

namespace Splot.Kernel;

/// <summary>
/// The rates at which published amounts are shown in euro: the lev always at 1.95583, other currencies at the monthly rate. Immutable.
/// Source of the rule: the contract's paragraph on <c>eur</c>.
/// </summary>
public sealed class EuroRates
{
    private static readonly ExchangeRate Lev =
        new(Currency.Bgn, EuroConversion.LevPerEuro, new DateOnly(2026, 1, 1), "Council Regulation (EU) 2025/1408");

    private readonly FrozenDictionary<Currency, Series> _byCurrency;

    /// <summary>Makes a table. Where two rates share currency and month, a published one goes before a derived one, then the later in the sequence.</summary>
    public EuroRates(IEnumerable<ExchangeRate> rates) => _byCurrency = rates
        .GroupBy(r => r.Currency)
        .ToFrozenDictionary(g => g.Key, g => new Series(g.GroupBy(r => r.Month).Select(Preferred)));

    /// <summary>
    /// The rate for an amount of <paramref name="currency"/> in the month of <paramref name="day"/>: that month's, else that of the nearest month in
    /// the table (the earlier of two equally near). The lev has its legal rate whatever the day. Null where the currency has no rate, and for
    /// the euro, which needs none.
    /// </summary>
    public ExchangeRate? Find(Currency currency, DateOnly day)
    {
        if (currency == Currency.Bgn)
        {
            return Lev;
        }

        return currency == Currency.Eur ? null : _byCurrency.GetValueOrDefault(currency)?.Nearest(day);
    }

    /// <summary>The amount in euro by <see cref="Find"/>; euro stays as it is. Null where the currency has no rate.</summary>
    public Money? ToEuro(Money money, DateOnly day) => money.Currency == Currency.Eur ? money : Find(money.Currency, day)?.ToEuro(money);

    private static ExchangeRate Preferred(IEnumerable<ExchangeRate> ofOneMonth) => ofOneMonth.Aggregate((held, next) => next.Derived && !held.Derived ? held : next);

    /// <summary>The rates of one currency, by month; looked up for every row of an import, hence the binary search.</summary>
    private sealed class Series
    {
        private readonly ExchangeRate[] _rates;
        private readonly int[] _months;

        public Series(IEnumerable<ExchangeRate> rates)
        {
            _rates = [.. rates.OrderBy(r => r.Month)];
            _months = [.. _rates.Select(r => Months(r.Month))];
        }

        public ExchangeRate Nearest(DateOnly day)
        {
            var month = Months(day);
            var found = Array.BinarySearch(_months, month);
            if (found >= 0)
            {
                return _rates[found];
            }

            var after = ~found;
            if (after == 0)
            {
                return _rates[0];
            }

            return after == _months.Length || month - _months[after - 1] <= _months[after] - month ? _rates[after - 1] : _rates[after];
        }

        private static int Months(DateOnly day) => (day.Year * 12) + day.Month;
    }
}
