using Npgsql;
using NpgsqlTypes;

namespace Splot.Data;

/// <summary>Binary COPY; a row is gathered first, since columns may be set in any order.</summary>
internal sealed class PostgresBulkInsert : BulkInsert
{
    private readonly NpgsqlBinaryImporter importer;
    private readonly object?[] row;

    public PostgresBulkInsert(Session session, BulkTable table)
    {
        importer = ((NpgsqlConnection)session.Connection).BeginBinaryImport(table.Postgres);
        row = new object?[table.Columns];
    }

    public override void Set(int column, long? value) => row[column] = value;

    public override void Set(int column, string? value) => row[column] = value?.Replace("\0", "", StringComparison.Ordinal);

    public override void Set(int column, DateOnly? value) => row[column] = value;

    public override void Set(int column, bool? value) => row[column] = value;

    public override void Set(int column, decimal? value) => row[column] = value;

    public override void Set(int column, byte[]? value) => row[column] = value;

    public override void NextRow()
    {
        importer.StartRow();
        foreach (var value in row)
        {
            switch (value)
            {
                case null:
                    importer.WriteNull();
                    break;
                case long number:
                    importer.Write(number, NpgsqlDbType.Bigint);
                    break;
                case string text:
                    importer.Write(text, NpgsqlDbType.Text);
                    break;
                case DateOnly date:
                    importer.Write(date, NpgsqlDbType.Date);
                    break;
                case bool truth:
                    importer.Write(truth, NpgsqlDbType.Boolean);
                    break;
                case decimal number:
                    importer.Write(number, NpgsqlDbType.Numeric);
                    break;
                default:
                    importer.Write((byte[])value, NpgsqlDbType.Bytea);
                    break;
            }
        }

        Array.Clear(row);
    }

    public override void Complete() => importer.Complete();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            importer.Dispose();
        }
    }
}
