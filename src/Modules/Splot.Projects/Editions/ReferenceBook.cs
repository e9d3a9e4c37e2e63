using System.Data.Common;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Kernel;

namespace Splot.Projects.Editions;

/// <summary>
/// Programmes, calls and organisations by their look-up keys (organisations by fingerprints of theirs), held in memory while an edition is
/// written; what is new is written with
/// the batch that names it first. Organisations are matched cautiously: by identifier, then by exact normalised name within the
/// country; never by likeness.
/// </summary>
internal sealed class ReferenceBook
{
    private static readonly BulkTable ProgrammeTable = BulkTable.Of("projects_programme", "id", "lookup", "code", "name", "period", "country");
    private static readonly BulkTable CallTable = BulkTable.Of("projects_call", "id", "lookup", "code", "name");
    private static readonly BulkTable OrganisationTable = BulkTable.Of("projects_organisation", "id", "public_id", "country", "name", "name_key", "for_review");
    private static readonly BulkTable IdentifierTable = BulkTable.Of("projects_organisation_identifier", "lookup", "organisation_id", "kind", "value");

    private const int MostSpelled = 20_000;

    private readonly Dictionary<string, long> programmes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> calls = new(StringComparer.Ordinal);
    private readonly Dictionary<UInt128, long> names = [];
    private readonly Dictionary<UInt128, long> identifiers = [];
    private readonly Dictionary<(string? Country, string Name), long> spelled = [];
    private readonly HashSet<UInt128> publicIds = [];
    private readonly HashSet<long> identified = [];
    private readonly HashSet<string> personMarks = new(StringComparer.Ordinal);

    private readonly List<(long Id, string Lookup, ProgrammeReference Reference, string? Country)> newProgrammes = [];
    private readonly List<(long Id, string Lookup, CodeName Call)> newCalls = [];
    private readonly List<(long Id, string PublicId, string? Country, string Name, string Key, bool Review)> newOrganisations = [];
    private readonly List<(string Lookup, long Organisation, IdentifierDocument Identifier)> newIdentifiers = [];
    private long nextId;

    private readonly PersonMarks marks;

    private ReferenceBook(PersonMarks marks) => this.marks = marks;

    /// <summary>Reads what is known.</summary>
    public static async Task<ReferenceBook> LoadAsync(Session session, PersonMarks marks, CancellationToken cancellation)
    {
        var book = new ReferenceBook(marks);
        await ReadAsync(session, "SELECT lookup, id FROM projects_programme", r => book.programmes[r.GetString(0)] = book.Seen(r.GetInt64(1)), cancellation);
        await ReadAsync(session, "SELECT lookup, id FROM projects_call", r => book.calls[r.GetString(0)] = book.Seen(r.GetInt64(1)), cancellation);
        await ReadAsync(session, "SELECT name_key, id, public_id FROM projects_organisation ORDER BY id DESC", r => book.SeenOrganisation(r), cancellation);
        await ReadAsync(session, "SELECT lookup, organisation_id FROM projects_organisation_identifier", r => book.SeenIdentifier(r), cancellation);
        await ReadAsync(session, "SELECT name_digest FROM projects_person_mark", r => book.personMarks.Add(r.GetString(0)), cancellation);
        if (book.personMarks.Count > 0)
        {
            await marks.ReadyAsync(cancellation);
        }

        return book;
    }

    /// <summary>The programme's id; null where nothing names it.</summary>
    public long? Programme(ProgrammeReference? programme, string? country)
    {
        // A source may give the period and nothing else.
        var lookup = programme is null ? null : Lookup(programme.Code, programme.Name, country) ?? (programme.Period is null ? null : "period:" + programme.Period);
        if (lookup is null)
        {
            return null;
        }

        if (!programmes.TryGetValue(lookup, out var id))
        {
            programmes[lookup] = id = ++nextId;
            newProgrammes.Add((id, lookup, programme!, country));
        }

        return id;
    }

    /// <summary>The call's id; null where nothing names it.</summary>
    public long? Call(CodeName? call, string? country)
    {
        var lookup = call is null ? null : Lookup(call.Code, call.Name, country);
        if (lookup is null)
        {
            return null;
        }

        if (!calls.TryGetValue(lookup, out var id))
        {
            calls[lookup] = id = ++nextId;
            newCalls.Add((id, lookup, call!));
        }

        return id;
    }

    /// <summary>True where an editor has said that the name, or one of the identifiers, is a natural person's.</summary>
    public bool IsMarkedPerson(string name, IReadOnlyList<IdentifierDocument> ids) =>
        personMarks.Count > 0 && (personMarks.Contains(marks.OfName(name)) || ids.Any(i => personMarks.Contains(marks.OfIdentifier(Lookup(i)))));

    /// <summary>The organisation's id, by identifier, else by exact normalised name within the country; a new one where neither is known.</summary>
    public long? Organisation(string? name, IReadOnlyList<IdentifierDocument> ids, string? country)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        // The same spelling again needs no folding; half of a list's rows name a beneficiary that was there before.
        if (ids.Count == 0 && spelled.TryGetValue((country, name), out var same))
        {
            return same;
        }

        var lookups = ids.Select(Lookup).ToList();
        foreach (var lookup in lookups)
        {
            if (identifiers.TryGetValue(Fingerprint.Of(lookup), out var known))
            {
                return known;
            }
        }

        var key = NameKey(country, name);
        // A known organisation of that name that carries other identifiers is another organisation.
        if (!names.TryGetValue(Fingerprint.Of(key), out var id) || (lookups.Count > 0 && identified.Contains(id)))
        {
            id = ++nextId;
            names[Fingerprint.Of(key)] = id;
            newOrganisations.Add((id, PublicId(country, name, ids), country, name.Trim(), key, ids.Count == 0 && !LegalForms.IsNamedIn(name)));
        }

        if (ids.Count == 0)
        {
            if (spelled.Count >= MostSpelled)
            {
                spelled.Clear();
            }

            spelled[(country, name)] = id;
        }

        for (var i = 0; i < lookups.Count; i++)
        {
            identifiers[Fingerprint.Of(lookups[i])] = id;
            identified.Add(id);
            newIdentifiers.Add((lookups[i], id, ids[i]));
        }

        return id;
    }

    /// <summary>Writes what is new since the last call.</summary>
    public void Flush(Session session)
    {
        Write(session, ProgrammeTable, newProgrammes, static (t, x) =>
        {
            t.Set(0, x.Id);
            t.Set(1, x.Lookup);
            t.Set(2, x.Reference.Code);
            t.Set(3, x.Reference.Name);
            t.Set(4, x.Reference.Period);
            t.Set(5, x.Country);
        });
        Write(session, CallTable, newCalls, static (t, x) =>
        {
            t.Set(0, x.Id);
            t.Set(1, x.Lookup);
            t.Set(2, x.Call.Code);
            t.Set(3, x.Call.Name);
        });
        Write(session, OrganisationTable, newOrganisations, static (t, x) =>
        {
            t.Set(0, x.Id);
            t.Set(1, x.PublicId);
            t.Set(2, x.Country);
            t.Set(3, x.Name);
            t.Set(4, x.Key);
            t.Set(5, x.Review);
        });
        Write(session, IdentifierTable, newIdentifiers, static (t, x) =>
        {
            t.Set(0, x.Lookup);
            t.Set(1, x.Organisation);
            t.Set(2, x.Identifier.Kind);
            t.Set(3, x.Identifier.Value);
        });
    }

    /// <summary>Country and folded name.</summary>
    internal static string NameKey(string? country, string name) => (country ?? "") + ":" + TextFold.Fold(name);

    private static string Lookup(IdentifierDocument identifier) => identifier.Kind + ":" + CodeText.Normalise(identifier.Value);

    private static string? Lookup(string? code, string? name, string? country) =>
        !string.IsNullOrWhiteSpace(code) ? CodeText.Normalise(code)
        : !string.IsNullOrWhiteSpace(name) ? "name:" + NameKey(country, name)
        : null;

    private string PublicId(string? country, string name, IReadOnlyList<IdentifierDocument> ids)
    {
        var slug = ids.Count > 0 ? OperationIds.Slug(ids[0].Kind + "-" + ids[0].Value) : OperationIds.Slug(name);
        var stem = (string.IsNullOrEmpty(country) ? "" : country.ToLowerInvariant() + "-") + (slug.Length > 80 ? slug[..80].TrimEnd('-', '.') : slug.Length == 0 ? "unnamed" : slug);
        var id = stem;
        for (var n = 2; !publicIds.Add(Fingerprint.Of(id)); n++)
        {
            id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}..{n}");
        }

        return id;
    }

    private static void Write<T>(Session session, BulkTable table, List<T> rows, Action<BulkInsert, T> set)
    {
        if (rows.Count == 0)
        {
            return;
        }

        using var insert = BulkInsert.Into(session, table);
        foreach (var row in rows)
        {
            set(insert, row);
            insert.NextRow();
        }

        insert.Complete();
        rows.Clear();
    }

    private long Seen(long id)
    {
        nextId = Math.Max(nextId, id);
        return id;
    }

    private void SeenOrganisation(DbDataReader row)
    {
        names[Fingerprint.Of(row.GetString(0))] = Seen(row.GetInt64(1));
        publicIds.Add(Fingerprint.Of(row.GetString(2)));
    }

    private void SeenIdentifier(DbDataReader row)
    {
        identifiers[Fingerprint.Of(row.GetString(0))] = row.GetInt64(1);
        identified.Add(row.GetInt64(1));
    }

    private static async Task ReadAsync(Session session, string sql, Action<DbDataReader> use, CancellationToken cancellation)
    {
        await using var command = session.Command(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            use(reader);
        }
    }
}
