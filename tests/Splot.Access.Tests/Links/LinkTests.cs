using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Testing;

namespace Splot.Access.Tests.Links;

public sealed class LinkTests
{
    private static readonly LinkScope Answer = new("answer-collection", "collection-answer");

    [Theory, EachEngine]
    public async Task Link_Issued_OpensItsSubjectAsOftenAsWanted(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var link = await IssueAsync(app, once: false);

        Assert.Equal("17", (await UseAsync(app, link.Secret, Answer))?.SubjectId);
        Assert.Equal("office@example.org", (await UseAsync(app, link.Secret, Answer with { SubjectId = "17" }))?.Recipient);
    }

    [Theory, EachEngine]
    public async Task Link_GoodOnce_IsUsedUpByItsFirstUse(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var link = await IssueAsync(app, once: true);

        Assert.NotNull(await UseAsync(app, link.Secret, Answer));
        Assert.Null(await UseAsync(app, link.Secret, Answer));
        Assert.Null(await Links(app).FindAsync(link.Secret, Answer, CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Link_GoodOnceUsedByTwoAtATime_OpensToOne(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var link = await IssueAsync(app, once: true);

        var uses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => UseAsync(app, link.Secret, Answer)));

        Assert.Single(uses, u => u is not null);
    }

    [Theory]
    [InlineData("answer-referral", "collection-answer", null)]
    [InlineData("answer-collection", "referral", null)]
    [InlineData("answer-collection", "collection-answer", "18")]
    public async Task Link_AskedForAnotherPurposeOrSubject_OpensNothing(string purpose, string kind, string? subject)
    {
        await using var app = await SplotApp.StartAsync();
        var link = await IssueAsync(app, once: false);

        Assert.Null(await Links(app).FindAsync(link.Secret, new LinkScope(purpose, kind, subject), CancellationToken.None));
    }

    [Fact]
    public async Task Link_AfterItsEnd_OpensNothing()
    {
        await using var app = await SplotApp.StartAsync();
        var link = await IssueAsync(app, once: false);
        Assert.NotNull(await Links(app).FindAsync(link.Secret, Answer, CancellationToken.None));

        app.Clock.Leap(TimeSpan.FromDays(14));

        Assert.Null(await Links(app).FindAsync(link.Secret, Answer, CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Link_TakenBack_OpensNothing(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var link = await IssueAsync(app, once: false);

        var revoked = await Store(app).WriteAsync(session => Links(app).RevokeAsync(session, Answer with { SubjectId = "17" }, "me", CancellationToken.None), CancellationToken.None);

        Assert.Equal(1, revoked);
        Assert.Null(await Links(app).FindAsync(link.Secret, Answer, CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Store_OfLinks_HoldsNoSecret(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var link = await IssueAsync(app, once: false);

        var row = await Store(app).ReadAsync(
            async session =>
            {
                await using var reader = await session.Command("SELECT * FROM access_link").ExecuteReaderAsync();
                Assert.True(await reader.ReadAsync());
                return string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i).ToString()));
            },
            CancellationToken.None);

        Assert.DoesNotContain(link.Secret, row, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Audit_OfLinks_NamesTheLinkThatWasUsed(Engine engine)
    {
        await using var app = await SplotApp.StartAsync(engine);
        var link = await IssueAsync(app, once: true);
        await UseAsync(app, link.Secret, Answer);

        var told = await Store(app).ReadAsync(
            async session =>
            {
                var found = new List<(string, string, string?)>();
                await using var reader = await session.Command("SELECT act, actor_kind, actor FROM data_audit ORDER BY id").ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    found.Add((reader.GetString(0), reader.GetString(1), reader.Text(2)));
                }

                return found;
            },
            CancellationToken.None);

        Assert.Equal([("access.link-issued", "account", "me"), ("access.link-used", "link", link.Id)], told);
    }

    private static ILinks Links(SplotApp app) => app.Services.GetRequiredService<ILinks>();

    private static MainStore Store(SplotApp app) => app.Services.GetRequiredService<MainStore>();

    private static Task<IssuedLink> IssueAsync(SplotApp app, bool once) => Store(app).WriteAsync(
        session => Links(app).IssueAsync(
            session, new LinkOrder(Answer.Purpose, Answer.SubjectKind, "17", "office@example.org", app.Clock.GetUtcNow() + TimeSpan.FromDays(14), once, "me"), CancellationToken.None),
        CancellationToken.None);

    private static Task<HeldLink?> UseAsync(SplotApp app, string secret, LinkScope scope) =>
        Store(app).WriteAsync(session => Links(app).UseAsync(session, secret, scope, CancellationToken.None), CancellationToken.None);
}
