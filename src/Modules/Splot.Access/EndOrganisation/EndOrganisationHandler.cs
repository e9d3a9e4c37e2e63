using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Access.Store;
using Splot.Data;

namespace Splot.Access.EndOrganisation;

/// <summary>
/// Ends organisations, dated, and takes that back. Roles and units of an organisation last no longer than the organisation itself: that follows from its last
/// day, and their own rows stay as they are, so taking the end back brings them back too.
/// </summary>
internal sealed class EndOrganisationHandler(MainStore store, TimeProvider clock)
{
    public const int LongestNote = 1000;

    public Task<KeepOutcome> HandleAsync(MergeOrganisations command, CancellationToken cancellation) => store.WriteAsync(session => MergeAsync(session, command, cancellation), cancellation);

    public Task<KeepOutcome> HandleAsync(CloseOrganisation command, CancellationToken cancellation) => store.WriteAsync(session => CloseAsync(session, command, cancellation), cancellation);

    public Task<KeepOutcome> HandleAsync(ReopenOrganisation command, CancellationToken cancellation) => store.WriteAsync(session => ReopenAsync(session, command, cancellation), cancellation);

    private async Task<KeepOutcome> MergeAsync(WriteSession session, MergeOrganisations command, CancellationToken cancellation)
    {
        await Hierarchy.AloneAsync(session, cancellation);
        var (organisation, no) = await Taking.TakeAsync(session, command.Keeper, command.Id, command.Version, cancellation);
        if (organisation is null)
        {
            return no!;
        }

        var last = (long)command.LastDay.DayNumber;
        var context = session.Context<AccessContext>();
        var heir = command.Into is { } into ? await context.Organisations.SingleOrDefaultAsync(o => o.Id == into, cancellation) : null;
        var findings = Findings(organisation, last, command.Note, needsNote: false);
        findings.AddRange(OfHeir(command, organisation, heir, last));
        if (findings.Count > 0)
        {
            return new KeepOutcome.Refused(findings);
        }

        End(organisation, last, OrganisationEnd.Merged, command.Note);
        organisation.SuccessorId = heir!.Id;
        var units = command.MoveUnits ? await Moving.UnitsAsync(context, organisation, heir, clock.GetUtcNow(), cancellation) : new Dictionary<string, string>(StringComparer.Ordinal);
        var roles = command.MoveRoles ? await Moving.RolesAsync(context, organisation, heir, units, command.Keeper.Account, clock.GetUtcNow(), cancellation) : 0;
        OrganisationAudit.Changed(session, command.Keeper, organisation, "organisation-merged", null, new { into = heir.Id, lastDay = command.LastDay, units = units.Count, roles }, command.Note);
        OrganisationAudit.Changed(session, command.Keeper, heir, "organisation-took-over", null, new { from = organisation.Id, lastDay = command.LastDay, units = units.Count, roles });
        return new KeepOutcome.Done(organisation.Id, []);
    }

    private async Task<KeepOutcome> CloseAsync(WriteSession session, CloseOrganisation command, CancellationToken cancellation)
    {
        var (organisation, no) = await Taking.TakeAsync(session, command.Keeper, command.Id, command.Version, cancellation);
        if (organisation is null)
        {
            return no!;
        }

        var last = (long)command.LastDay.DayNumber;
        var findings = Findings(organisation, last, command.Note, needsNote: true);
        if (findings.Count > 0)
        {
            return new KeepOutcome.Refused(findings);
        }

        if (await session.Context<AccessContext>().Organisations.AnyAsync(o => o.ParentId == organisation.Id && (o.ToDay == null || o.ToDay > last), cancellation))
        {
            findings.Add(new Finding("", "children-stand", false));
        }

        End(organisation, last, OrganisationEnd.Closed, command.Note);
        OrganisationAudit.Changed(session, command.Keeper, organisation, "organisation-closed", null, new { lastDay = command.LastDay }, command.Note);
        return new KeepOutcome.Done(organisation.Id, findings);
    }

    private async Task<KeepOutcome> ReopenAsync(WriteSession session, ReopenOrganisation command, CancellationToken cancellation)
    {
        var (organisation, no) = await Taking.TakeAsync(session, command.Keeper, command.Id, command.Version, cancellation);
        if (organisation is null)
        {
            return no!;
        }

        if (organisation.ToDay is not { } last)
        {
            return KeepOutcome.No("", "not-ended");
        }

        if (string.IsNullOrWhiteSpace(command.Note))
        {
            return KeepOutcome.No(Fields.Note, "note-missing");
        }

        await Moving.BackAsync(session.Context<AccessContext>(), organisation, Days.Today(clock), cancellation);
        var before = new { reason = organisation.EndReason, lastDay = Days.Of(last), into = organisation.SuccessorId };
        (organisation.ToDay, organisation.EndReason, organisation.EndNote, organisation.SuccessorId) = (null, null, null, null);
        OrganisationAudit.Changed(session, command.Keeper, organisation, "organisation-reopened", before, null, command.Note);
        return new KeepOutcome.Done(organisation.Id, []);
    }

    private static void End(Organisation organisation, long last, string reason, string? note) => (organisation.ToDay, organisation.EndReason, organisation.EndNote) = (last, reason, note);

    private static List<Finding> Findings(Organisation organisation, long last, string? note, bool needsNote)
    {
        var findings = new List<Finding>();
        if (organisation.ToDay is not null)
        {
            findings.Add(new Finding("", "ended-already", true));
        }

        if (last < organisation.FromDay)
        {
            findings.Add(new Finding(Fields.LastDay, "last-day-early", true));
        }

        if (needsNote && string.IsNullOrWhiteSpace(note))
        {
            findings.Add(new Finding(Fields.Note, "note-missing", true));
        }

        return findings;
    }

    private static IEnumerable<Finding> OfHeir(MergeOrganisations command, Organisation organisation, Organisation? heir, long last)
    {
        if (heir is null)
        {
            yield return new Finding(Fields.Into, "into-missing", true);
        }
        else if (heir.Id == organisation.Id)
        {
            yield return new Finding(Fields.Into, "into-itself", true);
        }
        else if (!heir.StandsOn(last + 1))
        {
            yield return new Finding(Fields.Into, "into-ended", true, null, heir.Name);
        }
        else if (!command.Keeper.Keeps(heir))
        {
            yield return new Finding(Fields.Into, "into-outside", true, null, heir.Name);
        }
        else if (command.MoveRoles && !(command.Keeper.KeepsAccountsOf(organisation) && command.Keeper.KeepsAccountsOf(heir)))
        {
            yield return new Finding(Fields.Roles, "roles-not-yours", true);
        }
    }
}
