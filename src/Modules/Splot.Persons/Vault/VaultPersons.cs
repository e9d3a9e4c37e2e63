using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Store;

namespace Splot.Persons.Vault;

/// <summary>Answers other modules from the vault.</summary>
internal sealed class VaultPersons(MainStore main, KeyRing keys, Sights sights) : IPersons
{
    private const int Batch = 500;

    public async Task<IReadOnlyList<PersonRecord>> FindAsync(IReadOnlyCollection<PersonId> ids, PersonScope scope, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        var sight = await sights.OfAsync(scope, cancellation);
        await using var session = await main.OpenReadAsync(cancellation);
        var context = session.Context<PersonsContext>();
        var found = new Dictionary<string, PersonRecord>(StringComparer.Ordinal);
        foreach (var part in ids.Select(i => i.Value).Distinct(StringComparer.Ordinal).Chunk(Batch).Select(c => c.ToList()))
        {
            var rows = from person in Visible.To(context, sight).AsNoTracking()
                       where part.Contains(person.Id)
                       join identity in context.Identities.AsNoTracking() on person.Id equals identity.PersonId
                       select new { person, identity };
            foreach (var row in await rows.ToListAsync(cancellation))
            {
                found[row.person.Id] = Records.Of(keys, row.person, row.identity);
            }
        }

        return [.. ids.Distinct().Where(i => found.ContainsKey(i.Value)).Select(i => found[i.Value])];
    }

    public async Task<IReadOnlySet<PersonId>> AllowedAsync(IReadOnlyCollection<PersonId> ids, PersonScope scope, CancellationToken cancellation)
    {
        var sight = await sights.OfAsync(scope, cancellation);
        await using var session = await main.OpenReadAsync(cancellation);
        var context = session.Context<PersonsContext>();
        var allowed = new HashSet<PersonId>();
        foreach (var part in ids.Select(i => i.Value).Distinct(StringComparer.Ordinal).Chunk(Batch).Select(c => c.ToList()))
        {
            var some = await Visible.To(context, sight).Where(p => part.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellation);
            allowed.UnionWith(some.Select(i => new PersonId(i)));
        }

        return allowed;
    }

    public async Task<long> CountAsync(PersonScope scope, CancellationToken cancellation)
    {
        var sight = await sights.OfAsync(scope, cancellation);
        await using var session = await main.OpenReadAsync(cancellation);
        return await Visible.To(session.Context<PersonsContext>(), sight).LongCountAsync(p => p.MergedInto == null, cancellation);
    }

    public Task<IReadOnlySet<string>> HiddenFromAsync(string account, CancellationToken cancellation) => main.ReadAsync<IReadOnlySet<string>>(
        async session =>
        {
            var context = session.Context<PersonsContext>();
            return await context.Persons.Where(p => p.Restricted && !context.NamedReaders.Any(r => r.PersonId == p.Id && r.AccountId == account)).Select(p => p.Id).ToHashSetAsync(StringComparer.Ordinal, cancellation);
        },
        cancellation);

    public async Task<IReadOnlyDictionary<PersonId, PersonId>> StandingAsync(IReadOnlyCollection<PersonId> ids, CancellationToken cancellation)
    {
        await using var session = await main.OpenReadAsync(cancellation);
        var context = session.Context<PersonsContext>();
        var standing = ids.Distinct().ToDictionary(i => i, i => i);
        foreach (var part in standing.Keys.Select(i => i.Value).Chunk(Batch).Select(c => c.ToList()))
        {
            var merged = await context.Persons.Where(p => part.Contains(p.Id) && p.MergedInto != null).Select(p => new { p.Id, p.MergedInto }).ToListAsync(cancellation);
            merged.ForEach(m => standing[new PersonId(m.Id)] = new PersonId(m.MergedInto!));
        }

        return standing;
    }
}
