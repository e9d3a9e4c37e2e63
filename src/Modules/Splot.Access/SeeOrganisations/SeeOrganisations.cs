using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Kernel;

namespace Splot.Access.SeeOrganisations;

/// <summary>Which organisations are asked for.</summary>
/// <param name="Text">Words of the name that it has or had, in any writing; null for all.</param>
/// <param name="Kind">One kind; null for all.</param>
/// <param name="Ended">True for those that have ended, false for those that take part today.</param>
/// <param name="Sort">name, place or from.</param>
/// <param name="Descending">The greatest first.</param>
/// <param name="After">Where the page begins.</param>
/// <param name="Size">The most rows.</param>
internal sealed record SeeOrganisations(string? Text, string? Kind, bool Ended, string Sort, bool Descending, string? After, int Size);

/// <summary>An organisation in the list.</summary>
internal sealed record OrganisationRow(string Id, string Name, string Country, string Kind, string? Place, string? Email, string? Phone, long FromDay, long? ToDay, bool Demo);

/// <summary>A page of organisations, and how many there are in all.</summary>
internal sealed record OrganisationList(ListPage<OrganisationRow> Page, long Total);

/// <summary>Lists the organisations that the caller may see: two statements.</summary>
internal sealed class SeeOrganisationsHandler(MainStore store, ICaller caller, TimeProvider clock)
{
    public Task<OrganisationList> HandleAsync(SeeOrganisations question, CancellationToken cancellation) => store.ReadAsync(
        async session =>
        {
            var found = Find(session, question);
            var order = question.Sort switch
            {
                "place" => KeySetOrder<Organisation>.By(o => o.Place ?? "", o => o.Id, question.Descending),
                "from" => KeySetOrder<Organisation>.By(o => o.FromDay, o => o.Id, question.Descending),
                _ => KeySetOrder<Organisation>.By(o => o.NameKey, o => o.Id, question.Descending),
            };
            var page = await found.PageAsync(order, question.After, question.Size, cancellation);
            return new OrganisationList(
                page.Select(o => new OrganisationRow(o.Id, o.Name, o.Country, o.Kind, o.Place, o.Email, o.Phone, o.FromDay, o.ToDay, o.Demo)),
                await found.LongCountAsync(cancellation));
        },
        cancellation);

    private IQueryable<Organisation> Find(Session session, SeeOrganisations question)
    {
        long today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;
        var found = session.Context<AccessContext>().Organisations.AsNoTracking().Within(caller.ReachOf(Acts.SeeOrganisations));
        found = question.Ended ? found.Where(o => o.ToDay < today) : found.Where(o => o.ToDay == null || o.ToDay >= today);
        if (question.Kind is { } kind)
        {
            found = found.Where(o => o.Kind == kind);
        }

        foreach (var word in TextFold.Fold(question.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            found = found.Where(o => o.NameKey.Contains(word) || o.Names.Any(n => n.NameKey.Contains(word))); // former names too
        }

        return found;
    }
}
