using Splot.Contracts.Projects;
using Splot.Contracts.Territory;
using Splot.Kernel;

namespace Splot.Projects.Editions;

/// <summary>
/// Amounts of one operation in euro: one rate for all of them, by the month of the start (without one, of the edition); fixed here and
/// changed only by another import. Parts that make up the whole in the published currency make it up in euro too: the national part takes the
/// residual (V4).
/// </summary>
internal sealed record InEuro(AmountDocument? Total, AmountDocument? Eu, AmountDocument? National, AmountDocument? Own)
{
    /// <summary>Converts; amounts in a currency without a rate have no euro value.</summary>
    public static InEuro Convert(IReferenceData reference, string currency, DateOnly month, decimal? total, decimal? eu, decimal? national, decimal? own)
    {
        var rate = currency == "EUR" ? null : reference.Rates.Find(Currency.Parse(currency), month);
        var result = new InEuro(Amount(total, currency, rate), Amount(eu, currency, rate), Amount(national, currency, rate), Amount(own, currency, rate));
        return result.Total?.Eur is { } whole && result.Eu?.Eur is { } union && result.National is { } rest && total == eu + national + (own ?? 0)
            ? result with { National = rest with { Eur = whole - union - (result.Own?.Eur ?? 0) } }
            : result;
    }

    /// <summary>A document whose amounts have no euro value yet, with them; what a document already says is kept.</summary>
    public static OperationDocument Complete(OperationDocument document, IReferenceData reference, DateOnly edition)
    {
        if ((document.Budget ?? document.EuContribution) is not { } known)
        {
            return document;
        }

        var converted = Convert(reference, known.Currency, document.Start ?? edition, document.Budget?.Amount, document.EuContribution?.Amount, document.NationalContribution?.Amount, document.OwnContribution?.Amount);
        return document with
        {
            Budget = Merge(document.Budget, converted.Total),
            EuContribution = Merge(document.EuContribution, converted.Eu),
            NationalContribution = Merge(document.NationalContribution, converted.National),
            OwnContribution = Merge(document.OwnContribution, converted.Own),
        };
    }

    private static AmountDocument? Merge(AmountDocument? given, AmountDocument? converted) => given is null || converted is null
        ? given
        : given with { Eur = given.Eur ?? converted.Eur, Rate = converted.Rate, RateSource = converted.RateSource, RateDate = converted.RateDate };

    private static AmountDocument? Amount(decimal? amount, string currency, ExchangeRate? rate)
    {
        if (amount is not { } value)
        {
            return null;
        }

        var money = new Money(value, Currency.Parse(currency));
        return new AmountDocument
        {
            Amount = money.Amount,
            Currency = currency,
            Eur = currency == "EUR" ? money.Amount : rate?.ToEuro(money).Amount,
            Rate = rate?.PerEuro,
            RateSource = rate?.Source,
            RateDate = rate?.Month,
        };
    }
}
