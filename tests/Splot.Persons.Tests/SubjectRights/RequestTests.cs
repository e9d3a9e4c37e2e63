using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.ErasePerson;
using Splot.Persons.KeepRequests;
using Splot.Persons.Model;
using Splot.Persons.RestrictPerson;
using Splot.Persons.Tests.Vault;
using Splot.Testing;

namespace Splot.Persons.Tests.SubjectRights;

public class RequestTests
{
    private static readonly DateOnly Day = new(2026, 1, 31);

    [Theory, EachEngine]
    public async Task Receive_Request_IsDueAMonthLaterAndSealed(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var request = await ReceiveAsync(vault, await vault.EnterAsync(VaultFixture.Anna));

        Assert.Equal((new DateOnly(2026, 2, 28), "Niebylska wants all of it"), ((await ReadAsync(vault, request))!.DueOn, (await ReadAsync(vault, request))!.Asked));
        Assert.False(StoreBytes.Hold(await StoreBytes.ReadAsync(vault.Stores.Main), "wants all of it"), "The request can be read in the store.");
    }

    [Theory, EachEngine]
    public async Task Extend_Request_GivesTwoMonthsOnceAndOnlyInTime(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        var (request, late) = (await ReceiveAsync(vault, anna), await ReceiveAsync(vault, anna));
        var handler = vault.Get<KeepRequestsHandler>();

        Assert.IsType<RequestOutcome.Recorded>(await handler.HandleAsync(new ExtendRequest(request, Day.AddDays(20), VaultFixture.Clerk), CancellationToken.None));
        Assert.IsType<RequestOutcome.TooLate>(await handler.HandleAsync(new ExtendRequest(request, Day.AddDays(20), VaultFixture.Clerk), CancellationToken.None));
        Assert.IsType<RequestOutcome.TooLate>(await handler.HandleAsync(new ExtendRequest(late, Day.AddDays(40), VaultFixture.Clerk), CancellationToken.None));
        Assert.Equal(new DateOnly(2026, 4, 30), (await ReadAsync(vault, request))!.DueOn);
    }

    [Theory, EachEngine]
    public async Task Answer_Request_IsDoneOnceAndMovesItToTheAnsweredOnes(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var request = await ReceiveAsync(vault, await vault.EnterAsync(VaultFixture.Anna));
        var answer = new AnswerRequest(request, true, Day.AddDays(3), "Dear Niebylska", VaultFixture.Clerk);

        Assert.IsType<RequestOutcome.Recorded>(await vault.Get<KeepRequestsHandler>().HandleAsync(answer, CancellationToken.None));
        Assert.IsType<RequestOutcome.Answered>(await vault.Get<KeepRequestsHandler>().HandleAsync(answer, CancellationToken.None));

        Assert.Equal((0, 1), ((await ListAsync(vault, open: true)).Count, (await ListAsync(vault, open: false)).Count));
        Assert.Equal("Dear Niebylska", (await ReadAsync(vault, request))!.Answer);
    }

    [Theory, EachEngine]
    public async Task List_PagedByKey_IsWholeAndInTheOrderOfDueDays(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        foreach (var offset in new[] { 5, 1, 5, 3, 2 })
        {
            await ReceiveAsync(vault, anna, Day.AddDays(offset));
        }

        var (seen, after) = (new List<SubjectRequest>(), (string?)null);
        do
        {
            var page = await vault.Get<ReadRequestsHandler>().HandleAsync(new ListRequests(true, VaultFixture.Clerk, after, 2), CancellationToken.None);
            seen.AddRange(page.Requests);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(5, seen.DistinctBy(r => r.Id).Count());
        Assert.Equal(seen.Select(r => r.DueOn).Order(), seen.Select(r => r.DueOn));
    }

    [Theory, EachEngine]
    public async Task Request_OfAHiddenPersonOrAnotherOrganisation_IsUnknown(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var (anna, georgi) = (await vault.EnterAsync(VaultFixture.Anna), await vault.EnterAsync(VaultFixture.Georgi, VaultFixture.Town));
        var (hidden, elsewhere) = (await ReceiveAsync(vault, anna), await ReceiveAsync(vault, georgi));
        await vault.Get<RestrictPersonHandler>().HandleAsync(new RestrictPerson.RestrictPerson(anna, 1, true, ["head"], VaultFixture.Clerk), CancellationToken.None);
        var officer = VaultFixture.By(VaultFixture.CentreOnly);

        Assert.Null(await ReadAsync(vault, hidden, officer));
        Assert.Null(await ReadAsync(vault, elsewhere, officer));
        Assert.Empty(await ListAsync(vault, open: true, officer));
        Assert.IsType<RequestOutcome.Unknown>(await vault.Get<KeepRequestsHandler>().HandleAsync(new AnswerRequest(hidden, true, Day, null, officer), CancellationToken.None));
        Assert.NotNull(await ReadAsync(vault, hidden, VaultFixture.By(VaultFixture.ScopeOf("head", VaultFixture.Centre))));
    }

    [Theory, EachEngine]
    public async Task Request_OfAPersonErasedSince_IsAnsweredAllTheSame(Engine engine)
    {
        await using var vault = await VaultFixture.CreateAsync(engine);
        var anna = await vault.EnterAsync(VaultFixture.Anna);
        var request = await ReceiveAsync(vault, anna);
        await vault.Get<ErasePersonHandler>().HandleAsync(new ErasePerson.ErasePerson(anna, 1, false, VaultFixture.Clerk), CancellationToken.None);

        Assert.IsType<RequestOutcome.Recorded>(await vault.Get<KeepRequestsHandler>().HandleAsync(new AnswerRequest(request, true, Day, null, VaultFixture.Clerk), CancellationToken.None));

        Assert.Equal((true, null, true), ((await ReadAsync(vault, request))!.IsErased, (await ReadAsync(vault, request))!.Asked, (await ReadAsync(vault, request))!.Granted!.Value));
    }

    private static async Task<string> ReceiveAsync(VaultFixture vault, PersonId person, DateOnly? on = null) => Assert.IsType<RequestOutcome.Recorded>(
        await vault.Get<KeepRequestsHandler>().HandleAsync(new ReceiveRequest(person, RequestKind.Access, on ?? Day, "Niebylska wants all of it", VaultFixture.Clerk), CancellationToken.None)).Request;

    private static Task<SubjectRequest?> ReadAsync(VaultFixture vault, string request, Doer? by = null) =>
        vault.Get<ReadRequestsHandler>().HandleAsync(new ReadRequest(request, by ?? VaultFixture.Clerk), CancellationToken.None);

    private static async Task<IReadOnlyList<SubjectRequest>> ListAsync(VaultFixture vault, bool open, Doer? by = null) =>
        (await vault.Get<ReadRequestsHandler>().HandleAsync(new ListRequests(open, by ?? VaultFixture.Clerk), CancellationToken.None)).Requests;
}
