using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Data;
using Splot.Kernel;

namespace Splot.Access.AddOrganisation;

/// <summary>An organisation that takes part from a day on; without one, since nobody knows when.</summary>
internal sealed record AddOrganisation(Keeper Keeper, string? Name, DateOnly? FirstDay, OrganisationFacts Facts);

/// <summary>Adds an organisation.</summary>
internal sealed class AddOrganisationHandler(MainStore store, FactsCheck check, TimeProvider clock)
{
    public Task<KeepOutcome> HandleAsync(AddOrganisation command, CancellationToken cancellation) => store.WriteAsync(session => AddAsync(session, command, cancellation), cancellation);

    private async Task<KeepOutcome> AddAsync(WriteSession session, AddOrganisation command, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var name = FactsCheck.Name(command.Name, findings);
        var facts = check.Check(command.Facts);
        findings.AddRange(facts.Findings);
        if (!command.Keeper.KeepsAt(facts.PlacePath))
        {
            findings.Add(new Finding(Fields.Place, "place-outside", true, facts.Place));
        }

        if (facts.ParentId is not null)
        {
            await Hierarchy.AloneAsync(session, cancellation);
        }

        var id = Secrets.NewId(clock.GetUtcNow());
        findings.AddRange(await Taking.TakenNumbersAsync(session, id, facts, cancellation));
        if (await Hierarchy.CheckAsync(session, id, facts, Days.Today(clock), cancellation) is { } finding)
        {
            findings.Add(finding);
        }

        if (findings.Exists(f => f.IsError))
        {
            return new KeepOutcome.Refused(findings);
        }

        session.Context<AccessContext>().Organisations.Add(New(session, command.Keeper, id, name!, command.FirstDay, facts, Days.Today(clock)));
        return new KeepOutcome.Done(id, findings);
    }

    /// <summary>A new organisation, recorded.</summary>
    public static Organisation New(WriteSession session, Keeper keeper, string id, string name, DateOnly? firstDay, CheckedFacts facts, long today)
    {
        var organisation = new Organisation { Id = id, Kind = facts.Kind, Name = name, NameKey = TextFold.Fold(name), Country = facts.Country, FromDay = firstDay?.DayNumber ?? 0 };
        facts.ApplyTo(organisation);
        organisation.Rename(name, organisation.FromDay, today);
        OrganisationAudit.Changed(session, keeper, organisation, "organisation-added", null, OrganisationAudit.StateOf(organisation));
        return organisation;
    }
}
