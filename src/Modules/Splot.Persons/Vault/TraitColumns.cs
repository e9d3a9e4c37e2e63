using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Store;

namespace Splot.Persons.Vault;

/// <summary>Sealed answers about special categories of data. Every answer is one letter, so that its length tells nothing.</summary>
internal static class TraitColumns
{
    public static byte[] Seal(PersonKey key, string trait, TraitAnswer answer) => key.Seal(Column(trait), answer switch
    {
        TraitAnswer.Yes => "y",
        TraitAnswer.No => "n",
        TraitAnswer.Refused => "r",
        _ => "u",
    })!;

    public static TraitAnswer Open(PersonKey key, string trait, byte[] answer) => key.Open(Column(trait), answer) switch
    {
        "y" => TraitAnswer.Yes,
        "n" => TraitAnswer.No,
        "r" => TraitAnswer.Refused,
        _ => TraitAnswer.Unknown,
    };

    /// <summary>The answers of a person, by question; a question that is not there was not asked.</summary>
    public static async Task<Dictionary<string, TraitAnswer>> ReadAsync(Session session, PersonKey key, string person, CancellationToken cancellation)
    {
        var rows = await session.Context<PersonsContext>().Traits.AsNoTracking().Where(t => t.PersonId == person).ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Trait, r => Open(key, r.Trait, r.Answer), StringComparer.Ordinal);
    }

    private static string Column(string trait) => "persons_trait.answer " + trait;
}
