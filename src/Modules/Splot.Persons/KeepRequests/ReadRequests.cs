using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.KeepRequests;

/// <summary>A request as it stands.</summary>
/// <param name="Name">Who asked; null where the person was erased since.</param>
/// <param name="PersonVersion">The version of the person's record, for what is done to it in answer.</param>
public sealed record SubjectRequest(
    string Id, PersonId Person, string? Name, long PersonVersion, string Kind, DateOnly ReceivedOn, DateOnly DueOn, DateOnly? ExtendedOn, string? Asked, bool? Granted, DateOnly? AnsweredOn, string? Answer)
{
    /// <summary>Whose record it was when the request came.</summary>
    public required string Organisation { get; init; }

    /// <summary>Code of the purpose that is objected to.</summary>
    public string? Purpose { get; init; }

    /// <summary>Its name, as the organisation declared it last.</summary>
    public string? PurposeName { get; init; }

    /// <summary>Whether the person was erased since.</summary>
    public bool IsErased => Name is null;

    /// <summary>Whether the answer is late on a day.</summary>
    public bool IsLateOn(DateOnly today) => Granted is null && DueOn < today;
}

/// <summary>Requests within reach: the open ones by the day on which they are due, or the answered ones, the newest first.</summary>
/// <param name="Open">The open ones, or the answered ones.</param>
/// <param name="By">Who asks.</param>
/// <param name="After">What to go on after.</param>
/// <param name="Limit">The most to give.</param>
/// <param name="Kind">Those of one kind.</param>
internal sealed record ListRequests(bool Open, Doer By, string? After = null, int Limit = 25, string? Kind = null);

/// <summary>A page of requests.</summary>
internal sealed record RequestList(IReadOnlyList<SubjectRequest> Requests, string? Next);

/// <summary>One request.</summary>
internal sealed record ReadRequest(string Request, Doer By);

internal sealed class ReadRequestsHandler(MainStore main, KeyRing keys, AuditReads audit)
{
    public async Task<RequestList> HandleAsync(ListRequests question, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        return await audit.ReadAsync(
            session => ListAsync(session, question, cancellation),
            page => [.. page.Requests.Where(r => !r.IsErased).Select(r => Told("persons.list-requests", r, question.By))],
            cancellation);
    }

    /// <summary>What is open, the most urgent first; nothing of who asked.</summary>
    public async Task<IReadOnlyList<(string Id, string Kind, DateOnly DueOn)>> OpenAsync(Sight sight, int most, CancellationToken cancellation)
    {
        var rows = await main.ReadAsync(
            session => Requests.Within(session.Context<PersonsContext>(), sight).Where(r => r.Granted == null).OrderBy(r => r.DueOn).ThenBy(r => r.Id).Take(most).Select(r => new { r.Id, r.Kind, r.DueOn }).ToListAsync(cancellation),
            cancellation);
        return [.. rows.Select(r => (r.Id, r.Kind, r.DueOn))];
    }

    /// <summary>Null where there is no such request, as far as the asker may know.</summary>
    public async Task<SubjectRequest?> HandleAsync(ReadRequest question, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        return await audit.ReadAsync(
            async session => (await OpenAsync(session, Requests.Within(session.Context<PersonsContext>(), question.By.Sight).Where(r => r.Id == question.Request), cancellation)).FirstOrDefault(),
            request => request is null ? [] : [Told("persons.read-request", request, question.By)],
            cancellation);
    }

    private async Task<RequestList> ListAsync(Session session, ListRequests question, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var within = Requests.Within(context, question.By.Sight).Where(r => question.Open == (r.Granted == null));
        within = question.Kind is { } kind ? within.Where(r => r.Kind == kind) : within;
        var after = question.After is { } id ? await context.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellation) : null;
        if (after is not null)
        {
            within = question.Open
                ? within.Where(r => r.DueOn > after.DueOn || (r.DueOn == after.DueOn && r.Id.CompareTo(after.Id) > 0))
                : within.Where(r => r.Id.CompareTo(after.Id) < 0);
        }

        within = question.Open ? within.OrderBy(r => r.DueOn).ThenBy(r => r.Id) : within.OrderByDescending(r => r.Id);
        var found = await OpenAsync(session, within.Take(question.Limit + 1), cancellation);
        found = [.. question.Open ? found.OrderBy(r => r.DueOn).ThenBy(r => r.Id, StringComparer.Ordinal) : found.OrderByDescending(r => r.Id, StringComparer.Ordinal)];
        return new RequestList([.. found.Take(question.Limit)], found.Count > question.Limit ? found[question.Limit - 1].Id : null);
    }

    private async Task<List<SubjectRequest>> OpenAsync(Session session, IQueryable<RequestRow> requests, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var rows = await (
            from request in requests
            join person in context.Persons on request.PersonId equals person.Id
            join columns in context.Identities on person.Id equals columns.PersonId into identity
            from columns in identity.DefaultIfEmpty()
            let purpose = context.Purposes.Where(p => p.OrganisationId == request.OrganisationId && p.Code == request.Purpose).OrderByDescending(p => p.ValidFrom).Select(p => p.Name).FirstOrDefault()
            select new { request, person, columns, purpose }).AsNoTracking().ToListAsync(cancellation);
        return rows.ConvertAll(r => Of(r.request, r.person, r.columns, r.purpose));
    }

    private SubjectRequest Of(RequestRow row, PersonRow person, IdentityRow? columns, string? purpose)
    {
        var key = person.SealedKey is null ? null : PersonKey.Open(keys, person.Id, person.SealedKey);
        var identity = key is null || columns is null ? null : IdentityColumns.Open(key, columns);
        return new SubjectRequest(
            row.Id, new PersonId(person.Id), identity is null ? null : IdentityForm.Name(identity), person.Version, row.Kind, row.ReceivedOn, row.DueOn, row.ExtendedOn,
            key?.Open(RequestColumns.Asked, row.Asked), row.Granted, row.AnsweredOn, key?.Open(RequestColumns.Answer, row.Answer))
        {
            Organisation = row.OrganisationId,
            Purpose = row.Purpose,
            PurposeName = purpose,
        };
    }

    private static AuditEntry Told(string act, SubjectRequest request, Doer by) =>
        Recording.Entry(AuditKind.Read, act, by) with { SubjectKind = "request", SubjectId = request.Id, Organisation = request.Organisation, Person = request.Person.Value };
}
