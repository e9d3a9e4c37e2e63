using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Contracts.Territory;
using Splot.Data;
using Splot.Kernel;

namespace Splot.Access.SeeOrganisation;

/// <summary>Reads one organisation for its page, with what stands around it: ten statements at most.</summary>
internal sealed class SeeOrganisationHandler(MainStore store, ICaller caller, ITerritory territory, TimeProvider clock)
{
    private const int MostOthers = 100;
    private const int MostHistory = 20;

    private const string History = """
        SELECT e.at, e.act, a.name FROM data_audit e LEFT JOIN access_account a ON e.actor_kind = 'account' AND a.id = e.actor
        WHERE e.subject_kind = 'organisation' AND e.subject_id = @id ORDER BY e.id DESC LIMIT @most
        """;

    /// <summary>The organisation; null where there is none that the caller may see.</summary>
    public Task<OrganisationView?> HandleAsync(string id, CancellationToken cancellation) => store.ReadAsync(session => ReadAsync(session, id, cancellation), cancellation);

    private async Task<OrganisationView?> ReadAsync(Session session, string id, CancellationToken cancellation)
    {
        var (context, today) = (session.Context<AccessContext>(), Days.Today(clock));
        var organisation = await context.Organisations.AsNoTracking().Include(o => o.Names).Include(o => o.Identifiers).AsSplitQuery().SingleOrDefaultAsync(o => o.Id == id, cancellation);
        if (organisation is null || !caller.ReachOf(Acts.SeeOrganisations).Covers(Reached.PlaceOf(organisation)))
        {
            return null;
        }

        var merged = await context.Organisations.AsNoTracking().Where(o => o.SuccessorId == id).OrderBy(o => o.ToDay).ThenBy(o => o.Id).Take(MostOthers).ToListAsync(cancellation);
        var above = merged.Where(o => o.ToDay < today).Select(o => o.Id).Append(id).ToList();
        var below = context.Organisations.AsNoTracking().Where(o => o.ParentId != null && above.Contains(o.ParentId) && (o.ToDay == null || o.ToDay >= today));
        var children = await below.OrderBy(o => o.NameKey).ThenBy(o => o.Id).Take(MostOthers).ToListAsync(cancellation);
        var parent = await StandingAsync(context, organisation.ParentId, today, cancellation);
        var successor = organisation.SuccessorId is { } next ? await context.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == next, cancellation) : null;
        var units = await context.Units.AsNoTracking().Where(u => u.OrganisationId == id).OrderBy(u => u.Name).ThenBy(u => u.Id).ToListAsync(cancellation);
        var keeps = caller.ReachOf(Acts.KeepOrganisations).Covers(Reached.PlaceOf(organisation));
        return Show(organisation, today) with
        {
            Parent = parent is null ? null : Other(parent),
            Successor = successor is null ? null : Other(successor),
            Children = [.. children.Select(Other)],
            ChildCount = children.Count < MostOthers ? children.Count : await below.CountAsync(cancellation),
            Merged = [.. merged.Select(Other)],
            Units = [.. units.OrderBy(u => !Stands(u, organisation, today)).Select(u => Show(u, organisation, today))],
            Accounts = await AccountsAsync(context, organisation, today, cancellation),
            Worth = [.. Worth(organisation, parent, children.Count, today).Select(FindingWords.Of)],
            History = keeps ? await HistoryAsync(session, id, cancellation) : [],
            Keeps = keeps,
        };
    }

    private OrganisationView Show(Organisation organisation, long today) => new()
    {
        Id = organisation.Id,
        Name = organisation.Name,
        Tag = TagOf(organisation.Country),
        Kind = KindWords.Of(organisation.Kind),
        Place = Place(organisation.Place, organisation.Country),
        Numbers = [.. organisation.Identifiers.OrderBy(i => i.Kind, StringComparer.Ordinal).Select(i => (i.Kind, i.Value))],
        Email = organisation.Email,
        Phone = organisation.Phone,
        Address = organisation.Address,
        FirstDay = Days.From(organisation.FromDay),
        LastDay = Days.Of(organisation.ToDay),
        HasEnded = organisation.ToDay < today,
        EndNote = organisation.EndNote,
        Names = [.. organisation.Names.OrderByDescending(n => n.FromDay).Select(n => (n.Name, Days.From(n.FromDay), Days.Of(n.ToDay)))],
    };

    private PlaceView? Place(string? code, string country)
    {
        if (code is null)
        {
            return null;
        }

        var label = territory.Find(code, country)?.Label(Languages.Current);
        return new PlaceView(code, label?.Text ?? code, label?.Language ?? "zxx");
    }

    private static async Task<Organisation?> StandingAsync(AccessContext context, string? id, long today, CancellationToken cancellation)
    {
        // What was merged is stood for by the one that took over; longer chains than this are left where they are.
        for (var steps = 0; id is not null; steps++)
        {
            var found = await context.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellation);
            if (found is not { SuccessorId: { } next } || !(found.ToDay < today) || steps == 2)
            {
                return found;
            }

            id = next;
        }

        return null;
    }

    private async Task<int?> AccountsAsync(AccessContext context, Organisation organisation, long today, CancellationToken cancellation) =>
        !caller.ReachOf(Acts.SeeAccounts).Covers(Reached.PlaceOf(organisation)) ? null
        : organisation.ToDay < today ? 0
        : await context.Grants.Where(g => g.OrganisationId == organisation.Id && g.FromDay <= today && (g.ToDay == null || g.ToDay >= today)).Select(g => g.AccountId).Distinct().CountAsync(cancellation);

    private static async Task<IReadOnlyList<(DateTimeOffset At, string What, string? Who)>> HistoryAsync(Session session, string id, CancellationToken cancellation)
    {
        var found = new List<(DateTimeOffset, string, string?)>();
        await using var command = session.Command(History).With("id", id).With("most", MostHistory);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add((DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(0)), HistoryWords.Of(reader.GetString(1)), reader.Text(2)));
        }

        return found;
    }

    private static IEnumerable<Finding> Worth(Organisation organisation, Organisation? parent, int children, long today)
    {
        if (organisation.ToDay < today)
        {
            return children > 0 ? [new Finding("", "children-stand", false)] : [];
        }

        return parent is not null && Hierarchy.Worth(parent, organisation.PlacePath, today) is { } finding ? [finding] : [];
    }

    private static OtherView Other(Organisation o) => new(o.Id, o.Name, TagOf(o.Country), KindWords.Of(o.Kind), Days.Of(o.ToDay));

    private static UnitView Show(Unit unit, Organisation organisation, long today) => new(
        unit.Id, unit.Name, UnitWords.Of(unit.Kind), string.Join(", ", new[] { unit.Phone, unit.Email, unit.Address }.OfType<string>()),
        Days.From(unit.FromDay), Days.Of(organisation.ToDay < (unit.ToDay ?? long.MaxValue) ? organisation.ToDay : unit.ToDay), !Stands(unit, organisation, today));

    private static bool Stands(Unit unit, Organisation organisation, long today) => !(unit.ToDay < today) && !(organisation.ToDay < today);

    public static string TagOf(string country) => country switch { "PL" => "pl", "BG" => "bg", _ => "und" };
}
