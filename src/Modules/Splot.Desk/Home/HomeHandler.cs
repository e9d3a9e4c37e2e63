using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Desk.Drafts;

namespace Splot.Desk.Home;

/// <summary>What lies on somebody's desk.</summary>
/// <param name="Due">What has a day, the most urgent first.</param>
/// <param name="Waits">What waits for somebody to see to it.</param>
/// <param name="Changed">What has changed.</param>
/// <param name="Drafts">Forms that were begun.</param>
public sealed record Work(IReadOnlyList<DeskTask> Due, IReadOnlyList<DeskTask> Waits, IReadOnlyList<DeskTask> Changed, IReadOnlyList<KeptDraft> Drafts)
{
    /// <summary>True where nothing lies there.</summary>
    public bool IsEmpty => Due.Count + Waits.Count + Changed.Count + Drafts.Count == 0;
}

/// <summary>Collects what every module has for the caller's desk, and the caller's drafts.</summary>
internal sealed class HomeHandler(IEnumerable<IDeskWork> modules, KeptDrafts drafts, ICaller caller)
{
    public async Task<Work> HandleAsync(DateOnly today, CancellationToken cancellation)
    {
        var tasks = new List<DeskTask>();
        foreach (var module in modules)
        {
            tasks.AddRange(await module.CollectAsync(caller, today, cancellation));
        }

        return new Work(
            [.. tasks.Where(t => t.Kind == DeskTaskKind.Due).OrderBy(t => t.Due).ThenBy(t => t.Title, StringComparer.Ordinal).ThenBy(t => t.Path, StringComparer.Ordinal)],
            [.. tasks.Where(t => t.Kind == DeskTaskKind.Waits)],
            [.. tasks.Where(t => t.Kind == DeskTaskKind.Changed)],
            await drafts.OfAsync(caller.Account!.Id, cancellation));
    }
}
