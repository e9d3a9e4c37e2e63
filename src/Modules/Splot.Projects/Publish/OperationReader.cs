using System.Data.Common;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Kernel;
using Splot.Projects.Editions;

namespace Splot.Projects.Publish;

/// <summary>Reads operations by runs of their internal keys: four statements a run, whatever its length.</summary>
internal static class OperationReader
{
    private const string Operations = """
        SELECT o.key, o.operation_id, o.row_number, o.local_id, o.disappeared, o.demo, o.original_language, o.title, o.summary, o.aims,
            o.achievements, o.start_on, o.end_on, o.actual_end_on, o.status, o.country, o.theme, o.published_rate, o.currency_verified, o.rate,
            o.rate_source, o.rate_month, o.total_eur, o.eu_eur, o.national_eur, o.own_eur, o.natural_person, o.person_name, o.person_name_until, o.raw,
            o.updated_at, e.state, e.published, e.date, e.started_at, l.name, l.publisher, l.url, b.public_id, b.name,
            c.code, c.name, d.shown, d.reason, o.first_published_on, o.beneficiary_id,
            EXISTS (SELECT 1 FROM projects_operation x JOIN projects_edition y ON y.id = x.edition_id AND y.state = 'current' WHERE x.operation_id = o.operation_id AND x.key <> o.key),
            b.decided_person
        FROM projects_operation o
        JOIN projects_edition e ON e.id = o.edition_id
        JOIN projects_list l ON l.id = e.list_id
        LEFT JOIN projects_organisation b ON b.id = o.beneficiary_id
        LEFT JOIN projects_call c ON c.id = o.call_id
        LEFT JOIN projects_decision d ON d.operation_id = o.operation_id
        WHERE o.key BETWEEN @from AND @to
        ORDER BY o.key
        """;

    private const string Slices = """
        SELECT s.operation_key, p.code, p.name, p.period, s.priority, s.priority_name, s.objective, s.objective_name, s.fund, s.region_category,
            s.currency, s.total, s.eu, s.national, s.own
        FROM projects_slice s LEFT JOIN projects_programme p ON p.id = s.programme_id
        WHERE s.operation_key BETWEEN @from AND @to
        ORDER BY s.operation_key, s.ordinal
        """;

    private const string Locations = """
        SELECT operation_key, code, name, kind, lat, lon, precision, path
        FROM projects_location WHERE operation_key BETWEEN @from AND @to ORDER BY operation_key, ordinal
        """;

    private const string Parts = """
        SELECT p.operation_key, p.kind, p.code, g.public_id, g.name, p.amount, p.currency, p.date, p.content
        FROM projects_part p LEFT JOIN projects_organisation g ON g.id = p.organisation_id AND (g.decided_person IS NULL OR NOT g.decided_person)
        WHERE p.operation_key BETWEEN @from AND @to
        ORDER BY p.operation_key, p.kind, p.ordinal
        """;

    private const string Identifiers = """
        SELECT i.organisation_id, i.kind, i.value FROM projects_organisation_identifier i
        WHERE i.organisation_id IN (SELECT o.beneficiary_id FROM projects_operation o WHERE o.key BETWEEN @from AND @to)
        ORDER BY i.organisation_id, i.lookup
        """;

    /// <summary>The operations with keys in the run, in the order of their keys.</summary>
    public static async Task<List<StoredOperation>> ReadAsync(Session session, long from, long to, CancellationToken cancellation)
    {
        var slices = await GroupAsync(session, Slices, from, to, ReadSlice, cancellation);
        var locations = await GroupAsync(session, Locations, from, to, ReadLocation, cancellation);
        var parts = await GroupAsync(session, Parts, from, to, ReadPart, cancellation);
        var identifiers = await GroupAsync(session, Identifiers, from, to, r => new IdentifierDocument(r.GetString(1), r.GetString(2)), cancellation);
        var found = new List<StoredOperation>();
        await using var command = Command(session, Operations, from, to);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var key = reader.GetInt64(0);
            var stored = ReadOperation(reader, slices.GetValueOrDefault(key, []), locations.GetValueOrDefault(key, []), identifiers);
            found.Add(stored with { Document = OperationParts.Add(stored.Document, parts.GetValueOrDefault(key, [])) });
        }

        return found;
    }

    private static StoredOperation ReadOperation(
        DbDataReader r,
        List<SliceRow> slices,
        List<LocationDocument> locations,
        Dictionary<long, List<IdentifierDocument>> identifiers)
    {
        var titles = Texts.Read(r.Text(7));
        var main = slices.FirstOrDefault();
        var money = new Conversion(Exact.Plain(r.Decimal(19)), r.Text(20), r.Date(21), r.Flag(18));
        return new StoredOperation(new OperationDocument
        {
            Id = r.GetString(1),
            LocalId = r.Text(3),
            Demo = r.GetBoolean(5),
            OriginalLanguage = r.Text(6),
            Title = titles.ToDictionary(t => t.Key, t => t.Value.Text, StringComparer.Ordinal),
            TitleOrigin = titles.Where(t => t.Value.Origin != TextOrigin.Original).ToDictionary(t => t.Key, t => t.Value.Origin, StringComparer.Ordinal),
            Summary = Texts.Read(r.Text(8)),
            Aims = Texts.Read(r.Text(9)),
            Achievements = Texts.Read(r.Text(10)),
            Start = r.Date(11),
            End = r.Date(12),
            ActualEnd = r.Date(13),
            Status = r.Text(14),
            Country = r.Text(15),
            Theme = r.Text(16),
            PublishedRate = Exact.Plain(r.Decimal(17)),
            Fund = main?.Slice.Fund,
            Programme = main?.Programme,
            Priority = main?.Priority,
            Objective = main?.Objective,
            Budget = money.Of(Sum(slices, s => s.Total), main?.Slice.Currency, r.Number(22)),
            EuContribution = money.Of(Sum(slices, s => s.Eu), main?.Slice.Currency, r.Number(23)),
            NationalContribution = money.Of(Sum(slices, s => s.National), main?.Slice.Currency, r.Number(24)),
            OwnContribution = money.Of(Sum(slices, s => s.Own), main?.Slice.Currency, r.Number(25)),
            CoFinancingRate = Exact.Rate(Sum(slices, s => s.Eu), Sum(slices, s => s.Total)),
            Slices = [.. slices.Where(s => s.Slice.Currency != Currency.None).Select(s => s.Slice)],
            Beneficiary = Beneficiary(r, identifiers),
            Locations = locations,
            Call = r.Text(40) is null && r.Text(41) is null ? null : new CodeName(r.Text(40), r.Text(41)),
            Source = new SourceDocument
            {
                List = r.GetString(35),
                Publisher = r.Text(36),
                Url = r.Text(37),
                Edition = r.Date(33)!.Value,
                Row = r.Number(2),
                ImportedAt = DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(34)),
            },
            UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(30)),
        })
        {
            Key = r.GetInt64(0),
            Disappeared = r.GetBoolean(4),
            EditionState = r.GetString(31),
            EditionPublished = r.GetBoolean(32),
            HasSiblings = r.GetBoolean(46),
            Decision = r.Flag(42),
            DecisionReason = r.Text(43),
            PersonName = r.Text(27),
            PersonNameUntil = r.Date(28),
            FirstPublishedOn = r.Date(44)!.Value,
            Raw = r.Text(29),
        };
    }

    private static PartyDocument? Beneficiary(DbDataReader r, Dictionary<long, List<IdentifierDocument>> identifiers)
    {
        // An import that began before the decision may still have written the row of the body that is none.
        if (r.GetBoolean(26) || r.Flag(47) == true)
        {
            return new PartyDocument { NaturalPerson = true };
        }

        return r.Number(45) is { } id
            ? new PartyDocument { Id = r.Text(38), Name = r.Text(39), Identifiers = identifiers.GetValueOrDefault(id, []) }
            : null;
    }

    /// <summary>The sum over the slices; null where no slice gives the amount or the slices differ in currency.</summary>
    private static decimal? Sum(List<SliceRow> slices, Func<SliceDocument, decimal?> amount) =>
        slices.Exists(s => amount(s.Slice) is not null) && slices.TrueForAll(s => s.Slice.Currency == slices[0].Slice.Currency)
            ? slices.Sum(s => amount(s.Slice) ?? 0)
            : null;

    private static SliceRow ReadSlice(DbDataReader r)
    {
        var currency = r.GetString(10);
        return new SliceRow(
            new SliceDocument
            {
                Programme = r.Text(1),
                Priority = r.Text(4),
                Objective = r.Text(6),
                Fund = r.Text(8),
                RegionCategory = r.Text(9),
                Currency = currency,
                Total = OperationParts.Major(r.Number(11), currency),
                Eu = OperationParts.Major(r.Number(12), currency),
                National = OperationParts.Major(r.Number(13), currency),
                Own = OperationParts.Major(r.Number(14), currency),
            },
            r.Text(1) is null && r.Text(2) is null && r.Text(3) is null ? null : new ProgrammeReference(r.Text(1), r.Text(2), r.Text(3)),
            r.Text(4) is null && r.Text(5) is null ? null : new CodeName(r.Text(4), r.Text(5)),
            r.Text(6) is null && r.Text(7) is null ? null : new CodeName(r.Text(6), r.Text(7)));
    }

    private static LocationDocument ReadLocation(DbDataReader r) => new()
    {
        Code = r.Text(1),
        Name = r.Text(2),
        Kind = r.Text(3),
        Lat = Exact.Plain(r.Decimal(4)),
        Lon = Exact.Plain(r.Decimal(5)),
        Precision = r.Text(6),
        Path = r.Text(7),
    };

    private static StoredPart ReadPart(DbDataReader r) => new(
        r.GetString(1),
        r.Text(2),
        r.Text(4) is { } name ? new PartyDocument { Id = r.Text(3), Name = name } : null,
        r.Number(5),
        r.Text(6),
        r.Date(7),
        r.Text(8));

    private static async Task<Dictionary<long, List<T>>> GroupAsync<T>(Session session, string sql, long from, long to, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        var groups = new Dictionary<long, List<T>>();
        await using var command = Command(session, sql, from, to);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var key = reader.GetInt64(0);
            if (!groups.TryGetValue(key, out var group))
            {
                groups.Add(key, group = []);
            }

            group.Add(read(reader));
        }

        return groups;
    }

    private static DbCommand Command(Session session, string sql, long from, long to) =>
        session.Command(sql).With("from", from).With("to", to);

    private sealed record SliceRow(SliceDocument Slice, ProgrammeReference? Programme, CodeName? Priority, CodeName? Objective);

    /// <summary>The one conversion of an operation, applied to each of its amounts.</summary>
    private sealed record Conversion(decimal? Rate, string? Source, DateOnly? Month, bool? Verified)
    {
        public AmountDocument? Of(decimal? amount, string? currency, long? cents) => amount is not { } value || currency is null or Currency.None
            ? null
            : new AmountDocument
            {
                Amount = value,
                Currency = currency,
                Eur = cents is { } minor ? minor * 0.01m : null,
                Rate = Rate,
                RateSource = Source,
                RateDate = Month,
                Verified = Verified,
            };
    }
}
