using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Desk.Model;
using Splot.Desk.Store;
using Splot.Testing;

namespace Splot.Desk.Tests.Lists;

/// <summary>Reading part by part, with many equal values.</summary>
public sealed class PagingTests
{
    public static TheoryData<Engine, bool, bool> Ways() => [.. from engine in Enum.GetValues<Engine>() from number in new[] { false, true } from greatest in new[] { false, true } select (engine, number, greatest)];

    [Theory, MemberData(nameof(Ways))]
    public async Task Parts_PutTogether_AreTheWholeInOrder(Engine engine, bool number, bool descending)
    {
        await using var app = await SplotApp.StartAsync(engine);
        await FillAsync(app);
        var order = number
            ? KeySetOrder<ViewRow>.By(v => v.CreatedAt, v => v.Id, descending)
            : KeySetOrder<ViewRow>.By(v => v.Query, v => v.Id, descending);

        var read = new List<string>();
        string? after = null;
        do
        {
            var page = await Page(app, order, after);
            read.AddRange(page.Rows.Select(v => v.Id));
            after = page.Next;
        }
        while (after is not null);

        var whole = (await Page(app, order, null, 1000)).Rows.Select(v => v.Id).ToList();
        Assert.Equal(60, read.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(whole, read);
    }

    [Theory]
    [InlineData("rubbish")]
    [InlineData("bnVsbA")]
    [InlineData("e30")]
    [InlineData("%%%")]
    public async Task Key_ThatIsNone_BeginsAnew(string key)
    {
        await using var app = await SplotApp.StartAsync();
        await FillAsync(app);
        var order = KeySetOrder<ViewRow>.By(v => v.Query, v => v.Id);

        Assert.Equal((await Page(app, order, null)).Rows[0].Id, (await Page(app, order, key)).Rows[0].Id);
    }

    [Fact]
    public async Task Key_OfAnotherOrder_BeginsAnew()
    {
        await using var app = await SplotApp.StartAsync();
        await FillAsync(app);
        var key = (await Page(app, KeySetOrder<ViewRow>.By(v => v.CreatedAt, v => v.Id), null)).Next;
        var order = KeySetOrder<ViewRow>.By(v => v.Query, v => v.Id);

        Assert.Equal((await Page(app, order, null)).Rows[0].Id, (await Page(app, order, key)).Rows[0].Id);
    }

    private static Task FillAsync(SplotApp app) => app.Services.GetRequiredService<MainStore>().WriteAsync(
        session =>
        {
            session.Context<DeskContext>().Views.AddRange(Enumerable.Range(0, 60).Select(i => new ViewRow
            {
                Id = $"{i * 37 % 60:000}",
                AccountId = "a",
                List = "l",
                Name = $"{i}",
                Query = new[] { "ż", "a", "Z", "я" }[i % 4],
                CreatedAt = i % 5,
            }));
            return Task.CompletedTask;
        },
        CancellationToken.None);

    private static Task<Kernel.ListPage<ViewRow>> Page(SplotApp app, KeySetOrder<ViewRow> order, string? after, int size = 7) => app.Services.GetRequiredService<MainStore>().ReadAsync(
        session => session.Context<DeskContext>().Views.AsNoTracking().PageAsync(order, after, size, CancellationToken.None),
        CancellationToken.None);
}
