using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Kernel;
using Splot.Tables;

namespace Splot.Ui;

/// <summary>The one pattern of lists: a page of it for the desk, and the whole of it as a file.</summary>
public static class DeskLists
{
    /// <summary>Rows that an export reads at once.</summary>
    public const int ExportSize = 500;

    /// <summary>The page of a list, with the reader's saved views: one statement.</summary>
    public static async Task<ListView> ShowAsync<TRow>(HttpContext http, ListShape<TRow> shape, ListQuery query, ListPage<TRow> page, long? total, CancellationToken cancellation)
    {
        var account = http.RequestServices.GetRequiredService<ICaller>().Account;
        var views = http.RequestServices.GetService<ISavedViews>();
        var saved = views is null || account is null ? null : await views.OfAsync(account.Id, shape.Key, cancellation);
        return ListView.Of(shape, query, page, total, saved);
    }

    /// <summary>The whole list as a file, read part by part while it is sent. Whoever calls has recorded the export before.</summary>
    /// <param name="http">The request.</param>
    /// <param name="shape">The list.</param>
    /// <param name="query">What of it; the columns that are shown are written.</param>
    /// <param name="format"><c>csv</c> or <c>xlsx</c>; anything else is answered as unknown.</param>
    /// <param name="part">A part of the list, from a key on.</param>
    public static IResult Export<TRow>(HttpContext http, ListShape<TRow> shape, ListQuery query, string format, Func<string?, CancellationToken, Task<ListPage<TRow>>> part)
    {
        if (format is not ("csv" or "xlsx"))
        {
            return TypedResults.NotFound();
        }

        var language = Languages.Current;
        return TypedResults.Stream(
            async body =>
            {
                language.MakeCurrent();
                await WriteAsync(shape, query, format, part, body, http.RequestAborted);
            },
            format == "csv" ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            shape.Key + "." + format);
    }

    private static async Task WriteAsync<TRow>(ListShape<TRow> shape, ListQuery query, string format, Func<string?, CancellationToken, Task<ListPage<TRow>>> part, Stream body, CancellationToken cancellation)
    {
        var columns = shape.Columns.Where(c => query.Columns.Contains(c.Key)).ToList();
        var outputs = columns.Select(c => new OutputColumn(c.Label, c.Kind)).ToList();
        await using TableWriter table = format == "csv" ? new CsvTableWriter(body, outputs) : new XlsxTableWriter(body, outputs, shape.Key);
        string? after = null;
        do
        {
            var page = await part(after, cancellation);
            foreach (var row in page.Rows)
            {
                foreach (var column in columns)
                {
                    table.Text(column.Plain is { } plain ? plain(row) : column.Cell(row).Words);
                }

                await table.EndRowAsync(cancellation);
            }

            after = page.Next;
        }
        while (after is not null);

        await table.CompleteAsync(cancellation);
    }
}
