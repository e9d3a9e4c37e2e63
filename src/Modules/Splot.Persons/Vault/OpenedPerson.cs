using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;

namespace Splot.Persons.Vault;

/// <summary>A record read for changing it: its rows, its key and what they say.</summary>
internal sealed record OpenedPerson(PersonRow Row, IdentityRow Columns, PersonKey Key, PersonIdentity Identity)
{
    // SQLite has one writer; on PostgreSQL two people may change one record at once, and the second must see what the first did. In the order of ids, so that nobody waits in a circle.
    private const string Lock = "SELECT id FROM persons_person WHERE id = ANY(@ids) ORDER BY id FOR UPDATE";

    /// <summary>Waits until nobody else is changing these records, and keeps them until the session ends.</summary>
    public static async Task TakeAsync(WriteSession session, string[] ids, CancellationToken cancellation)
    {
        if (session.Store.Engine == Engine.Postgres)
        {
            await using var command = session.Command(Lock).With("ids", ids);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>The record, for changing; null where it is erased, unknown, hidden from the account or another organisation's.</summary>
    public static async Task<OpenedPerson?> FindAsync(WriteSession session, KeyRing ring, PersonId id, Doer by, CancellationToken cancellation)
    {
        await TakeAsync(session, [id.Value], cancellation);
        var context = session.Context<PersonsContext>();
        var row = await Visible.To(context, by.Sight).FirstOrDefaultAsync(p => p.Id == id.Value, cancellation);
        if (row?.SealedKey is null)
        {
            return null;
        }

        var columns = await context.Identities.SingleAsync(i => i.PersonId == row.Id, cancellation);
        var key = PersonKey.Open(ring, row.Id, row.SealedKey);
        return new OpenedPerson(row, columns, key, IdentityColumns.Open(key, columns));
    }

    /// <summary>Marks the record as changed now.</summary>
    public void Touch(TimeProvider clock)
    {
        Row.Version++;
        Row.ChangedAt = clock.GetUtcNow().ToUnixTimeMilliseconds();
    }
}
