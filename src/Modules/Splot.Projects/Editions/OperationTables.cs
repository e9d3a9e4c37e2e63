using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Kernel;

namespace Splot.Projects.Editions;

/// <summary>Writes drafts into the operation tables: five tables, each in one bulk insert a batch.</summary>
internal static class OperationTables
{
    private static readonly BulkTable Operations = BulkTable.Of(
        "projects_operation",
        "key", "edition_id", "operation_id", "row_number", "local_id", "code_key", "disappeared", "first_published_on", "demo",
        "original_language", "title", "summary", "aims", "achievements", "start_on", "end_on", "actual_end_on", "status", "country",
        "theme", "call_id", "published_rate", "currency_verified", "rate", "rate_source", "rate_month", "total_eur", "eu_eur", "national_eur",
        "own_eur", "beneficiary_id", "natural_person", "person_name", "person_name_until", "raw", "updated_at");

    private static readonly BulkTable Slices = BulkTable.Of(
        "projects_slice",
        "operation_key", "ordinal", "programme_id", "priority", "priority_name", "objective", "objective_name", "fund", "region_category", "currency", "total", "eu", "national", "own");

    private static readonly BulkTable Locations = BulkTable.Of("projects_location", "operation_key", "ordinal", "code", "name", "kind", "lat", "lon", "precision", "path");

    private static readonly BulkTable Parts = BulkTable.Of("projects_part", "operation_key", "kind", "ordinal", "code", "code_key", "organisation_id", "amount", "currency", "date", "content");

    /// <summary>Writes the rows of a batch; the reference book gives and writes the ids of what they name.</summary>
    public static void Write(Session session, ReferenceBook book, IReadOnlyList<OperationRecord> rows)
    {
        var programmes = new long?[rows.Count];
        using (var table = BulkInsert.Into(session, Operations))
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var document = rows[i].Draft.Document;
                programmes[i] = book.Programme(document.Programme, document.Country);
                WriteOperation(table, book, rows[i]);
            }

            table.Complete();
        }

        using (var table = BulkInsert.Into(session, Slices))
        {
            for (var i = 0; i < rows.Count; i++)
            {
                WriteSlices(table, book, rows[i], programmes[i]);
            }

            table.Complete();
        }

        using (var table = BulkInsert.Into(session, Locations))
        {
            foreach (var row in rows)
            {
                WriteLocations(table, row);
            }

            table.Complete();
        }

        using (var table = BulkInsert.Into(session, Parts))
        {
            foreach (var row in rows)
            {
                OperationParts.Write(table, book, row);
            }

            table.Complete();
        }

        book.Flush(session);
    }

    private static void WriteOperation(BulkInsert table, ReferenceBook book, OperationRecord row)
    {
        var d = row.Draft.Document;
        table.Set(0, row.Key);
        table.Set(1, row.EditionId);
        table.Set(2, d.Id);
        table.Set(3, row.Draft.RowNumber);
        table.Set(4, d.LocalId);
        table.Set(5, d.LocalId is null ? null : CodeText.Normalise(d.LocalId));
        table.Set(6, false);
        table.Set(7, row.FirstPublishedOn);
        table.Set(8, d.Demo);
        table.Set(9, d.OriginalLanguage);
        table.Set(10, Texts.Write(Texts.Of(d.Title, d.TitleOrigin)));
        table.Set(11, Texts.Write(d.Summary));
        table.Set(12, Texts.Write(d.Aims));
        table.Set(13, Texts.Write(d.Achievements));
        table.Set(14, d.Start);
        table.Set(15, d.End);
        table.Set(16, d.ActualEnd);
        table.Set(17, d.Status);
        table.Set(18, d.Country);
        table.Set(19, d.Theme);
        table.Set(20, book.Call(d.Call, d.Country));
        table.Set(21, d.PublishedRate);
        var amount = d.Budget ?? d.EuContribution;
        table.Set(22, amount?.Verified);
        table.Set(23, amount?.Rate);
        table.Set(24, amount?.RateSource);
        table.Set(25, amount?.RateDate);
        table.Set(26, Cents(d.Budget));
        table.Set(27, Cents(d.EuContribution));
        table.Set(28, Cents(d.NationalContribution));
        table.Set(29, Cents(d.OwnContribution));
        table.Set(30, d.Beneficiary is { NaturalPerson: false } b ? book.Organisation(b.Name, b.Identifiers, d.Country) : null);
        table.Set(31, d.Beneficiary?.NaturalPerson ?? false);
        table.Set(32, row.PersonNameUntil is null ? null : row.Draft.PersonName);
        table.Set(33, row.PersonNameUntil);
        table.Set(34, row.Draft.Raw);
        table.Set(35, row.UpdatedAt);
        table.NextRow();
    }

    private static void WriteSlices(BulkInsert table, ReferenceBook book, OperationRecord row, long? programme)
    {
        var d = row.Draft.Document;
        var slices = Texts.SlicesOf(d);
        for (var i = 0; i < slices.Count; i++)
        {
            var slice = slices[i];
            var same = slice.Programme is null || slice.Programme == d.Programme?.Code;
            table.Set(0, row.Key);
            table.Set(1, i);
            table.Set(2, same ? programme : book.Programme(new ProgrammeReference(slice.Programme, null, d.Programme?.Period), d.Country));
            table.Set(3, slice.Priority ?? (same ? d.Priority?.Code : null));
            table.Set(4, same ? d.Priority?.Name : null);
            table.Set(5, slice.Objective ?? (same ? d.Objective?.Code : null));
            table.Set(6, same ? d.Objective?.Name : null);
            table.Set(7, slice.Fund);
            table.Set(8, slice.RegionCategory);
            table.Set(9, slice.Currency);
            table.Set(10, Minor(slice.Total, slice.Currency));
            table.Set(11, Minor(slice.Eu, slice.Currency));
            table.Set(12, Minor(slice.National, slice.Currency));
            table.Set(13, Minor(slice.Own, slice.Currency));
            table.NextRow();
        }
    }

    private static void WriteLocations(BulkInsert table, OperationRecord row)
    {
        var locations = row.Draft.Document.Locations;
        for (var i = 0; i < locations.Count; i++)
        {
            table.Set(0, row.Key);
            table.Set(1, i);
            table.Set(2, locations[i].Code);
            table.Set(3, locations[i].Name);
            table.Set(4, locations[i].Kind);
            table.Set(5, locations[i].Lat);
            table.Set(6, locations[i].Lon);
            table.Set(7, locations[i].Precision);
            table.Set(8, locations[i].Path);
            table.NextRow();
        }
    }

    private static long? Cents(AmountDocument? amount) => amount is null ? null : Minor(amount.Currency == "EUR" ? amount.Eur ?? amount.Amount : amount.Eur, "EUR");

    private static long? Minor(decimal? amount, string currency) => amount is { } value ? new Money(value, Currency.Parse(currency)).ToMinorUnits() : null;
}

/// <summary>A draft with everything that its edition adds.</summary>
internal sealed record OperationRecord(OperationDraft Draft, long Key, long EditionId, DateOnly FirstPublishedOn, DateOnly? PersonNameUntil, long UpdatedAt);

/// <summary>The JSON columns of an operation and its slices.</summary>
internal static class Texts
{
    /// <summary>Titles with their origins; a title without one is the original.</summary>
    public static IReadOnlyDictionary<string, TextWithOrigin> Of(IReadOnlyDictionary<string, string> texts, IReadOnlyDictionary<string, TextOrigin> origins) =>
        texts.ToDictionary(t => t.Key, t => new TextWithOrigin(t.Value, origins.GetValueOrDefault(t.Key, TextOrigin.Original)), StringComparer.Ordinal);

    /// <summary>JSON, or null where there is no text.</summary>
    public static string? Write(IReadOnlyDictionary<string, TextWithOrigin> texts) => texts.Count == 0 ? null : OperationJson.Write(texts);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyDictionary<string, TextWithOrigin> Read(string? json) =>
        json is null ? new Dictionary<string, TextWithOrigin>(StringComparer.Ordinal) : OperationJson.ReadTexts(json);

    /// <summary>The slices as published, or one that carries the operation's amounts; none where nothing is known of money, fund or programme.</summary>
    public static IReadOnlyList<SliceDocument> SlicesOf(OperationDocument d)
    {
        if (d.Slices.Count > 0)
        {
            return d.Slices;
        }

        var currency = (d.Budget ?? d.EuContribution ?? d.NationalContribution ?? d.OwnContribution)?.Currency;
        if (currency is null && d.Fund is null && d.Programme is null && d.Objective is null && d.Priority is null)
        {
            return [];
        }

        return
        [
            new SliceDocument
            {
                Programme = d.Programme?.Code,
                Priority = d.Priority?.Code,
                Objective = d.Objective?.Code,
                Fund = d.Fund,
                Currency = currency ?? Currency.None,
                Total = d.Budget?.Amount,
                Eu = d.EuContribution?.Amount,
                National = d.NationalContribution?.Amount,
                Own = d.OwnContribution?.Amount,
            },
        ];
    }
}
