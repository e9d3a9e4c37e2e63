using Splot.Contracts.Projects;
using Splot.Portal.Labels;
using Splot.Portal.Words;
using Splot.Ui;

namespace Splot.Portal.ReadProject;

/// <summary>Where a project's money comes from.</summary>
internal static class MoneySource
{
    /// <summary>
    /// Parts of the total, the Union's first. What no list names is the difference and is called so; with nothing left, or
    /// more than the total, no part is made up.
    /// </summary>
    public static IReadOnlyList<MoneyPart> Parts(OperationDocument document, Label? fund)
    {
        if (document is not { Budget: { Amount: > 0m } whole, EuContribution: { } eu } || eu.Currency != whole.Currency || eu.Amount > whole.Amount)
        {
            return [];
        }

        var parts = new List<MoneyPart> { Part(fund is { } name ? Text.UnionBy(name.Text) : Text.Union, eu, whole) };
        var left = whole.Amount - eu.Amount;
        foreach (var (label, amount) in new[] { (Text.National, document.NationalContribution), (Text.Own, document.OwnContribution) })
        {
            if (amount is { Amount: > 0m } && amount.Currency == whole.Currency && amount.Amount <= left)
            {
                parts.Add(Part(label, amount, whole));
                left -= amount.Amount;
            }
        }

        if (left > 0m)
        {
            parts.Add(new MoneyPart(parts.Count == 1 ? Text.NationalAndOwn : Text.Rest, Difference(whole, left), left / whole.Amount));
        }

        return parts;
    }

    private static MoneyPart Part(string label, AmountDocument amount, AmountDocument whole) => new(label, MoneyWords.Main(amount)!, amount.Amount / whole.Amount);

    // In euro where the whole is in euro as published; a converted difference would differ from the converted parts by a cent.
    private static string Difference(AmountDocument whole, decimal left) => MoneyWords.Of(left, whole.Currency);
}
