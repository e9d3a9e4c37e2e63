using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Contracts.Territory;
using Splot.Data;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.KeepOrganisations;

/// <summary>What forms ask of the organisations that the caller keeps.</summary>
internal sealed class KeptOrganisations(MainStore store, ICaller caller, ITerritory territory, TimeProvider clock)
{
    private const int MostFitting = 5;

    /// <summary>The caller as a keeper.</summary>
    public Keeper Keeper => Keeper.Of(caller, Acts.KeepOrganisations, IsProved);

    /// <summary>The caller as one who merges, and takes an end back.</summary>
    public Keeper Merger => Keeper.Of(caller, Acts.MergeOrganisations, IsProved);

    /// <summary>Whether moving roles is open to the caller at all.</summary>
    public bool MayMoveRoles => caller.May(Acts.KeepAccounts);

    private bool IsProved => clock.GetUtcNow() - caller.Account!.ProvedAt <= AccessGate.ProofLasts;

    /// <summary>Today.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>An organisation that the caller keeps; null where there is none.</summary>
    public async Task<Organisation?> FindAsync(string id, CancellationToken cancellation)
    {
        var found = await store.ReadAsync(
            session => session.Context<AccessContext>().Organisations.AsNoTracking().Include(o => o.Names).Include(o => o.Identifiers).AsSplitQuery().SingleOrDefaultAsync(o => o.Id == id, cancellation),
            cancellation);
        return found is not null && Keeper.Keeps(found) ? found : null;
    }

    /// <summary>A unit of an organisation; null where there is none.</summary>
    public Task<Unit?> FindUnitAsync(string organisation, string id, CancellationToken cancellation) => store.ReadAsync(
        session => session.Context<AccessContext>().Units.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.OrganisationId == organisation, cancellation),
        cancellation);

    /// <summary>The name of an organisation, for a field; null where there is none.</summary>
    public async Task<string?> NameOfAsync(string? id, CancellationToken cancellation) => id is null ? null : await store.ReadAsync(
        session => session.Context<AccessContext>().Organisations.Where(o => o.Id == id).Select(o => o.Name).SingleOrDefaultAsync(cancellation), cancellation);

    /// <summary>
    /// The organisation that somebody means by a number or a name, written out or in part; null with a sentence in the form where none or several fit.
    /// </summary>
    /// <param name="form">The form.</param>
    /// <param name="field">The field in which it is written.</param>
    /// <param name="known">The organisation that is meant where the name is still the one that the form showed.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<string?> MeantAsync(PostedForm form, string field, string? known, CancellationToken cancellation)
    {
        if (form.Text(field, FactsCheck.LongestName) is not { } typed)
        {
            return null;
        }

        if (known is not null && await NameOfAsync(known, cancellation) == typed)
        {
            return known;
        }

        var found = await FittingAsync(typed, cancellation);
        if (found.Count == 1)
        {
            return found[0].Id;
        }

        form.Reject(field, found.Count == 0 ? Text.NoneFits(typed) : Text.SeveralFit(string.Join("; ", found.Select(Told))));
        return null;
    }

    private async Task<IReadOnlyList<Organisation>> FittingAsync(string typed, CancellationToken cancellation)
    {
        var (key, today) = (TextFold.Fold(typed), Days.Today(clock));
        var lookups = OfficialNumbers.Kinds
            .Select(kind => OfficialNumbers.Check(kind, typed, typed.Length == 4 ? OrganisationKind.County : OrganisationKind.Municipality, territory).Number?.Lookup).OfType<string>().ToList();
        return await store.ReadAsync<IReadOnlyList<Organisation>>(
            async session =>
            {
                var all = session.Context<AccessContext>().Organisations.AsNoTracking().Include(o => o.Identifiers).Where(o => o.ToDay == null || o.ToDay >= today).OrderBy(o => o.NameKey).ThenBy(o => o.Id);
                var exact = await all.Where(o => o.Id == typed || o.NameKey == key || o.Identifiers.Any(i => lookups.Contains(i.Lookup))).Take(MostFitting).ToListAsync(cancellation);
                return exact.Count > 0 ? exact : await all.Where(o => o.NameKey.Contains(key)).Take(MostFitting).ToListAsync(cancellation);
            },
            cancellation);
    }

    private static string Told(Organisation o) => o.Name + (o.Identifiers is [{ } number, ..] ? " (" + number.Kind + " " + number.Value + ")" : o.Place is { } place ? " (" + place + ", " + o.Id + ")" : " (" + o.Id + ")");
}
