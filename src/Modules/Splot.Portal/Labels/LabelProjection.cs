using Splot.Contracts.Territory;
using Splot.Data;
using Splot.Kernel;
using Splot.Portal.Store;

namespace Splot.Portal.Labels;

/// <summary>
/// Keeps the labels of all code lists and regions, in the three languages, in the public store. Only differences are written, in
/// short transactions; with nothing new nothing is written.
/// </summary>
internal sealed class LabelProjection(PublicStore store, TimeProvider clock)
{
    private const int Batch = 2_000;
    private const string All = "SELECT kind, code, language, text, tag, parent FROM portal_label";
    private const string Delete = "DELETE FROM portal_label WHERE kind = @kind AND code = @code AND language = @language";
    private static readonly BulkTable Table = BulkTable.Of("portal_label", "kind", "code", "language", "text", "tag", "parent");

    /// <summary>Brings the labels in line and returns how many rows were written or removed.</summary>
    public async Task<long> RunAsync(IReferenceData lists, ITerritory territory, CancellationToken cancellation)
    {
        var wanted = Wanted(lists, territory);
        var held = await store.ReadAsync(session => ReadAsync(session, cancellation), cancellation);
        var gone = held.Where(row => !wanted.TryGetValue(row.Key, out var value) || value != row.Value).Select(row => row.Key).ToList();
        var fresh = wanted.Where(row => !held.TryGetValue(row.Key, out var value) || value != row.Value).ToList();
        foreach (var batch in gone.Chunk(Batch))
        {
            await store.WriteAsync(session => DeleteAsync(session, batch, cancellation), cancellation);
        }

        foreach (var batch in fresh.Chunk(Batch))
        {
            await store.WriteAsync(session => InsertAsync(session, batch, cancellation), cancellation);
        }

        return gone.Count + fresh.Count;
    }

    private static Dictionary<LabelKey, LabelValue> Wanted(IReferenceData lists, ITerritory territory)
    {
        var wanted = new Dictionary<LabelKey, LabelValue>();
        foreach (var list in lists.Lists)
        {
            foreach (var value in lists.Values(list.Code).GroupBy(v => v.Code, StringComparer.Ordinal).Select(g => g.Last()))
            {
                foreach (var language in Languages.All)
                {
                    var label = lists.Label(list.Code, value.Code, language);
                    wanted[new LabelKey(list.Code, value.Code, language.Code())] = new LabelValue(label.Text, label.Language, value.Parent);
                }
            }
        }

        // What a code means today goes before what it meant once.
        foreach (var unit in territory.Units.GroupBy(u => u.Code, StringComparer.Ordinal).Select(g => g.LastOrDefault(u => u.IsCurrent) ?? g.Last()))
        {
            foreach (var language in Languages.All)
            {
                var name = unit.Label(language);
                wanted[new LabelKey(LabelKind.Region, unit.Code, language.Code())] = new LabelValue(name.Text, name.Language, unit.Parent);
            }
        }

        return wanted;
    }

    private static async Task<Dictionary<LabelKey, LabelValue>> ReadAsync(Session session, CancellationToken cancellation)
    {
        await using var command = session.Command(All);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var held = new Dictionary<LabelKey, LabelValue>();
        while (await reader.ReadAsync(cancellation))
        {
            held.Add(new LabelKey(reader.GetString(0), reader.GetString(1), reader.GetString(2)), new LabelValue(reader.GetString(3), reader.GetString(4), reader.Text(5)));
        }

        return held;
    }

    private async Task DeleteAsync(WriteSession session, IReadOnlyCollection<LabelKey> keys, CancellationToken cancellation)
    {
        await ChangeLog.LockAsync(session, cancellation);
        await ChangeLog.AppendAsync(session, ChangeKind.Labels, null, null, keys.Count, clock, cancellation);
        await using var command = session.Command(Delete).With("kind", "").With("code", "").With("language", "");
        foreach (var key in keys)
        {
            (command.Parameters["kind"].Value, command.Parameters["code"].Value, command.Parameters["language"].Value) = (key.Kind, key.Code, key.Language);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private async Task InsertAsync(WriteSession session, KeyValuePair<LabelKey, LabelValue>[] rows, CancellationToken cancellation)
    {
        await ChangeLog.LockAsync(session, cancellation);
        await ChangeLog.AppendAsync(session, ChangeKind.Labels, null, null, rows.Length, clock, cancellation);
        using var table = BulkInsert.Into(session, Table);
        foreach (var (key, value) in rows)
        {
            table.Set(0, key.Kind);
            table.Set(1, key.Code);
            table.Set(2, key.Language);
            table.Set(3, value.Text);
            table.Set(4, value.Tag);
            table.Set(5, value.Parent);
            table.NextRow();
        }

        table.Complete();
    }

    private readonly record struct LabelKey(string Kind, string Code, string Language);

    private readonly record struct LabelValue(string Text, string Tag, string? Parent);
}
