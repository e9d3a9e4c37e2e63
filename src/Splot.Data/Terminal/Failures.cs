using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Splot.Data.Terminal;

/// <summary>Says in plain words what is wrong around the program, so that whoever runs it can put it right.</summary>
public static class Failures
{
    private const int SqliteReadOnly = 8;
    private const int SqliteDisk = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteNoDatabase = 26;
    private const int SqliteCorrupt = 11;
    private const int SqliteBusy = 5;

    /// <summary>
    /// One sentence for a failure that lies in the surroundings (database not reachable, folder not writable, disk full, migration not
    /// applicable); null for anything else, which is a bug and needs a reference number. Never holds a connection string.
    /// </summary>
    public static string? Sentence(Exception failure) => failure switch
    {
        MigrationException migration => migration.Message,
        RequirementException requirement => requirement.Message,
        SealException closed => closed.Message,
        PostgresException postgres => Postgres(postgres),
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException } => "The PostgreSQL server cannot be reached; check host and port of --database and that the server runs.",
        NpgsqlException { InnerException: PostgresException postgres } => Postgres(postgres),
        SqliteException sqlite => Sqlite(sqlite),
        UnauthorizedAccessException denied => "Splot may not read or write there: " + denied.Message,
        IOException file => file.Message,
        { InnerException: { } inner } => Sentence(inner),
        _ => null,
    };

    private static string? Postgres(PostgresException failure) => failure.SqlState switch
    {
        PostgresErrorCodes.InvalidCatalogName => "The PostgreSQL server has no such database; create it first, then start again.",
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "The PostgreSQL server does not accept the user name or password of --database.",
        PostgresErrorCodes.InsufficientPrivilege => "The PostgreSQL user may not do that: " + failure.MessageText + ".",
        PostgresErrorCodes.TooManyConnections => "The PostgreSQL server has no connection left; try again later or raise max_connections.",
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown => "The PostgreSQL server is starting or stopping; try again in a moment.",
        PostgresErrorCodes.DiskFull => "The PostgreSQL server's disk is full.",
        _ => null,
    };

    private static string? Sqlite(SqliteException failure) => failure.SqliteErrorCode switch
    {
        SqliteCannotOpen => "The store in the data folder cannot be opened; check that the folder exists and may be written to.",
        SqliteReadOnly => "The store in the data folder may only be read; check the rights of the folder and its files.",
        SqliteFull => "The disk is full.",
        SqliteDisk => "The disk that holds the data folder is full or fails; make room or have it checked, then try again.",
        SqliteBusy => "Another process has held the store for too long; end it or try again later.",
        SqliteNoDatabase or SqliteCorrupt => "A file in the data folder is no intact SQLite store; restore a backup.",
        _ => null,
    };
}
