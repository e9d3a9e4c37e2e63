using Splot.Contracts.Projects;
using Splot.Kernel;

namespace Splot.Portal.Words;

/// <summary>Amounts as readers of the current language write them.</summary>
internal static class MoneyWords
{
    /// <summary>Euro in full.</summary>
    public static string Euro(decimal amount) => Languages.Current.Money(Money.Eur(amount));

    /// <summary>Euro for headlines.</summary>
    public static string ShortEuro(decimal amount) => Languages.Current.CompactMoney(Money.Eur(amount));

    /// <summary>What stands where nobody published an amount.</summary>
    public static string NotPublished => Text.NotPublished;

    /// <summary>A sum over projects in full; where no project has an amount, that none is published.</summary>
    public static string Sum(decimal euro, long projects) => projects > 0 && euro == 0m ? NotPublished : Euro(euro);

    /// <summary>The same for headlines.</summary>
    public static string ShortSum(decimal euro, long projects) => projects > 0 && euro == 0m ? NotPublished : ShortEuro(euro);

    /// <summary>Euro in thousands, millions or billions, without a sign; what would be rounded to nothing is said to be less than the least.</summary>
    public static string In(decimal unit, decimal amount, int decimals)
    {
        var least = decimals == 0 ? 1m : 0.1m;
        return amount > 0m && amount / unit < least / 2m ? "<" + Languages.Current.Decimal(least, decimals) : Languages.Current.Decimal(amount / unit, decimals);
    }

    /// <summary>Any currency in full; an unknown code stands behind the number as published.</summary>
    public static string Of(decimal amount, string currency) => Currency.TryParse(currency, out var known)
        ? Languages.Current.Money(new Money(amount, known))
        : Languages.Current.Decimal(amount, 2) + "\u00A0" + currency;

    /// <summary>The amount in euro where there is a rate, else as published; null where nothing is published.</summary>
    public static string? Main(AmountDocument? amount) => amount is null ? null : amount.Eur is { } eur ? Euro(eur) : Of(amount.Amount, amount.Currency);

    /// <summary>The same for headlines.</summary>
    public static string? Short(AmountDocument? amount) => amount is null ? null : amount.Eur is { } eur ? ShortEuro(eur) : Of(amount.Amount, amount.Currency);

    /// <summary>As published, where that is not the euro amount already.</summary>
    public static string? AsPublished(AmountDocument? amount) => amount is null || amount.Eur is null || amount.Currency == Currency.Eur.Code ? null : Of(amount.Amount, amount.Currency);

    /// <summary>The Union's share of the whole, 0 to 1.</summary>
    public static decimal? Share(OperationDocument document) => document.CoFinancingRate ?? (document.Budget, document.EuContribution) switch
    {
        ({ Amount: > 0 } whole, { } eu) when whole.Currency == eu.Currency => Math.Round(eu.Amount / whole.Amount, 4, MidpointRounding.AwayFromZero),
        _ => document.PublishedRate is { } percent ? percent / 100m : null,
    };
}
