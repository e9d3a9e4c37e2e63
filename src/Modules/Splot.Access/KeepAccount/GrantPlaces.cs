using Microsoft.EntityFrameworkCore;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Ui;

namespace Splot.Access.KeepAccount;

/// <summary>Where the caller may give roles: organisations within reach and their units, or some of an organisation's units alone, as choices of one list.</summary>
internal sealed class GrantPlaces(MainStore store, ICaller caller, TimeProvider clock)
{
    /// <summary>The value that stands for the installation as a whole.</summary>
    public const string Everywhere = "all";

    // What a list can sensibly offer; where there are more, the organisation's own page leads here.
    private const int Most = 1000;

    /// <summary>The choices, by name: two statements.</summary>
    public Task<IReadOnlyList<Choice>> ChoicesAsync(CancellationToken cancellation) => store.ReadAsync<IReadOnlyList<Choice>>(
        async session =>
        {
            var (context, reach) = (session.Context<AccessContext>(), caller.ReachOf(Acts.KeepAccounts));
            long today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;
            var own = reach.Units.ToList();
            var organisations = await context.Organisations.Where(o => o.ToDay == null || o.ToDay >= today)
                .Where(o => context.Organisations.Within(reach).Any(w => w.Id == o.Id) || context.Units.Any(u => u.OrganisationId == o.Id && own.Contains(u.Id)))
                .OrderBy(o => o.NameKey).ThenBy(o => o.Id).Take(Most).Select(o => new { o.Id, o.Name, Whole = context.Organisations.Within(reach).Any(w => w.Id == o.Id) }).ToListAsync(cancellation);
            var (ids, whole) = (organisations.ConvertAll(o => o.Id), organisations.FindAll(o => o.Whole).ConvertAll(o => o.Id));
            var units = (await context.Units.Where(u => ids.Contains(u.OrganisationId) && (whole.Contains(u.OrganisationId) || own.Contains(u.Id)) && (u.ToDay == null || u.ToDay >= today)).OrderBy(u => u.Name).ThenBy(u => u.Id)
                .Select(u => new { u.Id, u.Name, u.OrganisationId }).ToListAsync(cancellation)).ToLookup(u => u.OrganisationId, StringComparer.Ordinal);
            return
            [
                .. reach.Everything ? new[] { new Choice(Everywhere, Text.Everywhere) } : [],
                .. organisations.SelectMany(o => units[o.Id].Select(u => new Choice(o.Id + "/" + u.Id, o.Name + " – " + u.Name))
                    .Prepend(new Choice(o.Id, o.Name)).Skip(o.Whole ? 0 : 1)),
            ];
        },
        cancellation);

    /// <summary>Organisation and unit of a choice.</summary>
    public static (string? Organisation, string? Unit) Parse(string place) =>
        place == Everywhere ? (null, null) : place.Split('/', 2) is [var organisation, var unit] ? (organisation, unit) : (place, null);
}
