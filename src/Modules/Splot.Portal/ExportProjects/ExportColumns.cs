using System.Globalization;
using System.Text.Json;
using Splot.Contracts.Projects;
using Splot.Kernel;
using Splot.Portal.Model;
using Splot.Portal.Words;
using Splot.Tables;

namespace Splot.Portal.ExportProjects;

/// <summary>The columns of table exports. Their names are stable and the same in all languages; texts are in the language asked for.</summary>
internal sealed record ExportColumn(string Member, OutputColumn Output, Action<TableWriter, PublicOperation> Write)
{
    private const string Separator = "; ";

    /// <summary>All columns, in the order of the document.</summary>
    public static IReadOnlyList<ExportColumn> All { get; } =
    [
        Text("id", "id", o => o.Id),
        Text("demo", "demo", o => o.Document.Demo ? "true" : "false"),
        Text("localId", "localId", o => o.Document.LocalId),
        Long("title", "title", o => Shown.Title(o.Document).Text),
        Text("title", "titleLanguage", o => Shown.Title(o.Document).Language),
        Text("title", "titleOrigin", o => Origin(Shown.Title(o.Document).Origin)),
        Long("title", "originalTitle", o => Shown.OriginalTitle(o.Document, Shown.Title(o.Document))?.Text),
        Text("originalLanguage", "originalLanguage", o => o.Document.OriginalLanguage),
        Long("summary", "summary", o => Summary(o)?.Text),
        Text("summary", "summaryLanguage", o => Summary(o)?.Language),
        Text("summary", "summaryOrigin", o => Summary(o) is { } summary ? Origin(summary.Origin) : null),
        Date("start", "start", o => o.Document.Start),
        Date("end", "end", o => o.Document.End),
        Date("actualEnd", "actualEnd", o => o.Document.ActualEnd),
        Text("status", "status", o => o.Status),
        Text("fund", "fund", o => o.Document.Fund),
        Text("programme", "programmeCode", o => o.Document.Programme?.Code),
        Text("programme", "programmeName", o => o.Document.Programme?.Name),
        Text("programme", "period", o => o.Document.Programme?.Period),
        Text("priority", "priority", o => Code(o.Document.Priority)),
        Text("priority", "priorityName", o => o.Document.Priority?.Name),
        Text("objective", "objective", o => Code(o.Document.Objective)),
        Text("objective", "objectiveName", o => o.Document.Objective?.Name),
        Text("call", "call", o => Code(o.Document.Call)),
        Text("call", "callName", o => o.Document.Call?.Name),
        Text("fields", "fields", o => Join(o.Document.Fields.Select(Code))),
        Text("fields", "fieldNames", o => Join(o.Document.Fields.Select(f => f.Name))),
        Text("theme", "theme", o => o.Document.Theme),
        Text("contracts", "contracts", o => Join(o.Document.Contracts)),
        Amount("budget", "budget", o => o.Document.Budget?.Amount),
        Text("budget", "budgetCurrency", o => o.Document.Budget?.Currency),
        Amount("budget", "budgetEur", o => o.Document.Budget?.Eur),
        Text("budget", "budgetVerified", o => o.Document.Budget?.Verified is { } verified ? verified ? "true" : "false" : null),
        Amount("euContribution", "euContribution", o => o.Document.EuContribution?.Amount),
        Text("euContribution", "euContributionCurrency", o => o.Document.EuContribution?.Currency),
        Amount("euContribution", "euContributionEur", o => o.Document.EuContribution?.Eur),
        Amount("nationalContribution", "nationalContribution", o => o.Document.NationalContribution?.Amount),
        Text("nationalContribution", "nationalContributionCurrency", o => o.Document.NationalContribution?.Currency),
        Amount("nationalContribution", "nationalContributionEur", o => o.Document.NationalContribution?.Eur),
        Amount("ownContribution", "ownContribution", o => o.Document.OwnContribution?.Amount),
        Text("ownContribution", "ownContributionCurrency", o => o.Document.OwnContribution?.Currency),
        Amount("ownContribution", "ownContributionEur", o => o.Document.OwnContribution?.Eur),
        Number("coFinancingRate", "coFinancingRate", o => o.Document.CoFinancingRate),
        Number("publishedRate", "publishedRate", o => o.Document.PublishedRate),
        Number("budget", "rate", o => o.Document.Budget?.Rate),
        Date("budget", "rateDate", o => o.Document.Budget?.RateDate),
        Text("budget", "rateSource", o => o.Document.Budget?.RateSource),
        Text("beneficiary", "beneficiaryId", o => o.Document.Beneficiary?.Id),
        Text("beneficiary", "beneficiary", o => o.Document.Beneficiary is { NaturalPerson: true } ? o.PersonName : o.Document.Beneficiary?.Name),
        Text("beneficiary", "naturalPerson", o => o.Document.Beneficiary is { } party ? party.NaturalPerson ? "true" : "false" : null),
        Text("beneficiary", "beneficiaryIdentifiers", o => Join(o.Document.Beneficiary?.Identifiers.Select(i => i.Kind + " " + i.Value) ?? [])),
        Text("partners", "partners", o => Join(o.Document.Partners.Select(p => p.Name))),
        Text("contractors", "contractors", o => Join(o.Document.Contractors.Select(c => c.Name))),
        Text("country", "country", o => o.Document.Country),
        Text("locations", "locationCodes", o => Join(o.Document.Locations.Select(l => l.Code))),
        Text("locations", "locationNames", o => Join(o.Document.Locations.Select(l => l.Name))),
        Number("locations", "lat", o => Point(o)?.Lat),
        Number("locations", "lon", o => Point(o)?.Lon),
        Long("achievements", "achievements", o => Shown.Of(o.Document.Achievements, o.Document.OriginalLanguage)?.Text),
        Long("indicators", "indicators", o => Join(o.Document.Indicators.Select(i => Indicator(o.Document, i)))),
        Text("links", "links", o => Join(o.Document.Links.Select(l => l.Url))),
        Text("sameAs", "sameAs", o => Join(o.Document.SameAs)),
        Text("payments", "paid", o => Sums(o.Document.Payments)),
        Text("source", "sourceList", o => o.Document.Source?.List),
        Text("source", "sourcePublisher", o => o.Document.Source?.Publisher),
        Date("source", "sourceEdition", o => o.Document.Source?.Edition),
        Number("source", "sourceRow", o => o.Document.Source?.Row),
        Text("source", "sourceImportedAt", o => o.Document.Source is { } source ? Instant(source.ImportedAt) : null),
        Text("source", "sourceUrl", o => o.Document.Source?.Url),
        Text("updatedAt", "updatedAt", o => Instant(o.Document.UpdatedAt)),
        Whole("slices", d => d.Slices),
        Whole("partners", d => d.Partners),
        Whole("contractors", d => d.Contractors),
        Whole("locations", d => d.Locations),
        Whole("aims", d => d.Aims),
        Whole("tasks", d => d.Tasks),
        Whole("targetGroups", d => d.TargetGroups),
        Whole("expectedResults", d => d.ExpectedResults),
        Whole("indicators", d => d.Indicators),
        Whole("payments", d => d.Payments),
        Whole("links", d => d.Links),
        Whole("otherSources", d => d.OtherSources),
    ];

    /// <summary>The columns of the chosen members; id and the mark of invented ones are always there.</summary>
    public static IReadOnlyList<ExportColumn> Chosen(IReadOnlyList<string> members) =>
        members.Count == 0 ? All : [.. All.Where(c => c.Member is "id" or "demo" || members.Contains(c.Member))];

    private static ExportColumn Text(string member, string header, Func<PublicOperation, string?> value) => new(member, new OutputColumn(header), (writer, o) => writer.Text(value(o)));

    private static ExportColumn Long(string member, string header, Func<PublicOperation, string?> value) => new(member, new OutputColumn(header, OutputKind.LongText), (writer, o) => writer.Text(value(o)));

    private static ExportColumn Date(string member, string header, Func<PublicOperation, DateOnly?> value) => new(member, new OutputColumn(header, OutputKind.Date), (writer, o) => writer.Date(value(o)));

    private static ExportColumn Amount(string member, string header, Func<PublicOperation, decimal?> value) => new(member, new OutputColumn(header, OutputKind.Amount), (writer, o) => writer.Number(value(o)));

    private static ExportColumn Number(string member, string header, Func<PublicOperation, decimal?> value) => new(member, new OutputColumn(header, OutputKind.Number), (writer, o) => writer.Number(value(o)));

    /// <summary>A member with parts of its own, in the JSON that the API gives: slicesJson, partnersJson …</summary>
    private static ExportColumn Whole<T>(string member, Func<OperationDocument, IReadOnlyCollection<T>> parts) => new(
        member,
        new OutputColumn(member + "Json", OutputKind.LongText),
        (writer, o) => writer.Text(parts(o.Document) is { Count: > 0 } some ? JsonSerializer.Serialize<object>(some, OperationJson.Options) : null));

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // 98765.43 BGN: one sum for each currency.
    private static string? Sums(IReadOnlyList<PaymentDocument> payments) =>
        Join(payments.GroupBy(p => p.Currency, StringComparer.Ordinal).Select(g => g.Sum(p => p.Amount).ToString(CultureInfo.InvariantCulture) + " " + g.Key));

    private static Shown? Summary(PublicOperation operation) => Shown.Of(operation.Document.Summary, operation.Document.OriginalLanguage);

    private static LocationDocument? Point(PublicOperation operation) => operation.Document.Locations.FirstOrDefault(l => l is { Lat: not null, Lon: not null });

    private static string Origin(TextOrigin origin) => origin switch { TextOrigin.Original => "original", TextOrigin.Human => "human", _ => "machine" };

    private static string? Code(CodeName? value) => value?.Code ?? value?.Name;

    private static string? Join(IEnumerable<string?> values) => string.Join(Separator, values.Where(v => !string.IsNullOrEmpty(v))) is { Length: > 0 } joined ? joined : null;

    // EECO18: 703 of 1292 person
    private static string Indicator(OperationDocument document, IndicatorDocument indicator) => string.Join(' ', new[]
    {
        (indicator.Code ?? Shown.Of(indicator.Name, document.OriginalLanguage)?.Text) + ":",
        indicator.Achieved?.ToString(CultureInfo.InvariantCulture) ?? "-",
        "/",
        indicator.Target?.ToString(CultureInfo.InvariantCulture) ?? "-",
        indicator.Unit,
    }.OfType<string>());
}
