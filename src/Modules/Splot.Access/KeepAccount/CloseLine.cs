namespace Splot.Access.KeepAccount;

/// <summary>An account that is to be closed, or what became of it.</summary>
public sealed record CloseLine(string Id, string Name, string? Outcome);
