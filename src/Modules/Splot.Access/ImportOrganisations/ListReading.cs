using Splot.Access.Organisations;
using Splot.Tables;

namespace Splot.Access.ImportOrganisations;

/// <summary>A row of a list of organisations: its texts by field.</summary>
internal sealed record ListRow(long Number, IReadOnlyDictionary<string, string> Cells, DateOnly? FirstDay, bool FirstDayUnread)
{
    public string? this[string field] => Cells.GetValueOrDefault(field);
}

/// <summary>Reads a list: header, columns, the order of its dates, rows. Whatever is no list is refused with a reason.</summary>
internal static class ListReading
{
    /// <summary>Fewer known columns than this make no list of organisations.</summary>
    private const int LeastColumns = 2;

    private static readonly string[] Naming = [Fields.Name, "nip", "regon", "krs", "eik", "terc"];

    /// <summary>The rows and the headers by field; null where the report says why not.</summary>
    public static (IReadOnlyList<ListRow> Rows, IReadOnlyDictionary<string, string> Headers)? Read(TableFile file, ImportSettings settings, ImportReport report, CancellationToken cancellation)
    {
        var matcher = new ColumnMatcher(Words.HeadersOfFields, settings.Mapping.Columns);
        var header = HeaderDetection.Find(file.ReadHead(cancellation: cancellation), matcher.Score, LeastColumns);
        var match = header is null ? null : matcher.Match(header);
        if (header is null || match is null || !Naming.Any(match.Fields.ContainsKey))
        {
            report.Refuse("no-header", Text.NoHeader);
            return null;
        }

        Describe(report, file, header, match);
        foreach (var missing in match.Missing)
        {
            report.Add(new ImportIssue(null, missing, "warning", "mapping-column-missing", Text.MappingColumnMissing, null));
        }

        foreach (var (field, columns) in match.Duplicates)
        {
            report.Add(new ImportIssue(header.LastRow, header.Columns[columns[0]].Name, "warning", "column-duplicate", Text.ColumnTwice(field), null));
        }

        if (Dates(file, settings, header, match, report, cancellation) is not { } dates)
        {
            return null;
        }

        var rows = Rows(file, header, match, dates.Format, report, cancellation);
        return rows is null ? null : (rows, match.Fields.ToDictionary(f => f.Key, f => header.Columns[f.Value].Name, StringComparer.Ordinal));
    }

    /// <summary>How the column of dates is written, all its values looked at together; null where that stays open.</summary>
    private static (ColumnFormat? Format, bool Known)? Dates(TableFile file, ImportSettings settings, TableHeader header, ColumnMatch match, ImportReport report, CancellationToken cancellation)
    {
        if (!match.Fields.TryGetValue(Fields.FirstDay, out var column))
        {
            return (null, false);
        }

        var profile = new ColumnProfile(column, header.Columns[column].Name, ColumnRole.Date);
        var classifier = new RowClassifier(header);
        using (var reader = file.Read())
        {
            while (reader.Read(cancellation))
            {
                if (classifier.Classify(reader.Row) == RowKind.Data)
                {
                    var cell = reader.Row.Cell(column);
                    profile.Add(in cell, reader.Row.Number);
                }
            }
        }

        var hints = new InferenceHints
        {
            Country = settings.Mapping.Country ?? settings.Country,
            Dates = settings.Mapping.Dates switch { "dmy" => DateOrder.DayMonthYear, "mdy" => DateOrder.MonthDayYear, "ymd" => DateOrder.YearMonthDay, _ => null },
            CountsFrom1904 = file.CountsFrom1904,
        };
        switch (Inference.Decide([profile], hints))
        {
            case InferenceOutcome.Decided decided:
                return (decided.Formats[0], true);
            case InferenceOutcome.Ambiguous ambiguous:
                report.Refuse(ambiguous.Columns[0].Code, ambiguous.Columns[0].Message, ambiguous.Columns[0].Rows is [var row, ..] ? row : null, profile.Name, ambiguous.Columns[0].Examples is [var example, ..] ? example : null);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static List<ListRow>? Rows(TableFile file, TableHeader header, ColumnMatch match, ColumnFormat? dates, ImportReport report, CancellationToken cancellation)
    {
        var rows = new List<ListRow>();
        var classifier = new RowClassifier(header);
        using var reader = file.Read();
        while (reader.Read(cancellation))
        {
            if (classifier.Classify(reader.Row) != RowKind.Data)
            {
                continue;
            }

            if (rows.Count == ImportSettings.MostRows)
            {
                report.Refuse("too-many-rows", Text.TooManyRows(ImportSettings.MostRows), reader.Row.Number);
                return null;
            }

            rows.Add(RowOf(reader.Row, match, dates));
        }

        if (rows.Count == 0)
        {
            report.Refuse("no-rows", Text.NoRows, header.LastRow);
            return null;
        }

        return rows;
    }

    private static ListRow RowOf(TableRow row, ColumnMatch match, ColumnFormat? dates)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, column) in match.Fields)
        {
            var text = string.Join(' ', row[column].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (text.Length > 0 && text is not ("-" or "–" or "—" or "brak" or "n/a" or "няма"))
            {
                cells[field] = text;
            }
        }

        if (dates is null || !cells.ContainsKey(Fields.FirstDay))
        {
            return new ListRow(row.Number, cells, null, false);
        }

        var cell = row.Cell(match.Fields[Fields.FirstDay]);
        var read = CellParsers.Date(in cell, dates);
        return read.Problem == CellProblem.None ? new ListRow(row.Number, cells, read.Value, false) : new ListRow(row.Number, cells, null, true);
    }

    private static void Describe(ImportReport report, TableFile file, TableHeader header, ColumnMatch match)
    {
        report.Format = file.Format.ToString().ToLowerInvariant();
        report.Sheet = file.Sheet;
        report.Encoding = file.EncodingName;
        report.Delimiter = file.Delimiter?.ToString();
        report.HeaderRow = header.LastRow;
        report.Columns = match.Fields.OrderBy(f => f.Value).GroupBy(f => header.Columns[f.Value].Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Key, StringComparer.Ordinal);
        report.UnusedColumns = [.. match.Unknown.Select(c => c.Name)];
    }
}
