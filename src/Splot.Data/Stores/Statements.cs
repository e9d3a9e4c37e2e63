using System.Data.Common;

namespace Splot.Data;

/// <summary>Short forms for statements with parameters.</summary>
internal static class Statements
{
    public static async Task<int> ExecuteAsync(this DbConnection connection, DbTransaction? transaction, string sql, (string Name, object? Value)[] values, CancellationToken cancellation)
    {
        await using var command = connection.Prepare(transaction, sql, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    public static Task<int> ExecuteAsync(this Session session, string sql, (string Name, object? Value)[] values, CancellationToken cancellation) =>
        session.Connection.ExecuteAsync(session.Transaction, sql, values, cancellation);

    public static DbCommand Prepare(this Session session, string sql, params (string Name, object? Value)[] values) =>
        session.Connection.Prepare(session.Transaction, sql, values);

    public static DbCommand Prepare(this DbConnection connection, DbTransaction? transaction, string sql, (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
