using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.KeepRequests;

/// <summary>Records that a person asked for something that the law owes them.</summary>
/// <param name="Person">Who.</param>
/// <param name="Kind">One of <see cref="RequestKind"/>.</param>
/// <param name="ReceivedOn">The day on which it came; the time for the answer runs from there.</param>
/// <param name="Asked">What was asked for.</param>
/// <param name="By">Who records it.</param>
internal sealed record ReceiveRequest(PersonId Person, string Kind, DateOnly ReceivedOn, string? Asked, Doer By)
{
    /// <summary>Code of the purpose that is objected to.</summary>
    public string? Purpose { get; init; }
}

/// <summary>Takes two further months for the answer; the person was told why.</summary>
internal sealed record ExtendRequest(string Request, DateOnly On, Doer By);

/// <summary>Records the answer.</summary>
internal sealed record AnswerRequest(string Request, bool Granted, DateOnly On, string? Answer, Doer By);

/// <summary>What became of it.</summary>
internal abstract record RequestOutcome
{
    /// <summary>Recorded.</summary>
    public sealed record Recorded(string Request) : RequestOutcome;

    /// <summary>There is no such person or request, as far as the account may know.</summary>
    public sealed record Unknown : RequestOutcome;

    /// <summary>It was answered before.</summary>
    public sealed record Answered : RequestOutcome;

    /// <summary>The first month is over, or it was extended before: nothing can be extended.</summary>
    public sealed record TooLate : RequestOutcome;
}

internal sealed class KeepRequestsHandler(MainStore main, KeyRing keys, TimeProvider clock)
{
    public async Task<RequestOutcome> HandleAsync(ReceiveRequest command, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        return await main.WriteAsync<RequestOutcome>(
            async session =>
            {
                var opened = await OpenedPerson.FindAsync(session, keys, command.Person, command.By, cancellation);
                if (opened is null)
                {
                    return new RequestOutcome.Unknown();
                }

                var now = clock.GetUtcNow();
                var request = new RequestRow
                {
                    Id = PersonId.New(now).Value,
                    PersonId = opened.Row.Id,
                    OrganisationId = opened.Row.OrganisationId,
                    Kind = command.Kind,
                    Purpose = command.Kind == RequestKind.Objection ? command.Purpose : null,
                    ReceivedOn = command.ReceivedOn,
                    DueOn = RequestTerms.DueOn(command.ReceivedOn),
                    Asked = opened.Key.Seal(RequestColumns.Asked, command.Asked),
                    RecordedAt = now.ToUnixTimeMilliseconds(),
                    RecordedBy = command.By.Account,
                };
                session.Context<PersonsContext>().Requests.Add(request);
                session.Record(Entry("persons.receive-request", request, command.By) with { After = Recording.Plain(new { command.Kind, request.Purpose, command.ReceivedOn, request.DueOn }) });
                return new RequestOutcome.Recorded(request.Id);
            },
            cancellation);
    }

    public Task<RequestOutcome> HandleAsync(ExtendRequest command, CancellationToken cancellation) => ChangeAsync(
        command.Request,
        command.By,
        (session, request, _) =>
        {
            if (request.ExtendedOn is not null || command.On > request.DueOn)
            {
                return new RequestOutcome.TooLate();
            }

            (request.ExtendedOn, request.DueOn) = (command.On, RequestTerms.ExtendedDueOn(request.ReceivedOn));
            session.Record(Entry("persons.extend-request", request, command.By) with { After = Recording.Plain(new { request.ExtendedOn, request.DueOn }) });
            return new RequestOutcome.Recorded(request.Id);
        },
        cancellation);

    public Task<RequestOutcome> HandleAsync(AnswerRequest command, CancellationToken cancellation) => ChangeAsync(
        command.Request,
        command.By,
        (session, request, key) =>
        {
            (request.Granted, request.AnsweredOn, request.AnsweredBy) = (command.Granted, command.On, command.By.Account);
            request.Answer = key?.Seal(RequestColumns.Answer, command.Answer);
            session.Record(Entry("persons.answer-request", request, command.By) with { After = Recording.Plain(new { command.Granted, command.On }) });
            return new RequestOutcome.Recorded(request.Id);
        },
        cancellation);

    /// <summary>Changes a request that is open. Whose person was erased, as they asked, has no key any more; the request is answered all the same.</summary>
    private async Task<RequestOutcome> ChangeAsync(string id, Doer by, Func<WriteSession, RequestRow, PersonKey?, RequestOutcome> change, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        return await main.WriteAsync(
            async session =>
            {
                var context = session.Context<PersonsContext>();
                var request = await Requests.Within(context, by.Sight).FirstOrDefaultAsync(r => r.Id == id, cancellation);
                if (request is null)
                {
                    return new RequestOutcome.Unknown();
                }

                if (request.Granted is not null)
                {
                    return new RequestOutcome.Answered();
                }

                var sealedKey = await context.Persons.Where(p => p.Id == request.PersonId).Select(p => p.SealedKey).SingleAsync(cancellation);
                return change(session, request, sealedKey is null ? null : PersonKey.Open(keys, request.PersonId, sealedKey));
            },
            cancellation);
    }

    private static AuditEntry Entry(string act, RequestRow request, Doer by) =>
        Recording.Entry(AuditKind.Change, act, by) with { SubjectKind = "request", SubjectId = request.Id, Organisation = request.OrganisationId, Person = request.PersonId };
}
