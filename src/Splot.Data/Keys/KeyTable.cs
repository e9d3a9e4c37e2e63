using System.Globalization;
using System.Security.Cryptography;

namespace Splot.Data;

/// <summary>
/// What the main store keeps of the keys: the key of the blind index, sealed with a master key, and for every master key that was ever
/// the current one a check value sealed with it, by which a start notices that keys are missing or belong to another store.
/// </summary>
internal static class KeyTable
{
    public const string Index = "index";

    private const string Check = "check ";

    private const string ExistsSqlite = "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = 'data_key'";
    private const string ExistsPostgres = "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'data_key'";
    private const string Select = "SELECT name, sealed FROM data_key ORDER BY name";
    private const string SelectChecks = "SELECT name, made_at FROM data_key ORDER BY made_at, name";
    private const string Insert = "INSERT INTO data_key (name, sealed, made_at) VALUES (@name, @sealed, @at) ON CONFLICT (name) DO NOTHING";
    private const string Replace = "UPDATE data_key SET sealed = @sealed WHERE name = @name";

    /// <summary>The rows, by name; none where the store is too young to have the table.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(Session session, CancellationToken cancellation)
    {
        var rows = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await using (var exists = session.Command(session.Store.Engine == Engine.Sqlite ? ExistsSqlite : ExistsPostgres))
        {
            if (Convert.ToInt64(await exists.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) == 0)
            {
                return rows;
            }
        }

        await using var command = session.Command(Select);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(reader.GetString(0), (byte[])reader.GetValue(1));
        }

        return rows;
    }

    /// <summary>Every key that ever was current, oldest first, with what it still seals.</summary>
    public static async Task<IReadOnlyList<MasterKeyUse>> UsesAsync(Session session, KeyId? current, IEnumerable<SealedHolding> held, CancellationToken cancellation)
    {
        if ((await ReadAsync(session, cancellation)).Count == 0)
        {
            return [];
        }

        var sealedWith = new List<(KeyId? Key, string What, long Count)>();
        foreach (var holding in held)
        {
            sealedWith.AddRange(await holding.CountAsync(session, cancellation));
        }

        var uses = new List<MasterKeyUse>();
        await using var command = session.Command(SelectChecks);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (reader.GetString(0) is var name && name.StartsWith(Check, StringComparison.Ordinal) && KeyId.Parse(name[Check.Length..]) is { } id)
            {
                var sealedBy = sealedWith.Where(s => s.Key == id).ToDictionary(s => s.What, s => s.Count, StringComparer.Ordinal);
                uses.Add(new MasterKeyUse(id.ToString(), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)), id == current, sealedBy));
            }
        }

        return uses;
    }

    /// <summary>Adds the row of the blind index where there is none.</summary>
    public static Task AddIndexAsync(WriteSession session, MasterKeys keys, DateTimeOffset now, CancellationToken cancellation) =>
        AddAsync(session, Index, keys.Seal(RandomNumberGenerator.GetBytes(SealingKey.Length), Context(Index)), now, cancellation);

    /// <summary>Adds the check value of the current key where there is none.</summary>
    public static Task AddCheckAsync(WriteSession session, MasterKeys keys, DateTimeOffset now, CancellationToken cancellation)
    {
        var name = Check + keys.Current;
        return AddAsync(session, name, keys.Seal([], Context(name)), now, cancellation);
    }

    /// <summary>Seals the key of the blind index, which stays what it is, with the current master key.</summary>
    public static Task RenewIndexAsync(WriteSession session, MasterKeys keys, byte[] sealedIndex, CancellationToken cancellation) =>
        session.ExecuteAsync(Replace, [("name", Index), ("sealed", keys.Seal(OpenIndex(keys, sealedIndex), Context(Index)))], cancellation);

    /// <summary>True where the store knows the blind index and the current key.</summary>
    public static bool IsComplete(IReadOnlyDictionary<string, byte[]> rows, MasterKeys keys) =>
        keys.Current is { } current && rows.ContainsKey(Index) && rows.ContainsKey(Check + current);

    public static byte[] OpenIndex(MasterKeys keys, byte[] sealedIndex) => keys.Open(sealedIndex, Context(Index));

    /// <summary>Throws where the keys are not those of the rows.</summary>
    public static void Verify(IReadOnlyDictionary<string, byte[]> rows, MasterKeys keys, string folder)
    {
        foreach (var (name, sealedBytes) in rows)
        {
            if (MasterKeys.IdOf(sealedBytes) is { } id && !keys.Has(id))
            {
                throw new RequirementException(
                    id.Number == 0
                        ? $"SPLOT_KEY is not the one that this store was sealed with (key {id}). Give that one, after a semicolon where a new one is to take its place; without it what is sealed stays closed for ever."
                        : $"The store was sealed with the key {id}, and {folder} does not hold it. Put the keys folder of this store there (its backups hold it), or name it with --keys; without it what is sealed stays closed for ever.");
            }

            try
            {
                keys.Open(sealedBytes, Context(name));
            }
            catch (SealException)
            {
                throw new RequirementException($"The keys do not fit this store: its row '{name}' of data_key does not open. Store and keys folder must be those of one installation; restore them from one backup.");
            }
        }
    }

    private static Task AddAsync(WriteSession session, string name, byte[] sealedBytes, DateTimeOffset now, CancellationToken cancellation) =>
        session.ExecuteAsync(Insert, [("name", name), ("sealed", sealedBytes), ("at", now.ToUnixTimeMilliseconds())], cancellation);

    private static string Context(string name) => "data_key " + name;
}
