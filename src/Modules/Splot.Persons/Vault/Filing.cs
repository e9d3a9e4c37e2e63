using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Matching;
using Splot.Persons.Model;
using Splot.Persons.Store;

namespace Splot.Persons.Vault;

/// <summary>Files persons under keyed digests, so that they are found without being readable.</summary>
internal static class Filing
{
    private const int DigestLength = 16;

    /// <summary>The digest of a key: half of the ring's, which is enough to tell values apart and keeps the index small.</summary>
    public static byte[] Digest(KeyRing ring, CandidateKey key) => ring.Index(Purpose(key.Kind), key.Value)[..DigestLength];

    /// <summary>Files the person under what its identity says now; digests that stay are not touched.</summary>
    public static async Task FileAsync(WriteSession session, KeyRing ring, PersonRow person, PersonIdentity identity, CancellationToken cancellation)
    {
        await ReplaceAsync(session, person.Id, Rows(ring, person.Id, identity), cancellation);
        person.IndexEdition = CandidateKeys.Edition;
    }

    /// <summary>Files the person under these rows and no others; rows that are there already are not touched.</summary>
    public static async Task ReplaceAsync(WriteSession session, string person, IEnumerable<IndexRow> rows, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var wanted = rows.ToDictionary(r => Convert.ToHexString(r.Key), StringComparer.Ordinal);
        foreach (var held in await context.Index.Where(i => i.PersonId == person).ToListAsync(cancellation))
        {
            if (!wanted.Remove(Convert.ToHexString(held.Key)))
            {
                context.Index.Remove(held);
            }
        }

        context.Index.AddRange(wanted.Values);
    }

    /// <summary>The rows under which a person with this identity is filed.</summary>
    public static IEnumerable<IndexRow> Rows(KeyRing ring, string person, PersonIdentity identity) =>
        CandidateKeys.Filed(PreparedPerson.Of(IdentityForm.Sketch(identity))).Select(k => new IndexRow { Key = Digest(ring, k), PersonId = person, Kind = (long)k.Kind });

    private static string Purpose(CandidateKind kind) => kind switch
    {
        CandidateKind.Number => "persons number",
        CandidateKind.BirthDate => "persons birth date",
        CandidateKind.NamesInYear => "persons names in year",
        CandidateKind.Names => "persons names",
        CandidateKind.NamesWithoutDate => "persons names without date",
        CandidateKind.Word => "persons word",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
