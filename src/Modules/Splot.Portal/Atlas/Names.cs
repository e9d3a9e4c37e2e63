using System.Data.Common;
using Splot.Contracts.Territory;
using Splot.Data;
using Splot.Portal.Labels;

namespace Splot.Portal.Atlas;

/// <summary>Names, places and figures of codes, as they stood together.</summary>
/// <param name="Labels">Names of codes and places.</param>
/// <param name="Places">Places.</param>
/// <param name="Values">Figures of code lists.</param>
public sealed record Names(LabelBook Labels, PlaceBook Places, ValueBook Values)
{
    /// <summary>Of a store that holds none.</summary>
    public static Names Empty { get; } = new(new LabelBook([]), new PlaceBook([]), new ValueBook([]));
}

/// <summary>Gives the present names: read anew only after some were written.</summary>
internal sealed class NamesReader
{
    private const string Last = "SELECT COALESCE(MAX(sequence), 0), COALESCE(MAX(CASE WHEN kind = 'labels' THEN sequence END), 0) FROM portal_change WHERE sequence > @known";
    private const string Labels = "SELECT kind, code, language, text, tag FROM portal_label";
    private const string Places = "SELECT code, kind, country, parent, path, last_day, population, lat, lon FROM portal_place";
    private const string Values = "SELECT list, code, first_day, last_day, value, source FROM portal_value ORDER BY first_day";
    private const decimal DegreeParts = 10_000m;

    private Names? present;
    private long known;

    /// <summary>The names; one statement where none were written since the last call, else four. One caller at a time.</summary>
    public async Task<Names> ReadAsync(Session session, CancellationToken cancellation)
    {
        var (last, labels) = (await ReadAsync(session.Command(Last).With("known", known), r => (r.GetInt64(0), r.GetInt64(1)), cancellation))[0];
        if (present is null || labels > 0)
        {
            present = new Names(
                new LabelBook(await ReadAsync(session.Command(Labels), r => (r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4)), cancellation)),
                new PlaceBook(await ReadAsync(session.Command(Places), Place, cancellation)),
                new ValueBook(await ReadAsync(session.Command(Values), Value, cancellation)));
        }

        known = Math.Max(known, last);
        return present;
    }

    private static Place Place(DbDataReader r) => new(
        r.GetString(0), UnitKinds.Parse(r.GetString(1)) ?? UnitKind.Settlement, r.GetString(2), r.Text(3), r.GetString(4), Day(r.Number(5)), r.Number(6), r.Number(7) / DegreeParts, r.Number(8) / DegreeParts);

    private static CodeFigure Value(DbDataReader r) =>
        new(r.GetString(0), r.GetString(1), Day(r.GetInt64(2))!.Value, Day(r.Number(3)), ValueBook.Parse(r.GetString(4)), r.GetString(5));

    private static DateOnly? Day(long? number) => number is { } n ? DateOnly.FromDayNumber((int)n) : null;

    private static async Task<List<T>> ReadAsync<T>(DbCommand command, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellation))
            {
                rows.Add(read(reader));
            }

            return rows;
        }
    }
}
