using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Data;

namespace Splot.Access.ChangeOrganisation;

/// <summary>Everything that is said of an organisation apart from its name, said anew.</summary>
internal sealed record ChangeOrganisation(Keeper Keeper, string Id, long Version, OrganisationFacts Facts);

/// <summary>Changes kind, place, parent, numbers and contact points. What has ended can be put right too.</summary>
internal sealed class ChangeOrganisationHandler(MainStore store, FactsCheck check, TimeProvider clock)
{
    public Task<KeepOutcome> HandleAsync(ChangeOrganisation command, CancellationToken cancellation) => store.WriteAsync(session => ChangeAsync(session, command, cancellation), cancellation);

    private async Task<KeepOutcome> ChangeAsync(WriteSession session, ChangeOrganisation command, CancellationToken cancellation)
    {
        var facts = check.Check(command.Facts);
        if (facts.ParentId is not null)
        {
            await Hierarchy.AloneAsync(session, cancellation);
        }

        var (organisation, no) = await Taking.TakeAsync(session, command.Keeper, command.Id, command.Version, cancellation);
        if (organisation is null)
        {
            return no!;
        }

        var findings = await FindingsAsync(session, command.Keeper, organisation, facts, cancellation);
        if (findings.Exists(f => f.IsError))
        {
            return new KeepOutcome.Refused(findings);
        }

        Apply(session, command.Keeper, organisation, facts);
        return new KeepOutcome.Done(organisation.Id, findings);
    }

    private async Task<List<Finding>> FindingsAsync(WriteSession session, Keeper keeper, Organisation organisation, CheckedFacts facts, CancellationToken cancellation)
    {
        var findings = facts.Findings.ToList();

        // Whoever keeps a part of the country cannot widen it by moving an organisation.
        if (facts.PlacePath != organisation.PlacePath && !keeper.KeepsAt(facts.PlacePath))
        {
            findings.Add(new Finding(Fields.Place, "place-outside", true, facts.Place));
        }

        findings.AddRange(await Taking.TakenNumbersAsync(session, organisation.Id, facts, cancellation));
        if (await Hierarchy.CheckAsync(session, organisation.Id, facts, Days.Today(clock), cancellation) is { } finding)
        {
            findings.Add(finding);
        }

        return findings;
    }

    /// <summary>Writes the facts and records it; false where nothing was new.</summary>
    public static bool Apply(WriteSession session, Keeper keeper, Organisation organisation, CheckedFacts facts)
    {
        var before = OrganisationAudit.StateOf(organisation);
        if (!facts.ApplyTo(organisation))
        {
            return false;
        }

        OrganisationAudit.Changed(session, keeper, organisation, "organisation-changed", before, OrganisationAudit.StateOf(organisation));
        return true;
    }
}
