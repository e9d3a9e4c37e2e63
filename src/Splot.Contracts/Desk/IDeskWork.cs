using Splot.Contracts.Access;

namespace Splot.Contracts.Desk;

/// <summary>What a module has for somebody's desk. Each asks the table how far the caller may go.</summary>
public interface IDeskWork
{
    /// <summary>The caller's tasks, in any order; texts in the language that is current.</summary>
    Task<IReadOnlyList<DeskTask>> CollectAsync(ICaller caller, DateOnly today, CancellationToken cancellation);
}

/// <summary>Why a task lies on the desk.</summary>
public enum DeskTaskKind
{
    /// <summary>It has a day by which it is to be done.</summary>
    Due = 0,

    /// <summary>It waits for somebody to see to it.</summary>
    Waits = 1,

    /// <summary>Something was changed that concerns the reader.</summary>
    Changed = 2,
}

/// <summary>Something to be done or known.</summary>
/// <param name="Kind">Why it lies there.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Detail">Whom or what it is about.</param>
/// <param name="Path">Where it is done, without language.</param>
/// <param name="Due">The last day; null where there is none.</param>
public sealed record DeskTask(DeskTaskKind Kind, string Title, string? Detail, string Path, DateOnly? Due = null);
