using System.Data.Common;
using Splot.Data;
using Splot.Portal.Store;

namespace Splot.Portal.Atlas;

/// <summary>A table of the public store that mirrors something small from elsewhere: only differences are written, in short transactions.</summary>
/// <param name="Select">Reads all rows.</param>
/// <param name="Read">Makes a row of what was read.</param>
/// <param name="Delete">Removes one row.</param>
/// <param name="Key">Names and values of the parameters of <paramref name="Delete"/>; they tell rows apart.</param>
/// <param name="Table">Where rows are written.</param>
/// <param name="Write">Sets a row's columns.</param>
internal sealed record Mirror<TRow>(string Select, Func<DbDataReader, TRow> Read, string Delete, Func<TRow, IReadOnlyList<(string Name, object Value)>> Key, BulkTable Table, Action<BulkInsert, TRow> Write)
    where TRow : IEquatable<TRow>
{
    private const int Batch = 500;

    /// <summary>Brings the table in line and returns how many rows were written or removed.</summary>
    public async Task<long> BringInLineAsync(PublicStore store, IEnumerable<TRow> wanted, TimeProvider clock, CancellationToken cancellation)
    {
        var rows = wanted.ToHashSet();
        var held = await store.ReadAsync(session => ReadAsync(session, cancellation), cancellation);
        var gone = held.Where(row => !rows.Contains(row)).ToList();
        var fresh = rows.Except(held).ToList();
        foreach (var batch in gone.Chunk(Batch))
        {
            await store.WriteAsync(session => ChangeAsync(session, batch, clock, s => DeleteAsync(s, batch, cancellation), cancellation), cancellation);
        }

        foreach (var batch in fresh.Chunk(Batch))
        {
            await store.WriteAsync(session => ChangeAsync(session, batch, clock, s => InsertAsync(s, batch), cancellation), cancellation);
        }

        return gone.Count + fresh.Count;
    }

    private async Task<List<TRow>> ReadAsync(Session session, CancellationToken cancellation)
    {
        await using var command = session.Command(Select);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<TRow>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(Read(reader));
        }

        return rows;
    }

    private static async Task ChangeAsync(WriteSession session, TRow[] rows, TimeProvider clock, Func<WriteSession, Task> change, CancellationToken cancellation)
    {
        await ChangeLog.LockAsync(session, cancellation);
        await ChangeLog.AppendAsync(session, ChangeKind.Labels, null, null, rows.Length, clock, cancellation);
        await change(session);
    }

    private async Task DeleteAsync(WriteSession session, TRow[] rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            await using var command = session.Command(Delete);
            foreach (var (name, value) in Key(row))
            {
                command.With(name, value);
            }

            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private Task InsertAsync(WriteSession session, TRow[] rows)
    {
        using var insert = BulkInsert.Into(session, Table);
        foreach (var row in rows)
        {
            Write(insert, row);
            insert.NextRow();
        }

        insert.Complete();
        return Task.CompletedTask;
    }
}
