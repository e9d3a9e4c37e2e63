namespace Splot.Contracts.Desk;

/// <summary>Lists as somebody wants to see them again: filters, order and columns under a name.</summary>
public interface ISavedViews
{
    /// <summary>The views that an account keeps of a list, in the order of their names.</summary>
    Task<IReadOnlyList<SavedView>> OfAsync(string account, string list, CancellationToken cancellation);
}

/// <summary>A list as somebody wants to see it again.</summary>
/// <param name="Id">The view.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Query">Filters, order and columns as a query with its question mark; empty for none.</param>
public sealed record SavedView(string Id, string Name, string Query);
