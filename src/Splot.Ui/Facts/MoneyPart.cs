namespace Splot.Ui;

/// <summary>One source of a project's money.</summary>
/// <param name="Label">Whose money it is.</param>
/// <param name="Amount">The amount as it is to be read.</param>
/// <param name="Share">Its share of the whole, 0 to 1.</param>
public sealed record MoneyPart(string Label, string Amount, decimal Share);
