using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Data;

namespace Splot.Access.KeepUnits;

/// <summary>What is said of a unit, as typed.</summary>
internal sealed record UnitFacts(string Kind, string? Name, string? Email, string? Phone, string? Address);

/// <summary>A unit of an organisation from a day on.</summary>
internal sealed record AddUnit(Keeper Keeper, string Organisation, long Version, UnitFacts Facts, DateOnly FirstDay);

/// <summary>What is said of a unit, said anew.</summary>
internal sealed record ChangeUnit(Keeper Keeper, string Organisation, long Version, string Unit, UnitFacts Facts);

/// <summary>A unit ends; without a day it goes on: that it ended was a mistake.</summary>
internal sealed record CloseUnit(Keeper Keeper, string Organisation, long Version, string Unit, DateOnly? LastDay);

/// <summary>Keeps the offices, front offices and teams of an organisation; the organisation's version counts their changes.</summary>
internal sealed class KeepUnitsHandler(MainStore store, TimeProvider clock)
{
    public Task<KeepOutcome> HandleAsync(AddUnit command, CancellationToken cancellation) => store.WriteAsync(
        async session =>
        {
            var (organisation, no) = await Taking.TakeAsync(session, command.Keeper, command.Organisation, command.Version, cancellation);
            if (organisation is null)
            {
                return no!;
            }

            var unit = new Unit { Id = Secrets.NewId(clock.GetUtcNow()), OrganisationId = organisation.Id, Kind = "", Name = "", FromDay = command.FirstDay.DayNumber };
            var findings = Apply(unit, command.Facts);
            if (!organisation.StandsOn(unit.FromDay))
            {
                findings.Add(new Finding(Fields.FirstDay, "unit-outside", true));
            }

            return Finish(session, command.Keeper, organisation, unit, findings, "unit-added", new { unit = unit.Id, kind = unit.Kind, firstDay = command.FirstDay }, () => session.Context<AccessContext>().Units.Add(unit));
        },
        cancellation);

    public Task<KeepOutcome> HandleAsync(ChangeUnit command, CancellationToken cancellation) => WithUnitAsync(
        command.Keeper, command.Organisation, command.Version, command.Unit,
        (session, organisation, unit) => Finish(session, command.Keeper, organisation, unit, Apply(unit, command.Facts), "unit-changed", new { unit = unit.Id, kind = unit.Kind }),
        cancellation);

    public Task<KeepOutcome> HandleAsync(CloseUnit command, CancellationToken cancellation) => WithUnitAsync(
        command.Keeper, command.Organisation, command.Version, command.Unit,
        (session, organisation, unit) =>
        {
            var findings = new List<Finding>();
            if (command.LastDay is null && unit.ToDay is null)
            {
                findings.Add(new Finding("", "not-ended", true));
            }

            if (command.LastDay?.DayNumber < unit.FromDay)
            {
                findings.Add(new Finding(Fields.LastDay, "last-day-early", true));
            }

            unit.ToDay = command.LastDay?.DayNumber;
            return Finish(session, command.Keeper, organisation, unit, findings, unit.ToDay is null ? "unit-reopened" : "unit-closed", new { unit = unit.Id, lastDay = command.LastDay });
        },
        cancellation);

    private Task<KeepOutcome> WithUnitAsync(Keeper keeper, string id, long version, string unitId, Func<WriteSession, Organisation, Unit, KeepOutcome> change, CancellationToken cancellation) => store.WriteAsync(
        async session =>
        {
            var (organisation, no) = await Taking.TakeAsync(session, keeper, id, version, cancellation);
            if (organisation is null)
            {
                return no!;
            }

            var unit = await session.Context<AccessContext>().Units.SingleOrDefaultAsync(u => u.Id == unitId && u.OrganisationId == id, cancellation);
            return unit is null ? new KeepOutcome.NotThere() : change(session, organisation, unit);
        },
        cancellation);

    private static KeepOutcome Finish(WriteSession session, Keeper keeper, Organisation organisation, Unit unit, List<Finding> findings, string act, object after, Action? add = null)
    {
        if (findings.Exists(f => f.IsError))
        {
            // What was written into a unit that is kept must not be saved with the session.
            var entry = session.Context<AccessContext>().Entry(unit);
            entry.State = EntityState.Detached;
            return new KeepOutcome.Refused(findings);
        }

        add?.Invoke();
        OrganisationAudit.Changed(session, keeper, organisation, act, null, after);
        return new KeepOutcome.Done(organisation.Id, findings);
    }

    private static List<Finding> Apply(Unit unit, UnitFacts facts)
    {
        var findings = new List<Finding>();
        if (!UnitKind.All.Contains(facts.Kind, StringComparer.Ordinal))
        {
            findings.Add(new Finding(Fields.Kind, "unit-kind-missing", true, facts.Kind));
        }

        (unit.Kind, unit.Name) = (facts.Kind, FactsCheck.Name(facts.Name, findings) ?? "");
        unit.Email = FactsCheck.Email(facts.Email, findings);
        unit.Phone = FactsCheck.Phone(facts.Phone, findings);
        unit.Address = FactsCheck.Short(Fields.Address, facts.Address, FactsCheck.LongestAddress, findings);
        return findings;
    }
}
