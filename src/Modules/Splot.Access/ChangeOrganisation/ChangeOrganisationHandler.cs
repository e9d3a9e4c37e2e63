using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Data;

namespace Splot.Access.ChangeOrganisation;

/// <summary>Everything that is said of an organisation apart from its name, said anew.</summary>
/// <param name="Keeper">Who says so.</param>
/// <param name="Id">The organisation.</param>
/// <param name="Version">As the form showed it.</param>
/// <param name="Facts">What is said of it.</param>
/// <param name="First">Since when it stands; null where nothing is said of that.</param>
internal sealed record ChangeOrganisation(Keeper Keeper, string Id, long Version, OrganisationFacts Facts, FirstDay? First = null);

/// <summary>Changes kind, place, parent, numbers, contact points and the first day. What has ended can be put right too.</summary>
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
        if (command.First is { } first && first.Number != organisation.FromDay)
        {
            findings.AddRange(await FirstDay.FindingsAsync(session, organisation, first.Number, cancellation));
        }

        if (findings.Exists(f => f.IsError))
        {
            return new KeepOutcome.Refused(findings);
        }

        Apply(session, command.Keeper, organisation, facts, command.First?.Number ?? organisation.FromDay);
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
    public static bool Apply(WriteSession session, Keeper keeper, Organisation organisation, CheckedFacts facts) => Apply(session, keeper, organisation, facts, organisation.FromDay);

    private static bool Apply(WriteSession session, Keeper keeper, Organisation organisation, CheckedFacts facts, long firstDay)
    {
        var before = OrganisationAudit.StateOf(organisation);
        if (!(facts.ApplyTo(organisation) | organisation.BeginOn(firstDay)))
        {
            return false;
        }

        OrganisationAudit.Changed(session, keeper, organisation, "organisation-changed", before, OrganisationAudit.StateOf(organisation));
        return true;
    }
}
