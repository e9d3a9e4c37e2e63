using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Splot.Access.Callers;
using Splot.Access.Model;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.ReadAudit;

/// <summary>/{lang}/desk/audit: what was done, by whom, to what, why; and its files.</summary>
internal static class ReadAuditEndpoints
{
    public const string Path = "/desk/audit";

    private static readonly string[] Kinds = ["change", "read", "export", "sign-in", "refusal"];

    public static void MapReadAudit(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, GetAsync).For(Acts.SeeAudit);
        pages.MapGet(Path + ".{format}", ExportAsync).For(Acts.SeeAudit);
    }

    private static async Task<IResult> GetAsync(HttpContext http, ReadAuditHandler handler, IEnumerable<IAuditWords> words, CancellationToken cancellation)
    {
        var shape = Shape(await handler.ChoicesAsync(cancellation), [.. words]);
        var query = ListQuery.Read(http.Request, shape);
        var page = await handler.HandleAsync(Question(query, query.After, shape.Size), cancellation);
        return Html.Page<ReadAuditPage>(http, new { List = await DeskLists.ShowAsync(http, shape, query, page, null, cancellation) });
    }

    private static async Task<IResult> ExportAsync(string format, HttpContext http, ReadAuditHandler handler, IEnumerable<IAuditWords> words, ICaller caller, AuditReads audit, CancellationToken cancellation)
    {
        var shape = Shape(await handler.ChoicesAsync(cancellation), [.. words]);
        var query = ListQuery.Read(http.Request, shape);
        await audit.RecordAsync([caller.For(Acts.SeeAudit, AccessAudit.Exported("audit", caller.Account!.Id))], cancellation);
        return DeskLists.Export(http, shape, query, format, (after, token) => handler.HandleAsync(Question(query, after, DeskLists.ExportSize), token));
    }

    private static ReadAudit Question(ListQuery query, string? after, int size) => new(query["kind"], query["actor"], query.Day("from"), query.Day("to"), after, size) { Organisation = query["organisation"] };

    private static ListShape<AuditLine> Shape(AuditChoices choices, IReadOnlyList<IAuditWords> words) => new()
    {
        Key = "audit",
        Path = Path,
        Name = Text.Title,
        Id = e => e.Id.ToString(CultureInfo.InvariantCulture),
        Sort = "-at",
        Exports = true,
        Filters =
        [
            new ListFilter("kind", Text.Kind, [.. Kinds.Select(k => new Choice(k, KindOf(k)))]),
            new ListFilter("actor", Text.Who, choices.Accounts),
            new ListFilter("organisation", Text.Organisation, choices.Organisations),
            new ListFilter("from", Text.From) { Hint = Text.DayHint, IsDay = true },
            new ListFilter("to", Text.To) { Hint = Text.DayHint, IsDay = true },
        ],
        Columns =
        [
            new ListColumn<AuditLine>("at", Text.When, e => When(e.At)),
            new ListColumn<AuditLine>("act", Text.What, e => words.Select(w => w.Of(e.Act)).FirstOrDefault(w => w is not null) ?? e.Act),
            new ListColumn<AuditLine>("actor", Text.Who, e => e.OnBehalfOf is null ? e.Actor ?? Text.Nobody : Text.For(e.Actor ?? Text.Nobody, e.OnBehalfOf)),
            new ListColumn<AuditLine>("subject", Text.ToWhat, e => e.Person is { } person ? new Cell(person) { Content = Record(person) } : e.Subject ?? ""),
            new ListColumn<AuditLine>("organisation", Text.Organisation, e => e.Organisation ?? ""),
            new ListColumn<AuditLine>("reason", Text.Reason, e => e.Reason ?? ""),
            new ListColumn<AuditLine>("kind", Text.Kind, e => KindOf(e.Kind)) { Hidden = true },
            new ListColumn<AuditLine>("before", Text.Before, e => Readable(e.Before)) { Hidden = true },
            new ListColumn<AuditLine>("state", Text.After, e => Readable(e.Changes)) { Hidden = true },
            new ListColumn<AuditLine>("code", Text.Code, e => e.Act) { Hidden = true },
        ],
    };

    /// <summary>A state as it was written, without its brackets; what is no object stays as it is.</summary>
    internal static string Readable(string? state)
    {
        if (state is null)
        {
            return "";
        }

        using var json = JsonDocument.Parse(state);
        return json.RootElement.ValueKind == JsonValueKind.Object ? string.Join("; ", json.RootElement.EnumerateObject().Select(f => f.Name + ": " + f.Value)) : state;
    }

    // The number of a record says nothing to a reader; where it leads to says whether it is within reach.
    private static RenderFragment Record(string person) => builder =>
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "href", "/" + Languages.Current.Code() + "/desk/persons/" + person);
        builder.AddContent(2, Text.Record);
        builder.CloseElement();
    };

    // Instants are told in UTC, for the server does not know the reader's clock.
    private static string When(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy'-'MM'-'dd HH':'mm':'ss", CultureInfo.InvariantCulture) + " UTC";

    private static string KindOf(string kind) => kind switch
    {
        "change" => Text.KindChange,
        "read" => Text.KindRead,
        "export" => Text.KindExport,
        "sign-in" => Text.KindSignIn,
        "refusal" => Text.KindRefusal,
        _ => kind,
    };
}
