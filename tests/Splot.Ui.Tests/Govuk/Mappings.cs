using Parameters = System.Collections.Generic.Dictionary<string, object?>;

namespace Splot.Ui.Tests.Govuk;

/// <summary>All upstream components that we use.</summary>
internal static partial class Mappings
{
    public static IReadOnlyList<Mapping> All { get; } =
    [
        Mapping.Of<BackLink>("back-link", 7, o => new Parameters
        {
            ["Href"] = o.Text("href") ?? "#",
            ["ChildContent"] = o.Content(),
            ["Classes"] = o.Text("classes"),
            ["Attributes"] = o.Attributes("attributes"),
        }),
        Mapping.Of<Breadcrumbs>("breadcrumbs", 11, o => new Parameters
        {
            ["Items"] = o.Children("items").Select(i => new Crumb(i.Text("text")!, i.Text("href"), null, i.Attributes("attributes"))).ToList(),
            ["Label"] = o.Text("labelText"),
            ["CollapseOnMobile"] = o.On("collapseOnMobile"),
            ["Classes"] = o.Text("classes"),
            ["Attributes"] = o.Attributes("attributes"),
        }, "items[].html"),
        Mapping.Of<Button>("button", 35, o => new Parameters
        {
            ["ChildContent"] = o.Content(),
            ["Href"] = o.Text("href"),
            ["Type"] = o.Text("type") ?? "submit",
            ["Name"] = o.Text("name"),
            ["Value"] = o.Text("value"),
            ["Disabled"] = o.On("disabled"),
            ["PreventDoubleClick"] = o.Flag("preventDoubleClick"),
            ["Id"] = o.Text("id"),
            ["Classes"] = o.Text("classes"),
            ["Attributes"] = o.Attributes("attributes"),
        }, "isStartButton"),
        Mapping.Of<Details>("details", 10, o => new Parameters
        {
            ["SummaryContent"] = o.Content("summaryHtml", "summaryText"),
            ["ChildContent"] = o.Content(),
            ["Open"] = o.On("open"),
            ["Id"] = o.Text("id"),
            ["Classes"] = o.Text("classes"),
            ["Attributes"] = o.Attributes("attributes"),
        }),
        Mapping.Of<ErrorMessage>("error-message", 9, o => new Parameters
        {
            ["ChildContent"] = o.Content(),
            ["Prefix"] = o.Raw("visuallyHiddenText") ?? "Error",
            ["Id"] = o.Text("id"),
            ["Classes"] = o.Text("classes"),
            ["Attributes"] = o.Attributes("attributes"),
        }),
        Mapping.Of<ErrorSummary>("error-summary", 19, o => new Parameters
        {
            ["TitleContent"] = o.Content("titleHtml", "titleText"),
            ["ChildContent"] = o.Content("descriptionHtml", "descriptionText"),
            ["Errors"] = o.Children("errorList").Select(e => new FormError(null, e.Text("href")) { Content = e.Content(), Attributes = e.Attributes("attributes") }).ToList(),
            ["DisableAutoFocus"] = o.Flag("disableAutoFocus"),
            ["Classes"] = o.Text("classes"),
            ["Attributes"] = o.Attributes("attributes"),
        }),
        Mapping.Of<Fieldset>("fieldset", 18, o => new Parameters(Legend(o))
        {
            ["ChildContent"] = o.Content(text: "html"),
            ["DescribedBy"] = o.Text("describedBy"),
            ["Role"] = o.Text("role"),
            ["Classes"] = o.Text("classes"),
            ["Attributes"] = o.Attributes("attributes"),
        }),
        Mapping.Of<Hint>("hint", 6, o => new Parameters
        {
            ["ChildContent"] = o.Content(),
            ["Id"] = o.Text("id"),
            ["Classes"] = o.Text("classes"),
            ["Attributes"] = o.Attributes("attributes"),
        }),
        Mapping.Of<InsetText>("inset-text", 6, o => new Parameters
        {
            ["ChildContent"] = o.Content(),
            ["Id"] = o.Text("id"),
            ["Classes"] = o.Text("classes"),
            ["Attributes"] = o.Attributes("attributes"),
        }),
        Mapping.Of<FieldLabel>("label", 17, o => new Parameters
        {
            ["ChildContent"] = o.Content(),
            ["For"] = o.Text("for"),
            ["IsHeading"] = o.On("isPageHeading"),
            ["Classes"] = o.Text("classes"),
            ["Attributes"] = o.Attributes("attributes"),
        }),
        Mapping.Of<NotificationBanner>("notification-banner", 20, o => new Parameters
        {
            ["Message"] = o.Text("text"),
            ["ChildContent"] = o.Content(text: "html"),
            ["Success"] = o.Text("type") == "success",
            ["TitleContent"] = o.Content("titleHtml", "titleText"),
            ["Title"] = o.Text("type") == "success" ? "Success" : "Important",
            ["TitleId"] = o.Text("titleId") ?? "govuk-notification-banner-title",
            ["Role"] = o.Text("role"),
            ["DisableAutoFocus"] = o.Flag("disableAutoFocus"),
            ["Classes"] = o.Text("classes"),
            ["Attributes"] = o.Attributes("attributes"),
        }, "titleHeadingLevel"),
        Mapping.Of<SkipLink>("skip-link", 9, o => new Parameters
        {
            ["ChildContent"] = o.Content(),
            ["Href"] = o.Text("href") ?? "#content",
            ["Classes"] = o.Text("classes"),
            ["Attributes"] = o.Attributes("attributes"),
        }),
        Mapping.Of<SummaryList>("summary-list", 20, o => new Parameters
        {
            ["Rows"] = o.Children("rows").Select(SummaryRow).ToList(),
            ["Classes"] = o.Text("classes"),
            ["Attributes"] = o.Attributes("attributes"),
        }, "card", "rows[nothing]"),
        Mapping.Of<DataTable>("table", 20, o => new Parameters
        {
            ["Caption"] = o.Text("caption"),
            ["CaptionClasses"] = o.Text("captionClasses"),
            ["Head"] = o.Children("head").Select(Cell).ToList(),
            ["Rows"] = o.Children("rows").Select(r => (IReadOnlyList<Cell>)[.. r.Items().Select(Cell)]).ToList(),
            ["FirstCellIsHeader"] = o.On("firstCellIsHeader"),
            ["Classes"] = o.Text("classes"),
            ["Attributes"] = o.Attributes("attributes"),
        }, "rows[nothing]"),
        Mapping.Of<Tag>("tag", 12, o => new Parameters
        {
            ["ChildContent"] = o.Content(),
            ["Classes"] = o.Text("classes"),
            ["Attributes"] = o.Attributes("attributes"),
        }),
        Mapping.Of<WarningText>("warning-text", 8, o => new Parameters
        {
            ["ChildContent"] = o.Content(),
            ["Warning"] = o.Text("iconFallbackText"),
            ["Classes"] = o.Text("classes"),
            ["Attributes"] = o.Attributes("attributes"),
        }),
        .. Controls,
    ];

    private static Parameters Legend(Options o)
    {
        var legend = o.Child("legend");
        return new Parameters
        {
            ["LegendContent"] = legend.Content(),
            ["LegendClasses"] = legend.Text("classes"),
            ["LegendIsHeading"] = legend.On("isPageHeading"),
        };
    }

    private static SummaryRow SummaryRow(Options row)
    {
        var (key, value, actions) = (row.Child("key"), row.Child("value"), row.Child("actions"));
        return new SummaryRow(null, null)
        {
            KeyContent = key.Content(),
            KeyClasses = key.Text("classes"),
            ValueContent = value.Content(),
            ValueClasses = value.Text("classes"),
            Classes = row.Text("classes"),
            ActionsClasses = actions.Text("classes"),
            Actions = [.. actions.Children("items").Select(a => new SummaryAction(null, a.Text("href") ?? "", a.Text("visuallyHiddenText"))
            {
                Content = a.Content(),
                Classes = a.Text("classes"),
                Attributes = a.Attributes("attributes"),
            })],
        };
    }

    private static Cell Cell(Options cell) => new()
    {
        Content = cell.Content(),
        Numeric = cell.Text("format") == "numeric",
        Colspan = cell.Whole("colspan"),
        Rowspan = cell.Whole("rowspan"),
        Classes = cell.Text("classes"),
        Attributes = cell.Attributes("attributes"),
    };
}
