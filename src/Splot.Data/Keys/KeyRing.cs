namespace Splot.Data;

/// <summary>
/// The installation's master keys. They lie outside the database: in the keys folder, one file each, or in SPLOT_KEY. What they seal is
/// small, mostly the keys of single persons (<see cref="SealingKey"/>), which seal the rest. The first use makes the first key.
/// <para>Await <see cref="ReadyAsync"/>, outside any write session, before <see cref="Seal"/>, <see cref="Open"/> or <see cref="Index"/>;
/// after the first time it costs nothing.</para>
/// </summary>
public sealed class KeyRing(MainStore main, SplotOptions options, TimeProvider clock) : IDisposable
{
    private readonly KeyFolder folder = new(options);
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile Ring? ring;

    /// <summary>Reads the keys, or makes them where the store has none. Writes to the main store in a transaction of its own then.</summary>
    /// <exception cref="RequirementException">The keys of this store are lost, damaged, or those of another; nothing was written.</exception>
    public ValueTask ReadyAsync(CancellationToken cancellation) => ring is null ? new ValueTask(AloneAsync(MakeReadyAsync, cancellation)) : ValueTask.CompletedTask;

    /// <summary>
    /// Looks, without writing anything, whether the keys are those that the store was sealed with; a store that nothing was sealed in, or
    /// that is not there yet, has none and passes. Every start does so before it migrates.
    /// </summary>
    /// <exception cref="RequirementException">They are lost, damaged, or those of another store.</exception>
    public Task CheckAsync(CancellationToken cancellation) => AloneAsync(LookAsync, cancellation);

    /// <summary>Seals with the current master key: form, key, nonce, tag and cipher text, 37 bytes more than came in.</summary>
    /// <param name="plain">What to seal.</param>
    /// <param name="context">Where it belongs (table, column, row); opening it elsewhere fails.</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, string context) => Ready.Keys.Seal(plain, context);

    /// <summary>Opens what <see cref="Seal"/> made, with whichever key it was sealed.</summary>
    /// <exception cref="SealException">It was changed, belongs elsewhere, or its key is not there.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedBytes, string context)
    {
        var now = Ready;
        if (MasterKeys.IdOf(sealedBytes) is { } id && !now.Keys.Has(id))
        {
            // Another process may have made a new key since.
            ring = now = now with { Keys = MasterKeys.Read(options, folder) };
        }

        return now.Keys.Open(sealedBytes, context);
    }

    /// <summary>False where it was sealed with an older key and should be opened and sealed again.</summary>
    public bool IsCurrent(ReadOnlySpan<byte> sealedBytes) => MasterKeys.IdOf(sealedBytes) == Ready.Keys.Current;

    /// <summary>
    /// A digest of 32 bytes by which an encrypted value can be found: equal for equal values of one purpose, for ever, whichever master
    /// key is current. Bring the value into its one form (case, blanks) first.
    /// </summary>
    public byte[] Index(string purpose, string value) => Ready.Index.Of(purpose, value);

    /// <summary>
    /// Makes a new current key. Everything that older ones sealed still opens, in every process; others seal with the older key until they
    /// meet the new one.
    /// </summary>
    /// <exception cref="RequirementException">The key comes from SPLOT_KEY, so a new one must be given there.</exception>
    public async Task RotateAsync(CancellationToken cancellation)
    {
        if (options.MasterKey is not null)
        {
            throw new RequirementException("The master key comes from SPLOT_KEY: write a new one and a semicolon in front of it on every node, then start again.");
        }

        await ReadyAsync(cancellation);
        await AloneAsync(
            async token =>
            {
                folder.Add();
                await WriteAsync(
                    async (session, keys, rows) =>
                    {
                        await KeyTable.AddCheckAsync(session, keys, clock.GetUtcNow(), token);
                        await KeyTable.RenewIndexAsync(session, keys, rows[KeyTable.Index], token);
                        session.Record(Rotated(keys.Current!));
                    },
                    token);
            },
            cancellation);
    }

    /// <summary>
    /// The master keys that this store was ever sealed with, oldest first, and how much each of them still seals. Empty where nothing was sealed
    /// yet; nothing is made or written.
    /// </summary>
    /// <param name="held">What modules hold that is sealed with the ring.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="RequirementException">The keys are lost, damaged, or those of another store.</exception>
    public async Task<IReadOnlyList<MasterKeyUse>> UsesAsync(IEnumerable<SealedHolding> held, CancellationToken cancellation)
    {
        await CheckAsync(cancellation);
        var current = MasterKeys.Read(options, folder).Current;
        return await main.ReadAsync(session => KeyTable.UsesAsync(session, current, held, cancellation), cancellation);
    }

    private static AuditEntry Rotated(KeyId key) => new()
    {
        Kind = AuditKind.Change,
        Act = "data.rotate-key",
        Actor = AuditActor.Terminal("keys rotate"),
        SubjectKind = "master-key",
        SubjectId = key.ToString(),
    };

    private Ring Ready => ring ?? throw new InvalidOperationException("Await KeyRing.ReadyAsync before sealing, opening or indexing, outside the write session.");

    private async Task LookAsync(CancellationToken cancellation)
    {
        if (main.Engine == Engine.Sqlite && !File.Exists(main.Target.Location))
        {
            return;
        }

        var rows = await main.ReadAsync(session => KeyTable.ReadAsync(session, cancellation), cancellation);
        if (rows.Count > 0)
        {
            Take(rows, MasterKeys.Read(options, folder));
        }
    }

    private async Task MakeReadyAsync(CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        if (ring is not null)
        {
            return;
        }

        if (MasterKeys.Read(options, folder).Current is null)
        {
            folder.Add();
        }

        await WriteAsync(
            async (session, keys, _) =>
            {
                await KeyTable.AddIndexAsync(session, keys, clock.GetUtcNow(), cancellation);

                // Another process may have been faster, with keys that this one does not have: then nothing may be added.
                KeyTable.Verify(await KeyTable.ReadAsync(session, cancellation), keys, folder.Location);
                await KeyTable.AddCheckAsync(session, keys, clock.GetUtcNow(), cancellation);
            },
            cancellation);
    }

    private async Task WriteAsync(Func<WriteSession, MasterKeys, IReadOnlyDictionary<string, byte[]>, Task> workAsync, CancellationToken cancellation)
    {
        var (rows, keys) = await main.WriteAsync(
            async session =>
            {
                var before = await KeyTable.ReadAsync(session, cancellation);
                var known = MasterKeys.Read(options, folder);
                KeyTable.Verify(before, known, folder.Location);
                await workAsync(session, known, before);
                return (await KeyTable.ReadAsync(session, cancellation), known);
            },
            cancellation);
        Take(rows, keys);
    }

    private void Take(IReadOnlyDictionary<string, byte[]> rows, MasterKeys keys)
    {
        KeyTable.Verify(rows, keys, folder.Location);
        if (KeyTable.IsComplete(rows, keys))
        {
            ring = new Ring(keys, new BlindIndex(KeyTable.OpenIndex(keys, rows[KeyTable.Index])));
        }
    }

    private async Task AloneAsync(Func<CancellationToken, Task> workAsync, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await workAsync(cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private sealed record Ring(MasterKeys Keys, BlindIndex Index);
}
