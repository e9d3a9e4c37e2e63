using System.Globalization;
using Splot.Tables;

namespace Splot.Projects.ImportOperations;

/// <summary>What came of looking at a whole list before anything of it is stored.</summary>
internal abstract record ReadingOutcome
{
    /// <summary>All columns are understood.</summary>
    public sealed record Ready(ColumnPlan Plan, ListProfile Profile, ListContext Context, long Rows) : ReadingOutcome;

    /// <summary>The report says why not.</summary>
    public sealed record Refused : ReadingOutcome;
}

/// <summary>The first pass: header, profile, and the formats of all columns, decided on all their values together.</summary>
internal static class ListReading
{
    /// <summary>Fewer recognised columns than this make no list of operations.</summary>
    private const int LeastColumns = 2;

    public static ReadingOutcome Look(TableFile file, ImportSettings settings, ImportReport report, DateOnly today, CancellationToken cancellation)
    {
        var matcher = new ColumnMatcher(FieldSynonyms.All, settings.Mapping.Columns);
        var header = HeaderDetection.Find(file.ReadHead(cancellation: cancellation), matcher.Score, LeastColumns);
        var match = header is null ? null : Shares(header, matcher.Match(header));
        if (header is null || match is null || !NamesOperations(match))
        {
            report.Refuse("no-header", "No header row was found that names operations (a title or a code and at least one more known column). Check that this is a list of operations, or name its columns in a mapping file (--mapping).");
            return new ReadingOutcome.Refused();
        }

        var profile = ProfileOf(settings, header);
        var context = new ListContext(settings, profile, today);
        Describe(report, file, header, match, profile, context);
        foreach (var missing in match.Missing)
        {
            report.Add(new ImportIssue(null, missing, "warning", "mapping-column-missing", "The mapping file names a column that the list does not have.", null));
        }

        foreach (var (field, columns) in match.Duplicates)
        {
            report.Add(new ImportIssue(header.LastRow, header.Columns[columns[0]].Name, "warning", "column-duplicate", $"Another column holds the field '{field}' too; the first one is used. Name the right one in a mapping file.", null));
        }

        return Formats(file, settings, report, header, match, profile, context, cancellation);
    }

    private static ReadingOutcome Formats(TableFile file, ImportSettings settings, ImportReport report, TableHeader header, ColumnMatch match, ListProfile profile, ListContext context, CancellationToken cancellation)
    {
        var profiles = match.Fields
            .Where(f => Field.RoleOf(f.Key) != ColumnRole.Text)
            .Select(f => Column(header.Columns[f.Value], Field.RoleOf(f.Key), settings.Mapping))
            .ToList();
        var rows = Gather(file, header, profiles, report, cancellation);
        if (rows == 0)
        {
            report.Refuse("no-rows", "The list has a header and no row below it. Check that the download or export finished: an empty list would withdraw everything that its former edition names.", header.LastRow);
            return new ReadingOutcome.Refused();
        }

        var hints = new InferenceHints
        {
            Country = context.Country,
            Language = settings.Language ?? (context.Language == "und" ? null : context.Language),
            Decimal = settings.Decimal ?? profile.Decimal,
            Dates = settings.Dates ?? profile.Dates,
            CountsFrom1904 = file.CountsFrom1904,
        };
        if (Inference.Decide(profiles, hints) is not InferenceOutcome.Decided decided)
        {
            foreach (var open in ((InferenceOutcome.Ambiguous)Inference.Decide(profiles, hints)).Columns)
            {
                report.Refuse(open.Code, open.Message + " A mapping file settles it for good.", open.Rows.Count > 0 ? open.Rows[0] : null, open.Name, open.Examples.Count > 0 ? open.Examples[0] : null);
            }

            return new ReadingOutcome.Refused();
        }

        var plan = new ColumnPlan(header, match, decided.Formats.Select(f => Ruled(f, settings.Mapping)), Units(profiles, match, settings.Mapping, report));
        if (LacksCurrency(plan, context))
        {
            report.Refuse("currency-missing", "The amounts name no currency, and neither the header nor an option does. Give --currency, or --country for the country's own.");
            return new ReadingOutcome.Refused();
        }

        foreach (var format in decided.Formats.Where(f => f.ContradictsOption))
        {
            report.Add(new ImportIssue(null, format.Name, "warning", "format-contradicts-option", "The column's own values prove another format than the option says; the values are believed.", null));
        }

        return new ReadingOutcome.Ready(plan, profile, context, rows);
    }

    /// <summary>A header with a percent sign holds shares, whatever amount its words name.</summary>
    private static ColumnMatch Shares(TableHeader header, ColumnMatch match)
    {
        var shares = match.Fields.Where(f => Field.RoleOf(f.Key) == ColumnRole.Amount && header.Columns[f.Value].Name.Contains('%', StringComparison.Ordinal)).ToList();
        if (shares.Count != 1 || match.Fields.ContainsKey(Field.Rate))
        {
            return match;
        }

        var fields = match.Fields.Where(f => f.Key != shares[0].Key).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        fields[Field.Rate] = shares[0].Value;
        return match with { Fields = fields };
    }

    private static bool NamesOperations(ColumnMatch match) =>
        ((string[])[Field.Title, Field.TitleEn, Field.TitlePl, Field.TitleBg, Field.Code, Field.OtherCode]).Any(match.Fields.ContainsKey);

    private static ListProfile ProfileOf(ImportSettings settings, TableHeader header)
    {
        if (settings.Profile != "auto")
        {
            return ListProfile.Find(settings.Profile)!;
        }

        return ListProfile.Detect(header.Columns.Select(c => HeaderText.Normalise(c.Name)));
    }

    private static ColumnProfile Column(HeaderCell cell, ColumnRole role, Mapping mapping)
    {
        var rule = mapping.Formats.GetValueOrDefault(cell.Name);
        return new ColumnProfile(cell.Column, cell.Name, role)
        {
            Decimal = rule?.Decimal switch { "comma" => DecimalMark.Comma, "point" => DecimalMark.Point, _ => null },
            Dates = rule?.Dates switch { "dmy" => DateOrder.DayMonthYear, "mdy" => DateOrder.MonthDayYear, "ymd" => DateOrder.YearMonthDay, _ => null },
        };
    }

    private static ColumnFormat Ruled(ColumnFormat format, Mapping mapping) =>
        mapping.Formats.GetValueOrDefault(format.Name)?.Currency is { } currency ? format with { Currency = currency } : format;

    private static long Gather(TableFile file, TableHeader header, List<ColumnProfile> profiles, ImportReport report, CancellationToken cancellation)
    {
        var classifier = new RowClassifier(header);
        var rows = 0L;
        var shortest = header.Columns.Count;
        using var reader = file.Read();
        while (reader.Read(cancellation))
        {
            var row = reader.Row;
            if (classifier.Classify(row) is not RowKind.Data)
            {
                continue;
            }

            rows++;
            if (row.Flaws.HasFlag(RowFlaws.NoLineEnd) && row.Count < shortest)
            {
                report.Add(new ImportIssue(null, null, "warning", "file-cut", string.Create(CultureInfo.InvariantCulture, $"The file ends in the middle of row {row.Number}: it has {row.Count} of {header.Columns.Count} columns and no line end. Check that the download finished; if not, fetch it again and import it as a newer edition."), null));
            }

            shortest = Math.Min(shortest, row.Count);
            foreach (var profile in profiles)
            {
                var cell = row.Cell(profile.Column);
                profile.Add(in cell, row.Number);
            }
        }

        return rows;
    }

    private static Dictionary<string, decimal> Units(List<ColumnProfile> profiles, ColumnMatch match, Mapping mapping, ImportReport report)
    {
        var units = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var profile in profiles.Where(p => p.Role == ColumnRole.Amount))
        {
            var field = match.Fields.First(f => f.Value == profile.Column).Key;
            var (unit, disbelieved) = HeaderUnits.Of(profile.Name, profile.Largest);
            if (mapping.Formats.GetValueOrDefault(profile.Name)?.Unit is { } ruled)
            {
                units[field] = ruled;
            }
            else if (unit != 1m)
            {
                units[field] = unit;
                report.Add(new ImportIssue(null, profile.Name, "warning", "unit-applied", $"The header speaks of {unit:0}s: the values are multiplied. A mapping file can say otherwise ('unit': 1).", null));
            }
            else if (disbelieved)
            {
                report.Add(new ImportIssue(null, profile.Name, "warning", "unit-disbelieved", "The header speaks of thousands or millions, but the values would then be larger than any operation: they are taken as they stand.", null));
            }
        }

        return units;
    }

    private static bool LacksCurrency(ColumnPlan plan, ListContext context)
    {
        string[] amounts = [Field.Total, Field.Eligible, Field.Eu, Field.National, Field.Own];
        var present = amounts.Where(plan.Has).ToList();
        return present.Count > 0
            && !plan.Has(Field.Currency)
            && !plan.Has(Field.Country)
            && !context.NamesCurrency
            && CountryHabits.Currency(context.Country, context.Edition) is null
            && present.TrueForAll(f => plan.Format(f).Currency is null);
    }

    private static void Describe(ImportReport report, TableFile file, TableHeader header, ColumnMatch match, ListProfile profile, ListContext context)
    {
        report.Profile = profile.Name;
        report.List = context.Name;
        report.Edition = context.Edition;
        report.Format = file.Format.ToString().ToLowerInvariant();
        report.Sheet = file.Sheet;
        report.Encoding = file.EncodingName;
        report.Delimiter = file.Delimiter?.ToString();
        report.HeaderRow = header.LastRow;
        report.Columns = match.Fields.OrderBy(f => f.Value).ToDictionary(f => header.Columns[f.Value].Name, f => f.Key, StringComparer.Ordinal);
        report.UnusedColumns = [.. match.Unknown.Select(c => c.Name)];
    }
}
