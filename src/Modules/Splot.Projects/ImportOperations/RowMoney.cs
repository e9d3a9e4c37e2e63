using Splot.Contracts.Projects;
using Splot.Contracts.Territory;
using Splot.Projects.Editions;

namespace Splot.Projects.ImportOperations;

/// <summary>Amounts of a row, in their currency and in euro. One rate for the whole row, fixed here and never again.</summary>
internal sealed class RowMoney
{
    public RowMoney(RowSource row, ListContext list, IReferenceData reference, string? country, DateOnly? start)
    {
        var total = row.Amount(Field.Total);
        var eligible = row.Amount(Field.Eligible);
        if (total.Amount is not null && eligible.Amount is not null)
        {
            row.Keep(Field.Eligible);
        }

        total = total.Amount is null ? eligible : total;
        var eu = row.Amount(Field.Eu);
        var national = row.Amount(Field.National);
        var own = row.Amount(Field.Own);
        var published = (Total: total.Amount, Eu: eu.Amount);
        if (eu.Amount > total.Amount)
        {
            row.Warn(Field.Eu, "eu-exceeds-total", "The Union's contribution is larger than the total; it stays empty. Correct the row at the source.");
            eu = default;
        }

        Rate = row.Rate(Field.Rate);
        if (total.Amount is null && eu.Amount is null && national.Amount is null && own.Amount is null)
        {
            return;
        }

        var currency = Currency(row, list, country, total.Currency ?? eu.Currency);
        if (currency is null)
        {
            row.Warn(total.Amount is null ? Field.Eu : row.Plan.Has(Field.Total) ? Field.Total : Field.Eligible, "currency-missing", "Nothing tells the currency; the amounts stay empty. Give --currency.");
            return;
        }

        Published = new PublishedAmounts(currency, published.Total, published.Eu);
        var converted = InEuro.Convert(reference, currency, start ?? list.Edition, total.Amount, eu.Amount, national.Amount, own.Amount);
        bool? verified = row.Value(Field.CurrencyVerified) is { } said ? RowCodes.Yes(said) : null;
        (Total, Eu, National, Own) = (Say(converted.Total, verified), Say(converted.Eu, verified), Say(converted.National, verified), Say(converted.Own, verified));
    }

    /// <summary>As printed; null where nothing is, or nothing tells the currency.</summary>
    public PublishedAmounts? Published { get; }

    public AmountDocument? Total { get; }

    public AmountDocument? Eu { get; }

    public AmountDocument? National { get; }

    public AmountDocument? Own { get; }

    /// <summary>As printed, in percent.</summary>
    public decimal? Rate { get; }

    private static AmountDocument? Say(AmountDocument? amount, bool? verified) => verified is null || amount is null ? amount : amount with { Verified = verified };

    private static string? Currency(RowSource row, ListContext list, string? country, string? beside)
    {
        if (row.Value(Field.Currency) is { } text)
        {
            var code = Tables.CurrencySigns.Find(text) is { Length: 3 } sign ? sign : Kernel.Currency.TryParse(text, out var parsed) ? parsed.Code : null;
            if (code is not null)
            {
                return code;
            }

            row.Warn(Field.Currency, "currency-unknown", "This is no currency; what the list or the options say is used instead.");
        }

        return beside ?? list.CurrencyOf(country);
    }
}
