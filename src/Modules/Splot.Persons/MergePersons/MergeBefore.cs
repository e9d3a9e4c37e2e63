using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.MergePersons;

/// <summary>
/// Everything that a merge may change, byte by byte as it was. Sealed values stay sealed in it, so that undoing brings back the very bytes; keys
/// are not in it, because they may be sealed anew in between.
/// </summary>
internal sealed record MergeBefore(
    MergeBefore.State Survivor,
    MergeBefore.State Absorbed,
    MergeBefore.Sealed Identity,
    IReadOnlyList<MergeBefore.Filed> Index,
    long IndexEdition,
    IReadOnlyList<string> EarlierAbsorbed)
{
    public const string Column = "persons_merge.before";

    public static async Task<MergeBefore> ReadAsync(Session session, OpenedPerson survivor, OpenedPerson absorbed, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var index = await context.Index.AsNoTracking().Where(i => i.PersonId == survivor.Row.Id).OrderBy(i => i.Kind).Select(i => new Filed(i.Key, i.Kind)).ToListAsync(cancellation);
        var earlier = await context.Persons.Where(p => p.MergedInto == absorbed.Row.Id).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancellation);
        return new MergeBefore(
            await StateAsync(context, survivor.Row, cancellation),
            await StateAsync(context, absorbed.Row, cancellation),
            new Sealed(survivor.Columns.FirstNames, survivor.Columns.Surnames, survivor.Columns.BirthDate, survivor.Columns.Sex, survivor.Columns.Numbers, survivor.Columns.Contact),
            index,
            survivor.Row.IndexEdition,
            earlier);
    }

    /// <summary>What the merge made of the two records; what differs from it was decided later.</summary>
    public (State Survivor, State Absorbed) Left()
    {
        var restricted = Survivor.Restricted || Absorbed.Restricted;
        var hidden = Survivor.Restricted ? Survivor.Readers : Absorbed.Readers;
        var one = Survivor.Restricted != Absorbed.Restricted;
        var retain = Survivor.RetainUntil is { } a && Absorbed.RetainUntil is { } b ? (a > b ? a : b) : Survivor.RetainUntil ?? Absorbed.RetainUntil;
        return (
            new State(restricted, Survivor.LegalHold || Absorbed.LegalHold, retain, one ? hidden : Survivor.Readers),
            new State(restricted, Absorbed.LegalHold, Absorbed.RetainUntil, one ? hidden : Absorbed.Readers));
    }

    private static async Task<State> StateAsync(PersonsContext context, PersonRow row, CancellationToken cancellation) => new(
        row.Restricted,
        row.LegalHold,
        row.RetainUntil,
        await context.NamedReaders.Where(r => r.PersonId == row.Id).OrderBy(r => r.AccountId).Select(r => r.AccountId).ToListAsync(cancellation));

    internal sealed record State(bool Restricted, bool LegalHold, DateOnly? RetainUntil, IReadOnlyList<string> Readers);

    internal sealed record Sealed(byte[]? FirstNames, byte[]? Surnames, byte[]? BirthDate, byte[]? Sex, byte[]? Numbers, byte[]? Contact);

    internal sealed record Filed(byte[] Key, long Kind);
}
