namespace Splot.Data;

/// <summary>
/// Something that a module keeps sealed with the <see cref="KeyRing"/>, and seals anew or removes in time after a new master key was made;
/// registered so that <c>splot keys status</c> can say how much an older key still seals.
/// </summary>
/// <param name="What">What it is, for people: <c>keys of persons</c>.</param>
/// <param name="Sql">
/// Gives the first nine sealed bytes and how many rows begin with them; one statement for both engines:
/// <c>SELECT substr(sealed, 1, 9), COUNT(*) FROM t GROUP BY substr(sealed, 1, 9)</c>.
/// </param>
public sealed record SealedHolding(string What, string Sql)
{
    internal async Task<IReadOnlyList<(KeyId? Key, string What, long Count)>> CountAsync(Session session, CancellationToken cancellation)
    {
        var counted = new List<(KeyId?, string, long)>();
        await using var command = session.Command(Sql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            counted.Add((MasterKeys.IdOfHead((byte[])reader.GetValue(0)), What, reader.GetInt64(1)));
        }

        return counted;
    }
}

/// <summary>A master key that a store was sealed with.</summary>
/// <param name="Key">Its id: running number and print.</param>
/// <param name="Since">When it became the current one.</param>
/// <param name="IsCurrent">True for the one that seals.</param>
/// <param name="Seals">How much it still seals, by what that is.</param>
public sealed record MasterKeyUse(string Key, DateTimeOffset Since, bool IsCurrent, IReadOnlyDictionary<string, long> Seals);
