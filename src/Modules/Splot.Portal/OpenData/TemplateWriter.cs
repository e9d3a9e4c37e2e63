using Splot.Contracts.Projects;
using Splot.Kernel;
using Splot.Portal.Labels;
using Splot.Portal.Model;
using Splot.Tables;

namespace Splot.Portal.OpenData;

/// <summary>Writes the Commission's template, with the cells of the operator's own export and, like that, without a byte order mark.</summary>
internal static class TemplateWriter
{
    public static async Task WriteAsync(IAsyncEnumerable<PublicOperation> operations, bool withDemo, LabelBook labels, Stream target, CancellationToken cancellation)
    {
        Language.English.MakeCurrent();
        var template = new OperationTemplate((list, code) => labels.Find(list, code)?.Text);
        var names = OperationTemplate.Columns.Select(c => c.Key).Concat(withDemo ? [OperationTemplate.Demo] : []).ToList();
        await using var table = new CsvTableWriter(target, [.. names.Select(n => new OutputColumn(n))], new CsvFormat { Mark = false });
        await foreach (var operation in operations.WithCancellation(cancellation))
        {
            foreach (var name in names)
            {
                if (name == OperationTemplate.Coordinates)
                {
                    table.Pair(OperationTemplate.Point(operation.Document));
                }
                else
                {
                    table.Text(template.Cell(name, operation.Document));
                }
            }

            await table.EndRowAsync(cancellation);
        }

        await table.CompleteAsync(cancellation);
    }
}
