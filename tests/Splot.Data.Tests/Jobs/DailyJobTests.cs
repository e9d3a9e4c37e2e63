using Microsoft.Extensions.DependencyInjection;
using Splot.Testing;

namespace Splot.Data.Tests.Jobs;

public class DailyJobTests
{
    private static readonly TimeZoneInfo Warsaw = TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw");

    [Theory]
    [InlineData("2026-06-01T00:00:00Z", "2026-06-01T01:30:00Z")] // 03:30 in summer time
    [InlineData("2026-06-01T01:30:00Z", "2026-06-02T01:30:00Z")] // just now: tomorrow
    [InlineData("2026-01-15T22:00:00Z", "2026-01-16T02:30:00Z")] // 03:30 in winter time
    [InlineData("2026-05-31T22:30:00Z", "2026-06-01T01:30:00Z")] // it is tomorrow already in Warsaw
    [InlineData("2026-10-24T22:00:00Z", "2026-10-25T02:30:00Z")] // the night when clocks go back
    public void Next_AtHalfPastThree_InLocalTime(string now, string expected) =>
        Assert.Equal(Instant(expected), new DailyJob("x", new TimeOnly(3, 30)).Next(Instant(now), Warsaw));

    [Fact]
    public void Next_HourLeftOutInSpring_IsTheHourAfter() =>
        Assert.Equal(Instant("2026-03-29T01:00:00Z"), new DailyJob("x", new TimeOnly(2, 30)).Next(Instant("2026-03-28T22:00:00Z"), Warsaw));

    [Theory, EachEngine]
    public async Task RunDue_DailyJob_ComesRoundEveryDay(Engine engine)
    {
        var worker = new Worker((_, _) => Task.CompletedTask);
        await using var stores = await TestStore.CreateAsync(engine, services =>
        {
            worker.AddTo(services);
            services.AddSingleton(new DailyJob(Worker.KindName, new TimeOnly(12, 0)));
        });
        var begun = new List<int>();
        for (var half = 0; half < 6; half++)
        {
            await stores.RunDueAsync();
            begun.Add(worker.Begun.Count);
            stores.Clock.Advance(TimeSpan.FromHours(12));
        }

        Assert.Equal([0, 1, 1, 2, 2, 3], begun);
    }

    [Theory, EachEngine]
    public async Task RunDue_DailyJobFails_HasItsChanceTheNextDay(Engine engine)
    {
        var worker = new Worker((_, _) => throw new InvalidOperationException("No."));
        await using var stores = await TestStore.CreateAsync(engine, services =>
        {
            worker.AddTo(services);
            services.AddSingleton(new DailyJob(Worker.KindName, new TimeOnly(12, 0)));
        });
        await stores.RunDueAsync();
        stores.Clock.Advance(TimeSpan.FromHours(5));
        for (var i = 0; i < 10; i++)
        {
            await stores.RunDueAsync();
            stores.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        var status = await stores.StatusAsync(JobRunner.DailyName);
        Assert.Equal(5, worker.Begun.Count);
        Assert.Equal((JobState.Waiting, new DateTimeOffset(2026, 6, 2, 12, 0, 0, TimeSpan.Zero), "No."), (status.State, status.DueAt, status.Message));
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
