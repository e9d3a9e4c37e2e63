using Splot.Contracts.Projects;
using Splot.Kernel;
using Splot.Tables;

namespace Splot.Projects.ExportOperations;

/// <summary>
/// The columns of the splot profile: those of generated lists, then what only fuller operations have. What a row cannot hold is left out: aims,
/// tasks, target groups, results, achievements, indicators, payments, further slices, identifiers and coordinates, kinds and titles of
/// links, the source. The formats ndjson and json hold all of it.
/// </summary>
internal sealed record SplotColumn(OutputColumn Output, Action<TableWriter, OperationDocument> Write)
{
    // Languages that have columns of their own; an original in another language goes into the columns without one.
    private static readonly string[] Languages = ["pl", "bg", "en"];

    /// <summary>All columns, in order.</summary>
    public static IReadOnlyList<SplotColumn> All { get; } =
    [
        Text("code", o => o.LocalId),
        .. Languages.Select(l => Long("title_" + l, o => o.Title.GetValueOrDefault(l))),
        Text("original_language", o => o.OriginalLanguage),
        .. Languages.Select(l => Long("summary_" + l, o => o.Summary.GetValueOrDefault(l)?.Text)),
        Date("start", o => o.Start),
        Date("end", o => o.End),
        Date("actual_end", o => o.ActualEnd),
        Text("status", o => o.Status),
        Text("fund", o => o.Fund),
        Text("programme_code", o => o.Programme?.Code),
        Text("programme_name", o => o.Programme?.Name),
        Text("period", o => o.Programme?.Period),
        Text("priority", o => o.Priority?.Code),
        Text("objective", o => o.Objective?.Code),
        Text("fields", o => Join(o.Fields.Select(f => f.Code))),
        Text("theme", o => o.Theme),
        Text("call", o => o.Call?.Code),
        Text("contracts", o => Join(o.Contracts)),
        Amount("total", o => o.Budget?.Amount),
        Text("currency", o => (o.Budget ?? o.EuContribution ?? o.NationalContribution ?? o.OwnContribution)?.Currency),
        Amount("eu", o => o.EuContribution?.Amount),
        Amount("national", o => o.NationalContribution?.Amount),
        Amount("own", o => o.OwnContribution?.Amount),
        new SplotColumn(new OutputColumn("rate", OutputKind.Number), (writer, o) => writer.Number(o.PublishedRate)),
        Text("region_category", o => o.Slices is [var slice] ? slice.RegionCategory : null),
        Text("beneficiary_name", o => o.Beneficiary?.Name),
        Text("beneficiary_id", o => o.Beneficiary?.Identifiers is [var first, ..] ? first.Value : null),
        Text("natural_person", o => o.Beneficiary is { } party ? YesNo(party.NaturalPerson) : null),
        Text("partners", o => Join(o.Partners.Select(Partner))),
        Text("contractors", o => Join(o.Contractors.Select(c => c.Name))),
        Text("country", o => o.Country),
        Text("location_codes", o => Join(o.Locations.Select(l => l.Code))),
        Text("location_name", o => Join(o.Locations.Where(l => l.Kind != "postcode").Select(l => l.Name))),
        new SplotColumn(new OutputColumn("lat", OutputKind.Number), (writer, o) => writer.Number(Point(o)?.Lat)),
        new SplotColumn(new OutputColumn("lon", OutputKind.Number), (writer, o) => writer.Number(Point(o)?.Lon)),
        Date("updated", o => DateOnly.FromDateTime(o.UpdatedAt.UtcDateTime)),
        Text("demo", o => YesNo(o.Demo)),
        Long("title", o => Languages.Contains(o.OriginalLanguage) ? null : Other(o.Title, o.OriginalLanguage)),
        Long("summary", o => Languages.Contains(o.OriginalLanguage) ? null : Other(o.Summary, o.OriginalLanguage)?.Text),
        Text("machine_texts", o => Join([
            .. Languages.Where(l => o.TitleOrigin.GetValueOrDefault(l) == TextOrigin.Machine).Select(l => "title_" + l),
            .. Languages.Where(l => o.Summary.GetValueOrDefault(l)?.Origin == TextOrigin.Machine).Select(l => "summary_" + l)])),
        Text("priority_name", o => o.Priority?.Name),
        Text("objective_name", o => o.Objective?.Name),
        Text("field_names", o => o.Fields.All(f => f.Name is not null) ? Join(o.Fields.Select(f => f.Name)) : null),
        Text("call_name", o => o.Call?.Name),
        Text("currency_verified", o => (o.Budget ?? o.EuContribution)?.Verified is { } verified ? YesNo(verified) : null),
        Text("postcode", o => o.Locations.FirstOrDefault(l => l.Kind == "postcode")?.Name),
        Text("links", o => Join(o.Links.Select(l => l.Url))),
        Text("same_as", o => Join(o.SameAs)),
    ];

    private static SplotColumn Text(string header, Func<OperationDocument, string?> value) => new(new OutputColumn(header), (writer, o) => writer.Text(value(o)));

    private static SplotColumn Long(string header, Func<OperationDocument, string?> value) => new(new OutputColumn(header, OutputKind.LongText), (writer, o) => writer.Text(value(o)));

    private static SplotColumn Date(string header, Func<OperationDocument, DateOnly?> value) => new(new OutputColumn(header, OutputKind.Date), (writer, o) => writer.Date(value(o)));

    private static SplotColumn Amount(string header, Func<OperationDocument, decimal?> value) => new(new OutputColumn(header, OutputKind.Amount), (writer, o) => writer.Number(value(o)));

    private static T? Other<T>(IReadOnlyDictionary<string, T> texts, string? original)
        where T : class => original is null ? null : texts.GetValueOrDefault(original);

    private static LocationDocument? Point(OperationDocument o) => o.Locations.FirstOrDefault(l => l is { Lat: not null, Lon: not null });

    private static string YesNo(bool value) => value ? "true" : "false";

    // As the import reads it: name; role; share.
    private static string Partner(PartnerDocument partner) => (partner.Role, partner.Share) switch
    {
        (null, null) => partner.Name,
        (_, null) => $"{partner.Name}; {partner.Role}",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{partner.Name}; {partner.Role}; {partner.Share}"),
    };

    private static string? Join(IEnumerable<string?> values) => string.Join('|', values.Where(v => !string.IsNullOrEmpty(v))) is { Length: > 0 } joined ? joined : null;
}
