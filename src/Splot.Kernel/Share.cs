namespace Splot.Kernel;

/// <summary>
/// What part of a whole an amount is. A share is always derived from two amounts and never used to make an amount: 5 116 983.64 of
/// 6 200 901.17 is 82.52 %, but 82.52 % of 6 200 901.17 is one cent more (eu-rules V2). So nothing here multiplies.
/// </summary>
public static class Share
{
    /// <summary>
    /// <paramref name="part"/> divided by <paramref name="whole"/> as a fraction (0.8252, not 82.52), rounded half away from zero to four decimals.
    /// Null where the whole is nothing. Not limited to 0…1: what lists publish may be wrong, and is shown as it is.
    /// </summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static decimal? Of(Money part, Money whole)
    {
        if (part.Currency != whole.Currency)
        {
            throw new InvalidOperationException($"{part.Currency} is no share of {whole.Currency}.");
        }

        return Of(part.Amount, whole.Amount);
    }

    /// <summary>The same for counts, such as participants with a result among all participants: 1227 of 1292 is 0.9497.</summary>
    public static decimal? Of(decimal part, decimal whole) =>
        whole == 0m ? null : Math.Round(part / whole, 4, MidpointRounding.AwayFromZero);
}
