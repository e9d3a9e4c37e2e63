using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Splot.Data.Tests.Stores;
using Splot.Testing;

namespace Splot.Data.Tests.Jobs;

public class JobRunnerTests
{
    [Theory, EachEngine]
    public async Task RunDue_JobAskedFor_DoneWithItsArguments(Engine engine)
    {
        Numbers? seen = null;
        await using var stores = await StoresAsync(engine, (job, _) =>
        {
            seen = job.Read<Numbers>();
            return job.ReportAsync(7, 7, "seven", CancellationToken.None);
        });
        await stores.EnqueueAsync("a", new Numbers(7));

        Assert.Equal(1, await stores.RunDueAsync());

        var status = await stores.StatusAsync("a");
        Assert.Equal(new Numbers(7), seen);
        Assert.Equal((JobState.Done, 7, 7, "seven"), (status.State, status.Done, status.Total, status.Message));
        Assert.Equal(stores.Clock.GetUtcNow(), status.FinishedAt);
    }

    [Theory, EachEngine]
    public async Task Enqueue_CallersTransactionFails_NoJob(Engine engine)
    {
        await using var stores = await StoresAsync(engine, (_, _) => Task.CompletedTask);

        await Assert.ThrowsAsync<InvalidOperationException>(() => stores.Main.WriteAsync(
            async session =>
            {
                await stores.Get<Splot.Data.Jobs>().EnqueueAsync(session, Worker.KindName, "a", new Numbers(1), null, CancellationToken.None);
                throw new InvalidOperationException("The caller failed.");
            },
            CancellationToken.None));

        Assert.Null(await stores.Get<Splot.Data.Jobs>().FindAsync(Worker.KindName, "a", CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task RunDue_JobDueLater_WaitsForItsTime(Engine engine)
    {
        await using var stores = await StoresAsync(engine, (_, _) => Task.CompletedTask);
        await stores.EnqueueAsync("a", new Numbers(1), TimeSpan.FromHours(1));

        var early = await stores.RunDueAsync();
        stores.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal((0, 1), (early, await stores.RunDueAsync()));
    }

    [Theory, EachEngine]
    public async Task RunDue_KindWithoutHandler_LeftForOtherProcesses(Engine engine)
    {
        await using var stores = await TestStore.CreateAsync(engine);
        await stores.EnqueueAsync("a", new Numbers(1));

        await stores.RunDueAsync();

        Assert.Equal(JobState.Waiting, (await stores.StatusAsync("a")).State);
    }

    [Theory, EachEngine]
    public async Task RunDue_HandlerFails_TriedAgainFromTheCheckpointEverLater(Engine engine)
    {
        var steps = new List<int>();
        await using var stores = await StoresAsync(engine, async (job, cancellation) =>
        {
            for (var i = job.ReadCheckpoint<int>(); i < 4; i++)
            {
                steps.Add(i);
                if (i == 2 && steps.Count(s => s == 2) < 3)
                {
                    throw new InvalidOperationException("Two is hard.");
                }

                await job.CheckpointAsync(i + 1, i + 1, 4, null, cancellation);
            }
        });
        await stores.EnqueueAsync("a", new Numbers(4));

        await stores.RunDueAsync();
        var failed = await stores.StatusAsync("a");
        stores.Clock.Advance(TimeSpan.FromSeconds(9));
        var early = await stores.RunDueAsync();
        stores.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await stores.RunDueAsync();
        stores.Clock.Advance(TimeSpan.FromSeconds(20));
        await stores.RunDueAsync();

        Assert.Equal((JobState.Waiting, 2, "Two is hard."), (failed.State, failed.Done, failed.Message));
        Assert.Equal((0, 1), (early, second));
        Assert.Equal([0, 1, 2, 2, 2, 3], steps);
        Assert.Equal(JobState.Done, (await stores.StatusAsync("a")).State);
    }

    [Theory, EachEngine]
    public async Task RunDue_FailsTooOften_GivenUpAndAskedForAgain(Engine engine)
    {
        var broken = true;
        var worker = new Worker((_, _) => broken ? throw new InvalidOperationException("No.") : Task.CompletedTask);
        await using var stores = await TestStore.CreateAsync(engine, worker.AddTo);
        await stores.EnqueueAsync("a", new Numbers(1));
        for (var i = 0; i < 10; i++)
        {
            await stores.RunDueAsync();
            stores.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        var given = await stores.StatusAsync("a");
        broken = false;
        await stores.EnqueueAsync("a", new Numbers(1));
        await stores.RunDueAsync();

        Assert.Equal((JobState.Failed, 5), (given.State, given.Attempts));
        Assert.Equal((JobState.Done, 6), ((await stores.StatusAsync("a")).State, worker.Begun.Count));
    }

    [Theory, EachEngine]
    public async Task RunDue_ProcessDies_AnotherGoesOnFromTheCheckpoint(Engine engine)
    {
        var never = new TaskCompletionSource();
        var seen = new List<int>();
        var dying = new Worker(async (job, cancellation) =>
        {
            await job.CheckpointAsync(40, 40, 100, "forty", cancellation);
            await never.Task;
            await job.CheckpointAsync(50, 50, 100, "fifty", cancellation);
        });
        await using var stores = await StoresAsync(engine, (job, _) =>
        {
            seen.Add(job.ReadCheckpoint<int>());
            return Task.CompletedTask;
        });
        await using var process = stores.AnotherProcess(dying.AddTo, new ManualClock(stores.Clock.GetUtcNow()));
        await stores.EnqueueAsync("a", new Numbers(100));
        var run = process.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        await Eventually.TrueAsync(async () => (await stores.StatusAsync("a")).Message == "forty");

        var early = await stores.RunDueAsync();
        stores.Clock.Advance(TimeSpan.FromSeconds(31));
        await stores.RunDueAsync();
        never.SetResult();
        await run;

        Assert.Equal(0, early);
        Assert.Equal([40], seen);
        var status = await stores.StatusAsync("a");
        Assert.Equal((JobState.Done, 40), (status.State, status.Done));
    }

    [Theory, EachEngine]
    public async Task Checkpoint_JobTakenOverMeanwhile_CallersTransactionRolledBack(Engine engine)
    {
        var never = new TaskCompletionSource();
        Store? store = null;
        var dying = new Worker(async (job, cancellation) =>
        {
            await never.Task;
            await store!.WriteAsync(
                async session =>
                {
                    await Birds.AddAviary(session, "late");
                    await job.CheckpointAsync(session, 1, 1, null, null, cancellation);
                },
                cancellation);
        });
        await using var stores = await TestStore.CreateAsync(engine, services =>
        {
            Canary.CanaryContext.Add(services);
            new Worker((_, _) => Task.CompletedTask).AddTo(services);
        });
        await using var process = stores.AnotherProcess(dying.AddTo, new ManualClock(stores.Clock.GetUtcNow()));
        store = process.GetRequiredService<MainStore>();
        await stores.EnqueueAsync("a", new Numbers(1));
        var run = process.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => Task.FromResult(dying.Begun.Count == 1));

        stores.Clock.Advance(TimeSpan.FromSeconds(31));
        await stores.RunDueAsync();
        never.SetResult();
        await run;

        Assert.Equal(0, await stores.Main.CountAviariesAsync());
    }

    [Theory, EachEngine]
    public async Task RunDue_ProcessStops_JobWaitsAndNoAttemptIsCounted(Engine engine)
    {
        using var stop = new CancellationTokenSource();
        await using var stores = await StoresAsync(engine, async (job, cancellation) =>
        {
            await job.CheckpointAsync(1, 1, 2, null, cancellation);
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellation);
        });
        await stores.EnqueueAsync("a", new Numbers(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stores.Get<JobRunner>().RunDueAsync(stop.Token));

        var status = await stores.StatusAsync("a");
        Assert.Equal((JobState.Waiting, 0, 1), (status.State, status.Attempts, status.Done));
    }

    [Theory, EachEngine]
    public async Task RunDue_WorkLongerThanTheLease_LeaseIsKept(Engine engine)
    {
        var done = new TaskCompletionSource();
        var worker = new Worker((_, _) => done.Task);
        await using var stores = await TestStore.CreateAsync(engine, worker.AddTo);
        await using var process = stores.AnotherProcess(worker.AddTo);
        await stores.EnqueueAsync("a", new Numbers(1));
        var run = stores.RunDueAsync();
        await Eventually.TrueAsync(() => Task.FromResult(worker.Begun.Count == 1));

        for (var i = 0; i < 6; i++)
        {
            stores.Clock.Advance(TimeSpan.FromSeconds(10));
            await Eventually.TrueAsync(() => LeaseHoldsAsync(stores));
        }

        var other = await process.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        done.SetResult();
        Assert.Equal((0, 1), (other, await run));
    }

    [Theory, EachEngine]
    public async Task RunDue_ManyProcesses_EachJobOnce(Engine engine)
    {
        var worker = new Worker((_, cancellation) => Task.Delay(1, cancellation));
        await using var stores = await TestStore.CreateAsync(engine, worker.AddTo);
        await using var second = stores.AnotherProcess(worker.AddTo);
        await using var third = stores.AnotherProcess(worker.AddTo);
        for (var i = 0; i < 12; i++)
        {
            await stores.EnqueueAsync($"job {i}", new Numbers(i));
        }

        var turns = await Task.WhenAll(new[] { stores.Services, second, third }.Select(s => s.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None)));

        Assert.Equal(12, turns.Sum());
        Assert.Equal(12, worker.Begun.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, EachEngine]
    public async Task RunNow_JobWaitsForItsNextAttempt_RunsAtOnce(Engine engine)
    {
        await using var stores = await StoresAsync(engine, (_, _) => Task.CompletedTask);
        await stores.EnqueueAsync("a", new Numbers(1), TimeSpan.FromDays(1));

        var status = await stores.Get<JobRunner>().RunNowAsync(Worker.KindName, "a", CancellationToken.None);

        Assert.Equal(JobState.Done, status!.State);
    }

    [Theory, EachEngine]
    public async Task Service_JobAskedFor_RunWithinASecond(Engine engine)
    {
        var worker = new Worker((_, _) => Task.CompletedTask);
        await using var stores = await TestStore.CreateAsync(engine, worker.AddTo);
        var service = stores.Services.GetServices<IHostedService>().OfType<JobService>().Single();
        await service.StartAsync(CancellationToken.None);
        await stores.EnqueueAsync("a", new Numbers(1));
        await Eventually.TrueAsync(() => Task.FromResult(stores.Clock.Waiting >= 2));
        var before = worker.Begun.Count;

        stores.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(async () => (await stores.StatusAsync("a")).State == JobState.Done);

        await service.StopAsync(CancellationToken.None);
        Assert.Equal(0, before);
    }

    private static Task<TestStore> StoresAsync(Engine engine, Func<JobContext, CancellationToken, Task> work) => TestStore.CreateAsync(engine, new Worker(work).AddTo);

    private static Task<bool> LeaseHoldsAsync(TestStore stores) => stores.Main.ReadAsync(
        async session => (await JobTable.DueAsync(session, stores.Clock.GetUtcNow() + TimeSpan.FromSeconds(20), CancellationToken.None)).Count == 0,
        CancellationToken.None);
}
