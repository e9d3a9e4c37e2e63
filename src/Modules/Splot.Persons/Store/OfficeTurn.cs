using Splot.Data;

namespace Splot.Persons.Store;

/// <summary>Whoever writes clauses or purposes of an organisation waits until nobody else does, so that versions and states follow each other. SQLite has one writer anyway.</summary>
internal static class OfficeTurn
{
    private const string Take = "SELECT pg_advisory_xact_lock(20559, hashtext(@organisation))";

    public static async Task TakeAsync(WriteSession session, string organisation, CancellationToken cancellation)
    {
        if (session.Store.Engine == Engine.Postgres)
        {
            await using var command = session.Command(Take).With("organisation", organisation);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
