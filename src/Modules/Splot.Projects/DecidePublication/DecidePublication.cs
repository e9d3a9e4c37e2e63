using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Projects.Model;
using Splot.Projects.Store;

namespace Splot.Projects.DecidePublication;

/// <summary>Shows or withdraws one operation.</summary>
/// <param name="OperationId">Public id, or the local code as published (homoglyphs do not matter).</param>
/// <param name="Show">True to publish, false to withdraw.</param>
/// <param name="Reason">Why it is withdrawn; shown to the public.</param>
internal sealed record DecidePublication(string OperationId, bool Show, string? Reason);

/// <summary>What became of a decision.</summary>
internal abstract record DecidePublicationOutcome
{
    public sealed record Decided(string OperationId) : DecidePublicationOutcome;

    public sealed record Unknown : DecidePublicationOutcome;

    public sealed record ReasonMissing : DecidePublicationOutcome;

    /// <summary>Several operations carry the code.</summary>
    public sealed record Ambiguous(IReadOnlyList<string> Ids) : DecidePublicationOutcome;
}

/// <summary>Writes the decision and tells the projection, in one transaction.</summary>
internal sealed class DecidePublicationHandler(MainStore store, TimeProvider clock)
{
    public Task<DecidePublicationOutcome> HandleAsync(DecidePublication command, CancellationToken cancellation) =>
        !command.Show && string.IsNullOrWhiteSpace(command.Reason)
            ? Task.FromResult<DecidePublicationOutcome>(new DecidePublicationOutcome.ReasonMissing())
            : store.WriteAsync(session => HandleAsync(session, command, cancellation), cancellation);

    private async Task<DecidePublicationOutcome> HandleAsync(WriteSession session, DecidePublication command, CancellationToken cancellation)
    {
        var context = session.Context<ProjectsContext>();
        var code = Kernel.CodeText.Normalise(command.OperationId);
        var rows = await context.Operations
            .Where(o => o.OperationId == command.OperationId || o.CodeKey == code)
            .Where(o => context.Editions.Any(e => e.Id == o.EditionId && e.State == EditionState.Current))
            .Select(o => new { o.OperationId, o.Key })
            .ToListAsync(cancellation);
        var ids = rows.Select(r => r.OperationId).Distinct(StringComparer.Ordinal).ToList();
        ids = ids.Contains(command.OperationId, StringComparer.Ordinal) ? [command.OperationId] : ids;
        if (ids.Count != 1)
        {
            return ids.Count == 0 ? new DecidePublicationOutcome.Unknown() : new DecidePublicationOutcome.Ambiguous(ids);
        }

        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var decision = await context.Decisions.FindAsync([ids[0]], cancellation) ?? context.Decisions.Add(new PublicationDecision { OperationId = ids[0] }).Entity;
        (decision.Shown, decision.Reason, decision.DecidedAt) = (command.Show, command.Show ? null : command.Reason, now);
        context.Acts.Add(new PublicationAct { Kind = command.Show ? "publish" : "withdraw", Subject = ids[0], ActedAt = now });
        foreach (var row in rows.Where(r => r.OperationId == ids[0]))
        {
            session.Publish(new OperationsChanged(row.Key, row.Key));
        }

        return new DecidePublicationOutcome.Decided(ids[0]);
    }
}
