using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Splot.Testing;

namespace Splot.Data.Tests.Jobs;

/// <summary>A handler that does what the test says.</summary>
internal sealed class Worker(Func<JobContext, CancellationToken, Task> work) : IJobHandler
{
    public const string KindName = "test.work";

    private readonly ConcurrentQueue<string> begun = new();

    public string Kind => KindName;

    /// <summary>Names of the jobs begun, in order.</summary>
    public IReadOnlyList<string> Begun => [.. begun];

    public Task RunAsync(JobContext job, CancellationToken cancellation)
    {
        begun.Enqueue(job.Name);
        return work(job, cancellation);
    }

    public void AddTo(IServiceCollection services) => services.AddSingleton<IJobHandler>(this);
}

internal sealed record Numbers(int Last);

internal static class Asking
{
    public static Task<long> EnqueueAsync(this TestStore stores, string name, Numbers arguments, TimeSpan? after = null) => stores.Main.WriteAsync(
        session => stores.Get<Splot.Data.Jobs>().EnqueueAsync(session, Worker.KindName, name, arguments, stores.Clock.GetUtcNow() + (after ?? TimeSpan.Zero), CancellationToken.None),
        CancellationToken.None);

    public static async Task<JobStatus> StatusAsync(this TestStore stores, string name) =>
        (await stores.Get<Splot.Data.Jobs>().FindAsync(Worker.KindName, name, CancellationToken.None))!;

    public static Task<int> RunDueAsync(this TestStore stores) => stores.Get<JobRunner>().RunDueAsync(CancellationToken.None);
}
