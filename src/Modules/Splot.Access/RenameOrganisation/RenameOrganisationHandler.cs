using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Access.Store;
using Splot.Data;
using Splot.Kernel;

namespace Splot.Access.RenameOrganisation;

/// <summary>A name from a day on, which may lie ahead.</summary>
internal sealed record RenameOrganisation(Keeper Keeper, string Id, long Version, string? Name, DateOnly FirstDay);

/// <summary>Takes the last recorded name back: it was a mistake.</summary>
internal sealed record TakeNameBack(Keeper Keeper, string Id, long Version);

/// <summary>Gives an organisation another name, or takes the last one back. Lists show a name from its day on; former ones are found.</summary>
internal sealed class RenameOrganisationHandler(MainStore store, TimeProvider clock)
{
    public Task<KeepOutcome> HandleAsync(RenameOrganisation command, CancellationToken cancellation) => store.WriteAsync(session => RenameAsync(session, command, cancellation), cancellation);

    public Task<KeepOutcome> HandleAsync(TakeNameBack command, CancellationToken cancellation) => store.WriteAsync(session => TakeBackAsync(session, command, cancellation), cancellation);

    private async Task<KeepOutcome> RenameAsync(WriteSession session, RenameOrganisation command, CancellationToken cancellation)
    {
        var (organisation, no) = await Taking.TakeAsync(session, command.Keeper, command.Id, command.Version, cancellation);
        if (organisation is null)
        {
            return no!;
        }

        var findings = new List<Finding>();
        var name = FactsCheck.Name(command.Name, findings);
        if (name is null)
        {
            return new KeepOutcome.Refused(findings);
        }

        var (day, today) = ((long)command.FirstDay.DayNumber, Days.Today(clock));
        if (organisation.Names.Find(n => n.FromDay > day) is { } later)
        {
            return KeepOutcome.No(Fields.FirstDay, "name-later", later.Name, Languages.Current.LongDate(Days.Of(later.FromDay)!.Value));
        }

        if (day < organisation.FromDay || day > organisation.ToDay)
        {
            return KeepOutcome.No(Fields.FirstDay, "name-outside");
        }

        if (organisation.NameOn(day) == name)
        {
            return KeepOutcome.No(Fields.Name, "name-same", name);
        }

        Rename(session, command.Keeper, organisation, name, day, today);
        return new KeepOutcome.Done(organisation.Id, []);
    }

    /// <summary>Renames and records it.</summary>
    public static void Rename(WriteSession session, Keeper keeper, Organisation organisation, string name, long day, long today)
    {
        organisation.Rename(name, day, today);
        OrganisationAudit.Changed(session, keeper, organisation, "organisation-renamed", null, new { firstDay = Days.From(day) });
    }

    private async Task<KeepOutcome> TakeBackAsync(WriteSession session, TakeNameBack command, CancellationToken cancellation)
    {
        var (organisation, no) = await Taking.TakeAsync(session, command.Keeper, command.Id, command.Version, cancellation);
        if (organisation is null)
        {
            return no!;
        }

        if (organisation.Names.Count < 2)
        {
            return KeepOutcome.No("", "name-only");
        }

        var last = organisation.Names.MaxBy(n => n.FromDay)!;
        organisation.Names.Remove(last);
        session.Context<AccessContext>().OrganisationNames.Remove(last);
        organisation.Names.MaxBy(n => n.FromDay)!.ToDay = null;
        organisation.TakeNameOf(Days.Today(clock));
        OrganisationAudit.Changed(session, command.Keeper, organisation, "organisation-name-taken-back", new { firstDay = Days.From(last.FromDay) }, null);
        return new KeepOutcome.Done(organisation.Id, []);
    }
}
