using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Kernel;
using Splot.Projects.Editions;
using Splot.Projects.Model;
using Splot.Projects.Store;

namespace Splot.Projects.ReviewPersons;

/// <summary>A beneficiary that may be a natural person.</summary>
internal sealed record ReviewItem(long Key, string PublicId, string Name, string? Country, int Operations);

/// <summary>What an editor says a beneficiary is.</summary>
internal sealed record DecidePerson(string PublicId, bool IsPerson);

/// <summary>What became of a decision.</summary>
internal enum DecisionOutcome
{
    Recorded,
    Unknown,

    /// <summary>It was said to be a natural person before and is none: the next edition of its list names it again.</summary>
    TakenBack,
}

/// <summary>
/// Beneficiaries whose names carry neither an identifier nor a legal form are offered for review; what they are, people decide. A name
/// that is said to be a natural person's moves into the one column with a removal date where they are beneficiary, leaves where they are
/// partner or contractor (CPR Art. 49(3)), and is recognised (by a digest) when a later list brings it again.
/// </summary>
internal sealed class ReviewPersonsHandler(MainStore store, TimeProvider clock)
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
    public Task<DecisionOutcome> DecideAsync(DecidePerson command, CancellationToken cancellation) =>
        store.WriteAsync(session => DecideAsync(session, command, cancellation), cancellation);

    private async Task<DecisionOutcome> DecideAsync(WriteSession session, DecidePerson command, CancellationToken cancellation)
    {
        var context = session.Context<ProjectsContext>();
        var organisation = await context.Organisations.Include(o => o.Identifiers).SingleOrDefaultAsync(o => o.PublicId == command.PublicId, cancellation);
        if (organisation is null)
        {
            return DecisionOutcome.Unknown;
        }

        var before = organisation.DecidedPerson;
        organisation.DecidedPerson = command.IsPerson;
        switch (before, command.IsPerson)
        {
            case (true, false):
                var marks = organisation.NameKey.Split(' ');
                await context.PersonMarks.Where(m => marks.Contains(m.NameDigest)).ExecuteDeleteAsync(cancellation);
                return DecisionOutcome.TakenBack;
            case (not true, true):
                await ForgetHistoryAsync(context, organisation, cancellation);
                await MoveNameAsync(session, context, organisation, cancellation);
                await RemovePartsAsync(session, context, organisation, cancellation);
                Forget(context, organisation, await MarkAsync(context, organisation, cancellation));
                break;
        }

        return DecisionOutcome.Recorded;
    }

    /// <summary>Marks the name and the identifiers; returns their digests.</summary>
    private async Task<string[]> MarkAsync(ProjectsContext context, Organisation organisation, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        string[] digests =
        [
            ReferenceBook.NameDigest(organisation.Country, organisation.Name),
            .. organisation.Identifiers.Select(i => ReferenceBook.IdentifierDigest(i.Lookup)),
        ];
        foreach (var digest in digests)
        {
            if (await context.PersonMarks.FindAsync([digest], cancellation) is null)
            {
                context.PersonMarks.Add(new PersonMark { NameDigest = digest, MarkedAt = now });
            }
        }

        return digests;
    }

    /// <summary>
    /// What earlier editions told of the parties goes where it names the person: of the person's own operations in any spelling, of all
    /// others as the name was first published.
    /// </summary>
    private static async Task ForgetHistoryAsync(ProjectsContext context, Organisation organisation, CancellationToken cancellation)
    {
        var (id, name) = (organisation.Id, organisation.Name);
        var own = context.Operations.Where(o => o.BeneficiaryId == id || context.Parts.Any(p => p.OperationKey == o.Key && p.OrganisationId == id)).Select(o => o.OperationId);
        var told = await context.Changes
            .Where(c => c.Field.StartsWith("beneficiary") || c.Field == "partners" || c.Field == "contractors")
            .Where(c => own.Contains(c.OperationId) || c.OldValue!.Contains(name) || c.NewValue!.Contains(name))
            .Select(c => new { c.Id, c.OldValue, c.NewValue })
            .ToListAsync(cancellation);
        var folded = TextFold.Fold(name);
        var due = told.Where(c => Names(c.OldValue) || Names(c.NewValue)).Select(c => c.Id).ToList();
        foreach (var run in due.Chunk(Run))
        {
            await context.Changes.Where(c => run.Contains(c.Id)).ExecuteDeleteAsync(cancellation);
        }

        bool Names(string? value) =>
            value is not null && (TextFold.Fold(value).Contains(folded, StringComparison.Ordinal) || organisation.Identifiers.Exists(i => value.Contains(i.Value, StringComparison.OrdinalIgnoreCase)));
    }

    private async Task MoveNameAsync(WriteSession session, ProjectsContext context, Organisation organisation, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
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

    /// <summary>Nothing of the body stays but a row that an import under way may still point at, and by which the decision can be taken back.</summary>
    private void Forget(ProjectsContext context, Organisation organisation, string[] digests)
    {
        context.Identifiers.RemoveRange(organisation.Identifiers);
        organisation.Name = "";
        // No name begins with an underscore once it is a part of an address.
        organisation.PublicId = string.Create(CultureInfo.InvariantCulture, $"_person-{organisation.Id}");
        organisation.NameKey = string.Join(' ', digests);
        organisation.ForReview = false;
        context.Acts.Add(new PublicationAct { Kind = "person", Subject = organisation.PublicId, ActedAt = clock.GetUtcNow().ToUnixTimeMilliseconds() });
    }
}
