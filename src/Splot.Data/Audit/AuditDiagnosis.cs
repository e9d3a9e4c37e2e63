using System.Globalization;

namespace Splot.Data;

/// <summary>
/// Finds out, at the first place where the hash does not fit, what was done there: it looks through the whole chain for the entry that
/// would fit.
/// </summary>
/// <param name="session">A session for reading, free for another statement.</param>
/// <param name="number">The place.</param>
/// <param name="before">The hash before it.</param>
/// <param name="earlier">The hash before that; null at the first place.</param>
internal sealed class AuditDiagnosis(Session session, long number, byte[] before, byte[]? earlier)
{
    private readonly AuditHash hash = new();

    /// <summary>What was done at the place, where <paramref name="here"/> stands now.</summary>
    public async Task<AuditFinding> OfAsync(SealedEntry here, CancellationToken cancellation)
    {
        if (earlier is not null && Fits(earlier, number - 1, here))
        {
            return Find(number - 1, AuditDamage.Inserted, $"Entry {number - 1} was inserted: what follows it was sealed in its place.");
        }

        SealedEntry? rightful = null;
        await foreach (var other in AuditChain.ReadAsync(session, cancellation))
        {
            if (other.Entry is null || other.Seal.Number == number)
            {
                continue;
            }

            if (Fits(before, number, other))
            {
                rightful = other;
                break;
            }

            if (Holds(here.Seal, other.Entry))
            {
                return Find(number, AuditDamage.Reordered, $"Entry {number} was exchanged with another: what was sealed in its place stands in the entry with id {other.Entry.Id}.");
            }
        }

        return rightful switch
        {
            null => Find(number, AuditDamage.Changed, $"Entry {number} (id {here.Seal.EntryId}) was changed: it or its seal is not what was sealed."),
            { Seal.Number: var place } when place == number + 1 && !Fits(rightful.Seal.Hash, number + 1, here) => Find(number, AuditDamage.Inserted, $"Entry {number} was inserted: what follows it was sealed in its place."),
            { Seal.Number: var place } => Find(number, AuditDamage.Reordered, $"Entry {number} was exchanged with another: what was sealed in its place stands at {place}."),
        };
    }

    /// <summary>True where an entry, with its seal, was sealed at a place.</summary>
    private bool Fits(byte[] previous, long place, SealedEntry candidate) =>
        candidate.Entry is { } entry && hash.Of(previous, place, candidate.Seal.SealedAt, entry).AsSpan().SequenceEqual(candidate.Seal.Hash);

    /// <summary>True where the seal at the place is that of another row's contents.</summary>
    private bool Holds(AuditSealRow seal, AuditRow entry) =>
        hash.Of(before, number, seal.SealedAt, entry).AsSpan().SequenceEqual(seal.Hash)
        || hash.Of(before, number, seal.SealedAt, entry, seal.EntryId).AsSpan().SequenceEqual(seal.Hash);

    private static AuditFinding Find(long number, AuditDamage damage, FormattableString sentence) => new(number, damage, sentence.ToString(CultureInfo.InvariantCulture));
}
