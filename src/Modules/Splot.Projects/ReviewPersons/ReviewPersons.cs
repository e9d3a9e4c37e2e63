using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Projects.Editions;
using Splot.Projects.Model;
using Splot.Projects.Store;

namespace Splot.Projects.ReviewPersons;

/// <summary>A beneficiary that may be a natural person.</summary>
internal sealed record ReviewItem(long Key, string PublicId, string Name, string? Country, int Operations);

/// <summary>What an editor says a beneficiary is.</summary>
internal sealed record DecidePerson(string PublicId, bool IsPerson);

/// <summary>What became of a decision.</summary>
internal abstract record DecisionOutcome
{
    /// <summary>Recorded, or recorded before; the id by which the decision can be taken back.</summary>
    public sealed record Recorded(string Id) : DecisionOutcome;

    /// <summary>There is no such body, or it has no name that could be a person's any more.</summary>
    public sealed record Unknown : DecisionOutcome;

    /// <summary>It was said to be a natural person before and is none: the next edition of its list names it again.</summary>
    public sealed record TakenBack : DecisionOutcome;

    /// <summary>A list is being imported that may name the person: decide when it has ended.</summary>
    public sealed record Busy : DecisionOutcome;
}

/// <summary>
/// Beneficiaries whose names carry neither an identifier nor a legal form are offered for review; what they are, people decide. A name
/// that is said to be a natural person's moves into the one column with a removal date where they are beneficiary, leaves where they are
/// partner or contractor (CPR Art. 49(3)), and is recognised (by a digest) when a later list brings it again.
/// </summary>
internal sealed class ReviewPersonsHandler(MainStore store, PersonMarks marks, TimeProvider clock)
{
    private const int Run = 500;

    /// <summary>The next names to review, oldest first; at most <paramref name="limit"/> behind the key <paramref name="after"/>.</summary>
    public Task<List<ReviewItem>> ListAsync(long after, int limit, CancellationToken cancellation) => store.ReadAsync(
        session =>
        {
            var context = session.Context<ProjectsContext>();
            return context.Organisations
                .Where(o => o.ForReview && o.DecidedPerson == null && o.Id > after)
                .OrderBy(o => o.Id)
                .Take(limit)
                .Select(o => new ReviewItem(o.Id, o.PublicId, o.Name, o.Country, context.Operations.Count(x => x.BeneficiaryId == o.Id)))
                .ToListAsync(cancellation);
        },
        cancellation);

    /// <summary>Records the decision; to decide the same again changes nothing.</summary>
    public async Task<DecisionOutcome> DecideAsync(DecidePerson command, CancellationToken cancellation)
    {
        if (command.IsPerson)
        {
            await marks.ReadyAsync(cancellation);
        }

        // Every change ever recorded is looked at, so that happens before anybody is kept waiting.
        var told = command.IsPerson ? await store.ReadAsync(session => ToldHistory.FindAsync(session, command.PublicId, cancellation), cancellation) : [];
        return await store.WriteAsync(session => DecideAsync(session, command, told, cancellation), cancellation);
    }

    private async Task<DecisionOutcome> DecideAsync(WriteSession session, DecidePerson command, IReadOnlyList<ToldChange> told, CancellationToken cancellation)
    {
        var context = session.Context<ProjectsContext>();
        var organisation = await context.Organisations.Include(o => o.Identifiers).SingleOrDefaultAsync(o => o.PublicId == command.PublicId, cancellation);
        switch (organisation, command.IsPerson)
        {
            case (null, _):
                return new DecisionOutcome.Unknown();
            case ({ DecidedPerson: true }, false):
                await TakeBackAsync(context, organisation, cancellation);
                return new DecisionOutcome.TakenBack();
            case ({ DecidedPerson: true }, true):
                return new DecisionOutcome.Recorded(organisation.PublicId);
            case ({ Name.Length: 0 }, _):
                return new DecisionOutcome.Unknown();
            case (_, false):
                organisation.DecidedPerson = false;
                return new DecisionOutcome.Recorded(organisation.PublicId);
            default:
                if (await IsImportingAsync(context, cancellation))
                {
                    return new DecisionOutcome.Busy();
                }

                organisation.DecidedPerson = true;
                await ForgetHistoryAsync(session, context, told, cancellation);
                await MoveNameAsync(session, context, organisation, cancellation);
                await RemovePartsAsync(session, context, organisation, cancellation);
                Forget(context, organisation, await MarkAsync(context, organisation, cancellation));
                return new DecisionOutcome.Recorded(organisation.PublicId);
        }
    }

    private async Task<bool> IsImportingAsync(ProjectsContext context, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var writing = await context.Editions.Where(e => e.State == EditionState.Writing && e.LeaseUntil > now).Select(e => e.LeaseOwner).ToListAsync(cancellation);
        return writing.Exists(owner => !LeaseOwner.IsGone(owner));
    }

    /// <summary>Marks stay where somebody else of the same name is a person still.</summary>
    private static async Task TakeBackAsync(ProjectsContext context, Organisation organisation, CancellationToken cancellation)
    {
        organisation.DecidedPerson = false;
        var others = await context.Organisations.Where(o => o.DecidedPerson == true && o.Id != organisation.Id).Select(o => o.NameKey).ToListAsync(cancellation);
        var own = organisation.NameKey.Split(' ').Except(others.SelectMany(o => o.Split(' ')), StringComparer.Ordinal).ToList();
        await context.PersonMarks.Where(m => own.Contains(m.NameDigest)).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Marks the name and the identifiers; returns their digests.</summary>
    private async Task<string[]> MarkAsync(ProjectsContext context, Organisation organisation, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        string[] digests = [marks.OfName(organisation.Name), .. organisation.Identifiers.Select(i => marks.OfIdentifier(i.Lookup))];
        foreach (var digest in digests)
        {
            if (await context.PersonMarks.FindAsync([digest], cancellation) is null)
            {
                context.PersonMarks.Add(new PersonMark { NameDigest = digest, MarkedAt = now });
            }
        }

        return digests;
    }

    private static async Task ForgetHistoryAsync(WriteSession session, ProjectsContext context, IReadOnlyList<ToldChange> told, CancellationToken cancellation)
    {
        foreach (var run in told.Chunk(Run))
        {
            var (ids, operations) = (run.Select(t => t.Id).ToList(), run.Select(t => t.OperationId).Distinct(StringComparer.Ordinal).ToList());
            await context.Changes.Where(c => ids.Contains(c.Id)).ExecuteDeleteAsync(cancellation);
            foreach (var key in await context.Operations.Where(o => operations.Contains(o.OperationId)).Select(o => o.Key).ToListAsync(cancellation))
            {
                session.Publish(new OperationsChanged(key, key));
            }
        }
    }

    private async Task MoveNameAsync(WriteSession session, ProjectsContext context, Organisation organisation, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await foreach (var operation in context.Operations.Where(o => o.BeneficiaryId == organisation.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var first = operation.FirstPublishedOn > today ? today : operation.FirstPublishedOn;
            var until = first.AddYears(2);
            operation.BeneficiaryId = null;
            operation.NaturalPerson = true;
            operation.PersonName = until >= today ? organisation.Name : null;
            operation.PersonNameUntil = until >= today ? until : null;
            operation.Raw = null;
            session.Publish(new OperationsChanged(operation.Key, operation.Key));
        }
    }

    private static async Task RemovePartsAsync(WriteSession session, ProjectsContext context, Organisation organisation, CancellationToken cancellation)
    {
        var keys = await context.Parts.Where(p => p.OrganisationId == organisation.Id).Select(p => p.OperationKey).Distinct().ToListAsync(cancellation);
        foreach (var run in keys.Chunk(Run))
        {
            await context.Operations.Where(o => run.Contains(o.Key)).ForEachAsync(
                operation =>
                {
                    operation.Raw = null;
                    session.Publish(new OperationsChanged(operation.Key, operation.Key));
                },
                cancellation);
        }

        await context.Parts.Where(p => p.OrganisationId == organisation.Id).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Nothing of the body stays but a row by which the decision can be taken back.</summary>
    private void Forget(ProjectsContext context, Organisation organisation, string[] digests)
    {
        context.Identifiers.RemoveRange(organisation.Identifiers);
        organisation.Name = "";
        // No name begins with an underscore once it is a part of an address.
        organisation.PublicId = string.Create(CultureInfo.InvariantCulture, $"{KeyedMarks.DecidedId}{organisation.Id}");
        organisation.NameKey = string.Join(' ', digests);
        organisation.ForReview = false;
        context.Acts.Add(new PublicationAct { Kind = "person", Subject = organisation.PublicId, ActedAt = clock.GetUtcNow().ToUnixTimeMilliseconds() });
    }
}
