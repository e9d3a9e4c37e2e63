using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Projects.Store;

namespace Splot.Projects.ExportOperations;

/// <summary>What an export is made of. Names of natural persons are never in it.</summary>
internal sealed class ExportedOperations(IPublishedOperations published, MainStore store)
{
    /// <summary>Each public operation once, in the order in which the registry took them up. Streams: memory does not grow with their number.</summary>
    public async IAsyncEnumerable<OperationDocument> ReadAsync(ExportSelection selection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await published.KeyRangeAsync(cancellation) is not { } range)
        {
            yield break;
        }

        await foreach (var operation in published.ReadAsync(range.From, range.To, cancellation))
        {
            if (operation is { Document: { } document, OfAnotherKey: false } && selection.Wants(document))
            {
                yield return document;
            }
        }
    }

    /// <summary>Names of all lists, in order.</summary>
    public Task<List<string>> ListsAsync(CancellationToken cancellation) => store.ReadAsync(
        session => session.Context<ProjectsContext>().Lists.Select(l => l.Name).OrderBy(n => n).ToListAsync(cancellation),
        cancellation);

    /// <summary>True where any operation held is an invented one.</summary>
    public Task<bool> HoldInventedAsync(CancellationToken cancellation) => store.ReadAsync(
        session => session.Context<ProjectsContext>().Operations.AnyAsync(o => o.Demo, cancellation),
        cancellation);
}
