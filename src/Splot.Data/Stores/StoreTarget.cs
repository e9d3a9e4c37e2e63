namespace Splot.Data;

/// <summary>Where a store is.</summary>
/// <param name="Role">Main or public.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Location">Path of the SQLite file, or the PostgreSQL connection string.</param>
/// <param name="Schema">PostgreSQL schema: main or public_store.</param>
public sealed record StoreTarget(StoreRole Role, Engine Engine, string Location, string Schema)
{
    /// <summary>The target of <paramref name="role"/> by the installation's options.</summary>
    public static StoreTarget Of(StoreRole role, SplotOptions options)
    {
        var postgres = role == StoreRole.Main ? options.Database : options.PublicDatabase ?? options.Database;
        var schema = role == StoreRole.Main ? "main" : "public_store";
        return postgres is null
            ? new StoreTarget(role, Engine.Sqlite, Path.Combine(options.DataFolder, role == StoreRole.Main ? "main.db" : "public.db"), schema)
            : new StoreTarget(role, Engine.Postgres, postgres, schema);
    }
}
