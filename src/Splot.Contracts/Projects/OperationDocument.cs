using Splot.Kernel;

namespace Splot.Contracts.Projects;

/// <summary>
/// Everything the public may know of one operation, in the shape of the API's project. What is not published is absent (null or
/// empty), never guessed. Amounts are exact; dates are calendar dates. Serialised with camel-case names, nulls left out and
/// amounts as strings (see <see cref="OperationJson"/>).
/// </summary>
public sealed record OperationDocument
{
    /// <summary>The stable public id: <c>[a-z0-9][a-z0-9.-]*</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The number the publishing list gives the operation (contract or project number), as published.</summary>
    public string? LocalId { get; init; }

    /// <summary>True for operations invented for demonstrations.</summary>
    public bool Demo { get; init; }

    /// <summary>Addresses of the same operation in other registers.</summary>
    public IReadOnlyList<string> SameAs { get; init; } = [];

    /// <summary>Title by two-letter language code.</summary>
    public IReadOnlyDictionary<string, string> Title { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How each title came to be; a language that is absent here is the original.</summary>
    public IReadOnlyDictionary<string, TextOrigin> TitleOrigin { get; init; } = new Dictionary<string, TextOrigin>(StringComparer.Ordinal);

    /// <summary>Two-letter code of the language in which the operation was published.</summary>
    public string? OriginalLanguage { get; init; }

    /// <summary>Summary by two-letter language code, each with its origin.</summary>
    public IReadOnlyDictionary<string, TextWithOrigin> Summary { get; init; } = new Dictionary<string, TextWithOrigin>(StringComparer.Ordinal);

    /// <summary>First day.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Planned last day.</summary>
    public DateOnly? End { get; init; }

    /// <summary>Actual last day.</summary>
    public DateOnly? ActualEnd { get; init; }

    /// <summary>Status code: planned, running, finished, ended-early or withdrawn; null where nothing is known.</summary>
    public string? Status { get; init; }

    /// <summary>Code of the main fund (ESF+, ERDF …).</summary>
    public string? Fund { get; init; }

    /// <summary>The programme that pays.</summary>
    public ProgrammeReference? Programme { get; init; }

    /// <summary>The programme's priority.</summary>
    public CodeName? Priority { get; init; }

    /// <summary>The specific objective.</summary>
    public CodeName? Objective { get; init; }

    /// <summary>The call or procedure in which the operation was selected.</summary>
    public CodeName? Call { get; init; }

    /// <summary>Intervention fields.</summary>
    public IReadOnlyList<CodeName> Fields { get; init; } = [];

    /// <summary>Code of the portal's theme.</summary>
    public string? Theme { get; init; }

    /// <summary>Contract numbers, as published.</summary>
    public IReadOnlyList<string> Contracts { get; init; } = [];

    /// <summary>Total eligible cost.</summary>
    public AmountDocument? Budget { get; init; }

    /// <summary>The Union's contribution.</summary>
    public AmountDocument? EuContribution { get; init; }

    /// <summary>National public co-financing, where the list gives it.</summary>
    public AmountDocument? NationalContribution { get; init; }

    /// <summary>The beneficiary's own contribution, where the list gives it.</summary>
    public AmountDocument? OwnContribution { get; init; }

    /// <summary>Union contribution / total, 4 decimals, half away from zero; derived from the amounts.</summary>
    public decimal? CoFinancingRate { get; init; }

    /// <summary>Co-financing rate as the list prints it (percent), where the amounts do not give one.</summary>
    public decimal? PublishedRate { get; init; }

    /// <summary>Money by programme, priority, objective, fund and category of region.</summary>
    public IReadOnlyList<SliceDocument> Slices { get; init; } = [];

    /// <summary>Who carries the operation out; absent when not published.</summary>
    public PartyDocument? Beneficiary { get; init; }

    /// <summary>Partners.</summary>
    public IReadOnlyList<PartnerDocument> Partners { get; init; } = [];

    /// <summary>Contractors.</summary>
    public IReadOnlyList<PartyDocument> Contractors { get; init; } = [];

    /// <summary>Two-letter ISO 3166 code.</summary>
    public string? Country { get; init; }

    /// <summary>Where the operation takes place.</summary>
    public IReadOnlyList<LocationDocument> Locations { get; init; } = [];

    /// <summary>Aims, by language.</summary>
    public IReadOnlyDictionary<string, TextWithOrigin> Aims { get; init; } = new Dictionary<string, TextWithOrigin>(StringComparer.Ordinal);

    /// <summary>Tasks or activities, in order.</summary>
    public IReadOnlyList<TaskDocument> Tasks { get; init; } = [];

    /// <summary>Target groups, each by language.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, TextWithOrigin>> TargetGroups { get; init; } = [];

    /// <summary>Expected results, each by language.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, TextWithOrigin>> ExpectedResults { get; init; } = [];

    /// <summary>Achievements reported so far, by language (CPR Art. 49(3)(e)).</summary>
    public IReadOnlyDictionary<string, TextWithOrigin> Achievements { get; init; } = new Dictionary<string, TextWithOrigin>(StringComparer.Ordinal);

    /// <summary>Indicators with targets and achieved values.</summary>
    public IReadOnlyList<IndicatorDocument> Indicators { get; init; } = [];

    /// <summary>Payments made so far.</summary>
    public IReadOnlyList<PaymentDocument> Payments { get; init; } = [];

    /// <summary>Addresses of the operation's own pages and documents.</summary>
    public IReadOnlyList<LinkDocument> Links { get; init; } = [];

    /// <summary>The list and row that the shown values come from.</summary>
    public SourceDocument? Source { get; init; }

    /// <summary>Other lists that carry the same operation.</summary>
    public IReadOnlyList<SourceDocument> OtherSources { get; init; } = [];

    /// <summary>Instant of the last change that the public can see (UTC).</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A text and how it came to be.</summary>
/// <param name="Text">The text itself.</param>
/// <param name="Origin">Its origin.</param>
public sealed record TextWithOrigin(string Text, TextOrigin Origin);

/// <summary>A code with the name its list gives it.</summary>
/// <param name="Code">The code; null where the list gives only a name.</param>
/// <param name="Name">The name as published; null where labels come from reference data.</param>
public sealed record CodeName(string? Code, string? Name);

/// <summary>The programme that pays.</summary>
/// <param name="Code">CCI code or the publishing list's own code; null where only a name is published.</param>
/// <param name="Name">Name as published.</param>
/// <param name="Period">Programming period, such as 2021-2027.</param>
public sealed record ProgrammeReference(string? Code, string? Name, string? Period);

/// <summary>An amount as published, and in euro.</summary>
public sealed record AmountDocument
{
    /// <summary>Amount in <see cref="Currency"/>, as published.</summary>
    public required decimal Amount { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>Amount in euro; null where the currency has no rate.</summary>
    public decimal? Eur { get; init; }

    /// <summary>Units of <see cref="Currency"/> for one euro; null for amounts published in euro.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Where the rate comes from.</summary>
    public string? RateSource { get; init; }

    /// <summary>First day of the month for which the rate holds.</summary>
    public DateOnly? RateDate { get; init; }

    /// <summary>False where the currency is shown as published but doubtful; true once checked; null where nobody looked.</summary>
    public bool? Verified { get; init; }
}

/// <summary>One funding slice.</summary>
public sealed record SliceDocument
{
    /// <summary>Programme code.</summary>
    public string? Programme { get; init; }

    /// <summary>Priority code.</summary>
    public string? Priority { get; init; }

    /// <summary>Specific objective code.</summary>
    public string? Objective { get; init; }

    /// <summary>Fund code.</summary>
    public string? Fund { get; init; }

    /// <summary>Category of region: less-developed, transition, more-developed, outermost.</summary>
    public string? RegionCategory { get; init; }

    /// <summary>ISO 4217 code of all amounts of the slice.</summary>
    public required string Currency { get; init; }

    /// <summary>Total eligible cost.</summary>
    public decimal? Total { get; init; }

    /// <summary>Union contribution.</summary>
    public decimal? Eu { get; init; }

    /// <summary>National public contribution.</summary>
    public decimal? National { get; init; }

    /// <summary>Own contribution.</summary>
    public decimal? Own { get; init; }
}

/// <summary>A beneficiary or contractor. A natural person's name is not in here: it is kept in a column of its own with its removal date.</summary>
public sealed record PartyDocument
{
    /// <summary>Stable public id of the organisation; null for natural persons.</summary>
    public string? Id { get; init; }

    /// <summary>Name as published; null for a natural person.</summary>
    public string? Name { get; init; }

    /// <summary>True where the list, its mapping or an editor says that the beneficiary is a natural person.</summary>
    public bool NaturalPerson { get; init; }

    /// <summary>Identifiers such as NIP or EIK.</summary>
    public IReadOnlyList<IdentifierDocument> Identifiers { get; init; } = [];
}

/// <summary>An identifier of an organisation.</summary>
/// <param name="Kind">NIP, REGON, KRS, EIK, VAT, PIC or local.</param>
/// <param name="Value">As published.</param>
public sealed record IdentifierDocument(string Kind, string Value);

/// <summary>A partner of the beneficiary.</summary>
/// <param name="Id">Stable public id.</param>
/// <param name="Name">Name as published.</param>
/// <param name="Role">Role, as published.</param>
/// <param name="Share">Share of the budget in the budget's currency; null where not published (never split equally).</param>
public sealed record PartnerDocument(string? Id, string Name, string? Role, decimal? Share);

/// <summary>A place of the operation.</summary>
public sealed record LocationDocument
{
    /// <summary>NUTS, LAU, TERC or EKATTE code; null where only a text is published.</summary>
    public string? Code { get; init; }

    /// <summary>Name as published.</summary>
    public string? Name { get; init; }

    /// <summary>country, nuts1, nuts2, nuts3, powiat, lau, settlement, postcode, point or text.</summary>
    public string? Kind { get; init; }

    /// <summary>Latitude, WGS 84, decimal degrees.</summary>
    public decimal? Lat { get; init; }

    /// <summary>Longitude, WGS 84, decimal degrees.</summary>
    public decimal? Lon { get; init; }

    /// <summary>How exact the place is: point, postcode, settlement, municipality, county, region, country or seat.</summary>
    public string? Precision { get; init; }

    /// <summary>Codes from country to this place, joined by slashes: /PL/PL8/PL81/PL814/; null where unknown.</summary>
    public string? Path { get; init; }
}

/// <summary>A task, work package or activity.</summary>
/// <param name="Code">The list's own number.</param>
/// <param name="Name">Name by language.</param>
/// <param name="Description">Description by language.</param>
public sealed record TaskDocument(string? Code, IReadOnlyDictionary<string, TextWithOrigin> Name, IReadOnlyDictionary<string, TextWithOrigin>? Description);

/// <summary>An indicator of the operation.</summary>
public sealed record IndicatorDocument
{
    /// <summary>Code; null where the source gives only a name.</summary>
    public string? Code { get; init; }

    /// <summary>Name by language.</summary>
    public IReadOnlyDictionary<string, TextWithOrigin> Name { get; init; } = new Dictionary<string, TextWithOrigin>(StringComparer.Ordinal);

    /// <summary>Unit code: person, entity, percent, plan …</summary>
    public string? Unit { get; init; }

    /// <summary>output or result.</summary>
    public string? Kind { get; init; }

    /// <summary>Baseline.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>Target.</summary>
    public decimal? Target { get; init; }

    /// <summary>Achieved so far.</summary>
    public decimal? Achieved { get; init; }

    /// <summary>Day to which <see cref="Achieved"/> holds.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>A payment to the beneficiary.</summary>
/// <param name="Date">Day of payment.</param>
/// <param name="Amount">Amount.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record PaymentDocument(DateOnly Date, decimal Amount, string Currency);

/// <summary>An address.</summary>
/// <param name="Kind">website, programme, document or social.</param>
/// <param name="Url">Absolute https or http address.</param>
/// <param name="Title">What it is, as published.</param>
public sealed record LinkDocument(string Kind, string Url, string? Title);

/// <summary>The list, edition and row a value comes from.</summary>
public sealed record SourceDocument
{
    /// <summary>Name of the list.</summary>
    public required string List { get; init; }

    /// <summary>The body that publishes the list.</summary>
    public string? Publisher { get; init; }

    /// <summary>Date of the edition.</summary>
    public DateOnly Edition { get; init; }

    /// <summary>Row of the file, from 1; null where the source is no table.</summary>
    public long? Row { get; init; }

    /// <summary>Instant of the import (UTC).</summary>
    public DateTimeOffset ImportedAt { get; init; }

    /// <summary>Address of the list, where known.</summary>
    public string? Url { get; init; }
}
