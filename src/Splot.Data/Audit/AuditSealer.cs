using Microsoft.Extensions.Logging;
using Npgsql;

namespace Splot.Data;

/// <summary>
/// Chains entries in the order of their commits: each gets a number and a hash that covers it and all before it. One process does so
/// at a time; no transaction of anybody waits for it.
/// </summary>
public sealed class AuditSealer(MainStore main, AuditAnchors anchors, AuditOptions options, TimeProvider clock, ILogger<AuditSealer> log)
{
    private const string InsertSqlite = "INSERT INTO data_audit_seal (number, entry_id, sealed_at, hash) VALUES (@number, @entry, @at, @hash)";

    private const string InsertPostgres = """
        INSERT INTO data_audit_seal (number, entry_id, sealed_at, hash)
        SELECT number, entry, @at, hash FROM unnest(@numbers, @entries, @hashes) AS sealed (number, entry, hash)
        """;

    private readonly string owner = Guid.NewGuid().ToString("N");
    private bool held;

    /// <summary>
    /// Seals everything that is committed, writes the head outside the database, and returns how many entries that were. Does nothing
    /// while another process is at it.
    /// </summary>
    public async Task<long> RunAsync(CancellationToken cancellation)
    {
        var count = 0L;
        while (true)
        {
            var (head, added) = await SealBatchAsync(cancellation);
            count += added;
            if (added == 0)
            {
                if (head is not null)
                {
                    await anchors.WriteAsync(new AuditAnchor(head.Number, head.Hash, clock.GetUtcNow()), cancellation);
                }

                return count;
            }
        }
    }

    /// <summary>Seals one batch; the head is null when another process is at it.</summary>
    internal async Task<(AuditHead? Head, int Added)> SealBatchAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var look = await main.ReadAsync(
            async session =>
            {
                var head = await AuditHead.ReadAsync(session, cancellation);
                return head.IsHeldByAnother(owner, now) ? null : await AuditReader.LookAsync(session, head, options.Batch, cancellation);
            },
            cancellation);
        if (look is null || look.Entries.Count == 0)
        {
            return (look?.Head, 0);
        }

        var seals = Chain(look, now);
        var moved = look.Head with
        {
            Number = seals[^1].Number,
            Hash = seals[^1].Hash,
            TransactionFloor = look.Floor,
            LastId = look.Entries[^1].Id,
            LeaseOwner = owner,
            LeaseUntil = (now + options.Lease).ToUnixTimeMilliseconds(),
        };
        var mine = await main.WriteAsync(
            async session =>
            {
                if (!await moved.SaveAsync(session, look.Head.Number, now, cancellation))
                {
                    return false;
                }

                await InsertAsync(session, seals, cancellation);
                return true;
            },
            cancellation);
        if (!mine)
        {
            log.LogDebug("Another process sealed from {Number} on", look.Head.Number);
        }

        held |= mine;
        return mine ? (moved, seals.Count) : (null, 0);
    }

    /// <summary>Lets another process go on at once, when this one ends.</summary>
    internal Task LetGoAsync() => !held ? Task.CompletedTask : main.WriteAsync(session => AuditHead.DropLeaseAsync(session, owner, CancellationToken.None), CancellationToken.None);

    private static List<AuditSealRow> Chain(AuditLook look, DateTimeOffset now)
    {
        var hash = new AuditHash();
        var seals = new List<AuditSealRow>(look.Entries.Count);
        var (number, before, at) = (look.Head.Number, look.Head.Hash, now.ToUnixTimeMilliseconds());
        foreach (var entry in look.Entries)
        {
            before = hash.Of(before, ++number, at, entry);
            seals.Add(new AuditSealRow { Number = number, EntryId = entry.Id, SealedAt = at, Hash = before });
        }

        return seals;
    }

    private static async Task InsertAsync(WriteSession session, List<AuditSealRow> seals, CancellationToken cancellation)
    {
        if (session.Store.Engine == Engine.Postgres)
        {
            await using var all = session.Command(InsertPostgres);
            all.With("at", seals[0].SealedAt);
            all.Parameters.Add(new NpgsqlParameter<long[]>("numbers", [.. seals.Select(s => s.Number)]));
            all.Parameters.Add(new NpgsqlParameter<long[]>("entries", [.. seals.Select(s => s.EntryId)]));
            all.Parameters.Add(new NpgsqlParameter<byte[][]>("hashes", [.. seals.Select(s => s.Hash)]));
            await all.ExecuteNonQueryAsync(cancellation);
            return;
        }

        await using var one = session.Prepare(InsertSqlite, ("number", 0L), ("entry", 0L), ("at", seals[0].SealedAt), ("hash", Array.Empty<byte>()));
        foreach (var seal in seals)
        {
            (one.Parameters["number"].Value, one.Parameters["entry"].Value, one.Parameters["hash"].Value) = (seal.Number, seal.EntryId, seal.Hash);
            await one.ExecuteNonQueryAsync(cancellation);
        }
    }
}
