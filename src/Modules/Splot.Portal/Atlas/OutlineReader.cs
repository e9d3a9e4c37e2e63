using System.Text.Json;
using Splot.Data;

namespace Splot.Portal.Atlas;

/// <summary>Reads outlines from the public store; there are none until some were imported.</summary>
internal sealed class OutlineReader(PublicStore store)
{
    private const string Columns = "SELECT code, geometry FROM portal_outline WHERE ";
    private const string ByCodesSqlite = Columns + "code IN (SELECT value FROM json_each(@codes))";
    private const string ByCodesPostgres = Columns + "code = ANY(@codes)";

    /// <summary>The outlines of the given places by code, as GeoJSON geometries; places without one are left out. One statement.</summary>
    public Task<IReadOnlyDictionary<string, string>> FindAsync(IReadOnlyCollection<Place> places, CancellationToken cancellation) => store.ReadAsync<IReadOnlyDictionary<string, string>>(
        async session =>
        {
            string[] codes = [.. places.Select(p => p.Code)];
            var sqlite = session.Store.Engine == Engine.Sqlite;
            await using var command = session.Command(sqlite ? ByCodesSqlite : ByCodesPostgres).With("codes", sqlite ? JsonSerializer.Serialize(codes) : codes);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var outlines = new Dictionary<string, string>(StringComparer.Ordinal);
            while (await reader.ReadAsync(cancellation))
            {
                outlines.Add(reader.GetString(0), reader.GetString(1));
            }

            return outlines;
        },
        cancellation);
}
