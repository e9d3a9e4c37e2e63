using Splot.Contracts.Projects;
using Splot.Portal.Model;
using Splot.Portal.Store;

namespace Splot.Portal.Projection;

/// <summary>An operation ready to be written: its narrow row and its document, which is null for a withdrawn one.</summary>
internal sealed record ProjectedOperation(OperationRow Row, byte[]? Json, IReadOnlyList<PublicChange> History)
{
    // Sums of two million such amounts still fit into 64 bits; no list names a greater one in earnest.
    private const decimal MostEuro = 1_000_000_000_000m;

    public static ProjectedOperation Of(PublishedOperation published, DateTimeOffset now) =>
        published.Document is { } document
            ? new ProjectedOperation(Narrow(published, document, now), OperationJson.WriteUtf8(document), published.Changes)
            : new ProjectedOperation(Tombstone(published, now), null, []);

    private static OperationRow Narrow(PublishedOperation published, OperationDocument document, DateTimeOffset now) => WithName(published, now, new OperationRow
    {
        Id = published.Id,
        Publication = published.Publication,
        Demo = document.Demo ? 1 : 0,
        Country = Form(document.Country),
        Period = Form(document.Programme?.Period),
        Status = document.Status,
        Theme = string.IsNullOrWhiteSpace(document.Theme) ? null : Codes.ThemeForm(document.Theme),
        Beneficiary = document.Beneficiary?.Id,
        StartDay = document.Start?.DayNumber,
        EndDay = (document.ActualEnd ?? document.End)?.DayNumber,
        BudgetEur = Cents(document.Budget),
        EuEur = Cents(document.EuContribution),
        Funds = Codes.Join(document.Slices.Select(s => s.Fund).Prepend(document.Fund)),
        Programmes = Codes.Join(document.Slices.Select(s => s.Programme).Prepend(document.Programme?.Code)),
        Objectives = Codes.Join(document.Slices.Select(s => s.Objective).Prepend(document.Objective?.Code)),
        Fields = Codes.Join(document.Fields.Select(f => f.Code)),
        Regions = Regions.Join(document),
        UpdatedAt = document.UpdatedAt.ToUnixTimeMilliseconds(),
        List = document.Source?.List,
        Edition = document.Source?.Edition.DayNumber,
        Filled = Coverage.Measure.Filled(document),
        Findings = ListOfOperations.ListRule.Findings(document),
    });

    // A name without a last day, or one whose day is over, does not enter the store at all.
    private static OperationRow WithName(PublishedOperation published, DateTimeOffset now, OperationRow row)
    {
        if (published is { PersonName: { } name, PersonNameUntil: { } until } && until >= DateOnly.FromDateTime(now.UtcDateTime))
        {
            (row.PersonName, row.PersonNameUntil) = (name, until.DayNumber);
        }

        return row;
    }

    private static OperationRow Tombstone(PublishedOperation published, DateTimeOffset now) => new()
    {
        Id = published.Id,
        Publication = published.Publication,
        Funds = "",
        Programmes = "",
        Objectives = "",
        Fields = "",
        Regions = "",
        UpdatedAt = now.ToUnixTimeMilliseconds(),
        WithdrawnAt = now.ToUnixTimeMilliseconds(),
        WithdrawnReason = published.WithdrawnReason,
    };

    private static string? Form(string? code) => string.IsNullOrWhiteSpace(code) ? null : Codes.Form(code);

    private static long? Cents(AmountDocument? amount) =>
        amount?.Eur is { } eur && Math.Abs(eur) < MostEuro ? decimal.ToInt64(decimal.Round(eur * 100m, MidpointRounding.AwayFromZero)) : null;
}
