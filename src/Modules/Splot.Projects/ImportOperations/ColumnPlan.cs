using Splot.Tables;

namespace Splot.Projects.ImportOperations;

/// <summary>Which column holds which field and how its cells are written: all that a row needs to be read.</summary>
internal sealed class ColumnPlan
{
    private readonly Dictionary<string, ColumnFormat> formats;

    public ColumnPlan(TableHeader header, ColumnMatch match, IEnumerable<ColumnFormat> formats, IReadOnlyDictionary<string, decimal> units)
    {
        Header = header;
        Columns = match.Fields;
        this.formats = formats.ToDictionary(f => match.Fields.First(x => x.Value == f.Column).Key, StringComparer.Ordinal);
        Units = units;
        var used = match.Fields.Values.ToHashSet();
        Unused = [.. header.Columns.Where(c => c.Name.Length > 0 && !used.Contains(c.Column)).Select(c => c.Column)];
    }

    /// <summary>Columns with a header that no field uses; their texts are kept with the row.</summary>
    public IReadOnlyList<int> Unused { get; }

    public TableHeader Header { get; }

    /// <summary>Field → column.</summary>
    public IReadOnlyDictionary<string, int> Columns { get; }

    /// <summary>Field → what one stands for, where the header says thousands or millions and means it.</summary>
    public IReadOnlyDictionary<string, decimal> Units { get; }

    public bool Has(string field) => Columns.ContainsKey(field);

    public ColumnFormat Format(string field) => formats[field];

    /// <summary>The header of a field's column.</summary>
    public string Name(string field) => Columns.TryGetValue(field, out var column) && column < Header.Columns.Count ? Header.Columns[column].Name : field;
}
