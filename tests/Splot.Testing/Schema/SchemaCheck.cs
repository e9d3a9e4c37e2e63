using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Splot.Data;

namespace Splot.Testing;

/// <summary>
/// Compares the schema that a module's migrations make with the one that its EF Core model describes: tables, columns, types,
/// nullability, defaults, collations, generated values, keys, checks, indexes and views, read back from two databases, and names of triggers.
/// Names of constraints and indexes are not compared, nor the order of columns.
/// </summary>
public static class SchemaCheck
{
    /// <summary>What differs, one line each; empty when they agree.</summary>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(Engine engine, ModuleSchema schema)
    {
        var migrated = await DescribeAsync(engine, schema, MigrateAsync);
        var triggers = new List<string>();
        var model = (await DescribeAsync(engine, schema, (store, s) => CreateAsync(store, s, triggers))).Concat(triggers).ToList();
        return
        [
            .. model.Except(migrated, StringComparer.Ordinal).Select(fact => $"only in the model: {fact}"),
            .. migrated.Except(model, StringComparer.Ordinal).Select(fact => $"only in the migrations: {fact}"),
        ];
    }

    private static async Task<IReadOnlyList<string>> DescribeAsync(Engine engine, ModuleSchema schema, Func<Store, ModuleSchema, Task> makeAsync)
    {
        await using var stores = await TestStore.CreateEmptyAsync(engine);
        Store store = schema.Role == StoreRole.Main ? stores.Main : stores.Public;
        await makeAsync(store, schema);
        await using var connection = await store.OpenAsync(CancellationToken.None);
        return engine == Engine.Sqlite ? await SqliteSchema.DescribeAsync(connection) : await PostgresSchema.DescribeAsync(connection);
    }

    private static Task MigrateAsync(Store store, ModuleSchema schema) =>
        new Migrator([schema], [], TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(store, CancellationToken.None);

    /// <summary>A model names its triggers and cannot make them.</summary>
    private static async Task CreateAsync(Store store, ModuleSchema schema, List<string> triggers)
    {
        await using var connection = await store.OpenAsync(CancellationToken.None);
        await MigrationHistory.PrepareAsync(store, connection, CancellationToken.None);
        await using var context = Context(schema, store, connection);
        await connection.ExecuteAsync(null, context.Database.GenerateCreateScript(), [], CancellationToken.None);
        triggers.AddRange(context.Model.GetEntityTypes().SelectMany(e => e.GetDeclaredTriggers()).Select(t => $"trigger {t.EntityType.GetTableName()}.{t.ModelName}"));
        if (store.Engine == Engine.Postgres)
        {
            await connection.ExecuteAsync(null, MigrationHistory.CompareByCodePoints, [], CancellationToken.None);
        }
    }

    private static DbContext Context(ModuleSchema schema, Store store, DbConnection connection) =>
        (DbContext)typeof(ContextFactory<>).MakeGenericType(schema.Context).GetMethod("Create", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [store, connection])!;
}
