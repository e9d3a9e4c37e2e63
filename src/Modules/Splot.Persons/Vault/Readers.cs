using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;

namespace Splot.Persons.Vault;

/// <summary>The accounts that may know of a restricted record.</summary>
internal static class Readers
{
    public static async Task SetAsync(WriteSession session, string person, IReadOnlyCollection<string> accounts, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var wanted = accounts.ToHashSet(StringComparer.Ordinal);
        foreach (var held in await context.NamedReaders.Where(r => r.PersonId == person).ToListAsync(cancellation))
        {
            if (!wanted.Remove(held.AccountId))
            {
                context.NamedReaders.Remove(held);
            }
        }

        context.NamedReaders.AddRange(wanted.Select(a => new NamedReaderRow { PersonId = person, AccountId = a }));
    }

    public static async Task CopyAsync(WriteSession session, string from, string to, CancellationToken cancellation) =>
        await SetAsync(session, to, await session.Context<PersonsContext>().NamedReaders.Where(r => r.PersonId == from).Select(r => r.AccountId).ToListAsync(cancellation), cancellation);
}
