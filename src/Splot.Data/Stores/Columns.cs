using System.Data.Common;
using System.Globalization;

namespace Splot.Data;

/// <summary>Reads columns the same way on both engines; writes parameters in one line.</summary>
public static class Columns
{
    /// <summary>Adds a parameter and returns the command. A null value is sent as NULL.</summary>
    public static DbCommand With(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
        return command;
    }

    /// <summary>A text, or null.</summary>
    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>An integer, or null.</summary>
    public static long? Number(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    /// <summary>A truth value, or null.</summary>
    public static bool? Flag(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetBoolean(column);

    /// <summary>A decimal, exact, or null.</summary>
    public static decimal? Decimal(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetValue(column) switch
    {
        decimal number => number,
        string text => decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
        long number => number,
        var other => Convert.ToDecimal(other, CultureInfo.InvariantCulture),
    };

    /// <summary>A calendar date, or null.</summary>
    public static DateOnly? Date(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetValue(column) switch
    {
        DateOnly date => date,
        DateTime date => DateOnly.FromDateTime(date),
        string text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new InvalidCastException("The column holds no calendar date."),
    };
}
