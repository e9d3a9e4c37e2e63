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

/// <summary>
/// Beneficiaries whose names carry neither an identifier nor a legal form are offered for review; what they are, people decide. A name
/// that is said to be a natural person's moves into the one column with a removal date, and is recognised (by a digest) when a later list
/// brings it again.
/// </summary>
internal sealed class ReviewPersonsHandler(MainStore store, TimeProvider clock)
{
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

    /// <summary>Records the decision; false where there is no such beneficiary.</summary>
    public Task<bool> DecideAsync(DecidePerson command, CancellationToken cancellation) =>
        store.WriteAsync(session => DecideAsync(session, command, cancellation), cancellation);

    private async Task<bool> DecideAsync(WriteSession session, DecidePerson command, CancellationToken cancellation)
    {
        var context = session.Context<ProjectsContext>();
        var organisation = await context.Organisations.SingleOrDefaultAsync(o => o.PublicId == command.PublicId, cancellation);
        if (organisation is null)
        {
            return false;
        }

        organisation.DecidedPerson = command.IsPerson;
        if (!command.IsPerson)
        {
            return true;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var digest = ReferenceBook.NameDigest(organisation.Country, organisation.Name);
        if (await context.PersonMarks.FindAsync([digest], cancellation) is null)
        {
            context.PersonMarks.Add(new PersonMark { NameDigest = digest, MarkedAt = now });
        }

        await foreach (var operation in context.Operations.Where(o => o.BeneficiaryId == organisation.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var until = operation.FirstPublishedOn.AddYears(2);
            operation.BeneficiaryId = null;
            operation.NaturalPerson = true;
            operation.PersonName = until >= today ? organisation.Name : null;
            operation.PersonNameUntil = until >= today ? until : null;
            operation.Raw = null;
            session.Publish(new OperationsChanged(operation.Key, operation.Key));
        }

        await context.Changes.Where(c => c.Field.StartsWith("beneficiary") && (c.OldValue == organisation.Name || c.NewValue == organisation.Name)).ExecuteDeleteAsync(cancellation);
        (organisation.Name, organisation.NameKey, organisation.ForReview) = ("", "person:" + digest, false);
        context.Acts.Add(new PublicationAct { Kind = "person", Subject = organisation.PublicId, ActedAt = now });
        return true;
    }
}
