using System.Globalization;

namespace Splot.Data;

/// <summary>
/// Walks the chain from its beginning and compares it with the anchors outside the database. Reads only; entries that are added meanwhile
/// are not looked at.
/// </summary>
public sealed class AuditCheck(MainStore main, AuditAnchors anchors, TimeProvider clock)
{
    /// <summary>Checks everything, up to the first break. <paramref name="progress"/> is told from time to time how many entries were found right.</summary>
    public async Task<AuditVerification> RunAsync(Action<long>? progress, CancellationToken cancellation)
    {
        // Before the snapshot: a head is anchored after it is committed, so the snapshot knows every one of these.
        var known = anchors.Read();
        var begun = clock.GetTimestamp();
        return await main.ReadAsync(session => WalkAsync(session, known, begun, progress, cancellation), cancellation);
    }

    private async Task<AuditVerification> WalkAsync(Session session, IReadOnlyList<AuditAnchor> known, long begun, Action<long>? progress, CancellationToken cancellation)
    {
        var anchored = known.ToLookup(a => a.Number);
        var hash = new AuditHash();
        var (number, before, earlier) = (0L, AuditHash.Beginning, (byte[]?)null);
        await foreach (var here in AuditChain.ReadAsync(session, cancellation))
        {
            var finding = Gap(here, number + 1)
                ?? (here.Seal.Hash.AsSpan().SequenceEqual(hash.Of(before, number + 1, here.Seal.SealedAt, here.Entry!))
                    ? Rewritten(here.Seal, anchored[number + 1])
                    : await new AuditDiagnosis(session, number + 1, before, earlier).OfAsync(here, cancellation));
            if (finding is not null)
            {
                return Broken(number, begun, finding);
            }

            (number, earlier, before) = (number + 1, before, here.Seal.Hash);
            if (number % 10_000 == 0)
            {
                progress?.Invoke(number);
            }
        }

        var head = await AuditHead.ReadAsync(session, cancellation);
        if (CutOff(number, known, head) is { } end)
        {
            return Broken(number, begun, end);
        }

        return await AuditChain.StrangerAsync(session, head, cancellation) is { } id
            ? Broken(number, begun, new AuditFinding(0, AuditDamage.Inserted, string.Create(CultureInfo.InvariantCulture, $"The entry with id {id} was inserted: it has no seal, and the sealing passed it long ago.")))
            : new AuditVerification.Whole(number, clock.GetElapsedTime(begun), (await AuditReader.WaitingAsync(session, cancellation)).Count, known.Count);
    }

    private AuditVerification.Broken Broken(long number, long begun, AuditFinding finding) =>
        new(number, clock.GetElapsedTime(begun), finding.Number, finding.Damage, finding.Sentence);

    private static AuditFinding? Gap(SealedEntry here, long expected)
    {
        if (here.Seal.Number > expected)
        {
            return new AuditFinding(expected, AuditDamage.Missing, string.Create(CultureInfo.InvariantCulture, $"Entry {expected} is missing: the next one is {here.Seal.Number}."));
        }

        if (here.Seal.Number < expected)
        {
            return new AuditFinding(here.Seal.Number, AuditDamage.Inserted, string.Create(CultureInfo.InvariantCulture, $"Entry {here.Seal.Number} was inserted: the chain begins with 1."));
        }

        return here.Entry is null
            ? new AuditFinding(expected, AuditDamage.Missing, string.Create(CultureInfo.InvariantCulture, $"Entry {expected} (id {here.Seal.EntryId}) is missing: only its seal is left."))
            : null;
    }

    private static AuditFinding? Rewritten(AuditSealRow seal, IEnumerable<AuditAnchor> anchors) =>
        anchors.FirstOrDefault(a => !a.Hash.AsSpan().SequenceEqual(seal.Hash)) is { } anchor
            ? new AuditFinding(seal.Number, AuditDamage.Rewritten, string.Create(CultureInfo.InvariantCulture, $"The chain was written anew: entry {seal.Number} is not the one that was anchored at {anchor.At:yyyy-MM-dd HH:mm:ss} UTC, so it or one before it was replaced."))
            : null;

    private static AuditFinding? CutOff(long last, IReadOnlyList<AuditAnchor> known, AuditHead head)
    {
        if (known.MaxBy(a => a.Number) is { } anchor && anchor.Number > last)
        {
            return new AuditFinding(last + 1, AuditDamage.CutOff, string.Create(CultureInfo.InvariantCulture, $"The chain was cut off: it ends at entry {last}, and entry {anchor.Number} was anchored at {anchor.At:yyyy-MM-dd HH:mm:ss} UTC. Entry {last + 1} is the first that is missing."));
        }

        return head.Number > last
            ? new AuditFinding(last + 1, AuditDamage.CutOff, string.Create(CultureInfo.InvariantCulture, $"The chain was cut off: it ends at entry {last}, and the sealing had come to {head.Number}. Entry {last + 1} is the first that is missing."))
            : null;
    }
}

/// <summary>The first break of a chain.</summary>
internal sealed record AuditFinding(long Number, AuditDamage Damage, string Sentence);
