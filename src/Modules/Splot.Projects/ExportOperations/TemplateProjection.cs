using Splot.Contracts.Projects;
using Splot.Contracts.Territory;
using Splot.Kernel;
using Splot.Tables;

namespace Splot.Projects.ExportOperations;

/// <summary>Operations as rows of the template, with the registry's names of codes.</summary>
internal sealed class TemplateProjection(IReferenceData reference)
{
    private readonly OperationTemplate template = new((list, code) => reference.Find(list, code) is null ? null : reference.Label(list, code, Language.English).Text);

    /// <summary>The columns.</summary>
    public static IReadOnlyList<OutputColumn> Columns(bool withDemo) =>
        [.. OperationTemplate.Columns.Select(c => new OutputColumn(c.Key)), .. withDemo ? [new OutputColumn(OperationTemplate.Demo)] : Array.Empty<OutputColumn>()];

    /// <summary>The header as a reader of the file finds it.</summary>
    public static TableHeader Header(IReadOnlyList<OutputColumn> columns) =>
        new(1, 1, [.. columns.Select((c, i) => new HeaderCell(i, c.Header, [c.Header]))]);

    /// <summary>The texts of an operation's row.</summary>
    public string?[] Row(IReadOnlyList<OutputColumn> columns, OperationDocument operation) => [.. columns.Select(c => template.Cell(c.Header, operation))];

    /// <summary>Writes the row.</summary>
    public static void Write(TableWriter writer, string?[] cells, OperationDocument operation)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (writer.Columns[i].Header == OperationTemplate.Coordinates)
            {
                writer.Pair(OperationTemplate.Point(operation));
            }
            else
            {
                writer.Text(cells[i]);
            }
        }
    }
}
