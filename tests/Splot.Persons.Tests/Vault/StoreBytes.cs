using System.Text;
using Splot.Data;

namespace Splot.Persons.Tests.Vault;

/// <summary>Everything that whoever gets hold of the database could read.</summary>
internal static class StoreBytes
{
    private const string Tables = "SELECT format('SELECT t::text FROM %I.%I t', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')";

    /// <summary>The SQLite file after its log was moved into it; on PostgreSQL every row of every table as text.</summary>
    public static async Task<byte[]> ReadAsync(Splot.Data.Store store)
    {
        if (store.Engine == Engine.Sqlite)
        {
            Assert.True(await store.CheckpointAsync(CancellationToken.None), "The log of the store could not be moved into it.");
            return await File.ReadAllBytesAsync(store.Target.Location);
        }

        await using var connection = await store.OpenAsync(CancellationToken.None);
        var text = new StringBuilder();
        foreach (var statement in await RowsAsync(connection, Tables))
        {
            (await RowsAsync(connection, statement)).ForEach(r => text.AppendLine(r));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Whether a text is there: as UTF-8, as UTF-16, or in the hexadecimal digits in which PostgreSQL shows bytes.</summary>
    public static bool Hold(byte[] everything, string text) =>
        everything.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0
        || everything.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0
        || everything.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)))) >= 0;

    /// <summary>Whether bytes are there, or their hexadecimal digits.</summary>
    public static bool Hold(byte[] everything, byte[] bytes) =>
        everything.AsSpan().IndexOf(bytes) >= 0 || everything.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Convert.ToHexStringLower(bytes))) >= 0;

    private static async Task<List<string>> RowsAsync(System.Data.Common.DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
