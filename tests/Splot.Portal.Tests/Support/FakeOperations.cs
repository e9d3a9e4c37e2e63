using System.Runtime.CompilerServices;
using Splot.Contracts.Projects;

namespace Splot.Portal.Tests.Support;

/// <summary>The projects module as the portal sees it: operations by key, changed at will.</summary>
internal sealed class FakeOperations : IPublishedOperations
{
    private readonly SortedDictionary<long, PublishedOperation> operations = [];

    public void Set(long key, PublishedOperation operation) => operations[key] = operation;

    public void Remove(long key) => operations.Remove(key);

    public async IAsyncEnumerable<PublishedOperation> ReadAsync(long fromKey, long toKey, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (_, operation) in operations.Where(o => o.Key >= fromKey && o.Key <= toKey).ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return operation;
        }

        await Task.CompletedTask;
    }

    public Task<(long From, long To)?> KeyRangeAsync(CancellationToken cancellation) =>
        Task.FromResult<(long, long)?>(operations.Count == 0 ? null : (operations.Keys.First(), operations.Keys.Last()));

    public Task<IReadOnlyList<PublicChange>> HistoryAsync(string operationId, CancellationToken cancellation) =>
        Task.FromResult(operations.Values.First(o => o.Id == operationId).Changes);
}
