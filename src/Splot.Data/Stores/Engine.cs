namespace Splot.Data;

/// <summary>A database engine that Splot runs on.</summary>
public enum Engine
{
    /// <summary>SQLite in the data folder: one file a store, one write connection with a queue.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or newer.</summary>
    Postgres,
}

/// <summary>Which of the two stores something belongs to.</summary>
public enum StoreRole
{
    /// <summary>Working tables of all modules, outbox, audit, jobs.</summary>
    Main,

    /// <summary>The public read model, a projection that can always be rebuilt.</summary>
    Public,
}
