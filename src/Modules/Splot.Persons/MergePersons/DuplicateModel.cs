using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Asking;
using Splot.Persons.Vault;

namespace Splot.Persons.MergePersons;

/// <summary>Somebody who may be the same, as pages tell it.</summary>
/// <param name="Person">The record; null where only an office to ask is told.</param>
/// <param name="Name">The person's name, or the office.</param>
/// <param name="Born">The birth date in words.</param>
/// <param name="Likeness">How much they look alike, in words.</param>
/// <param name="Reasons">What speaks for and against it, in words.</param>
public sealed record DuplicateLine(string? Person, string Name, string? Born, string? Likeness, IReadOnlyList<string> Reasons);

/// <summary>Makes hints readable. The hints themselves were recorded when they were given.</summary>
internal sealed class DuplicateModel(Asker asker, IPersons persons, NameBook book, AuditReads audit)
{
    public async Task<IReadOnlyList<DuplicateLine>> OfAsync(IReadOnlyList<DuplicateHint> hints, CancellationToken cancellation)
    {
        var here = hints.OfType<DuplicateHint.Here>().ToList();
        var elsewhere = hints.OfType<DuplicateHint.Elsewhere>().ToList();
        var by = await asker.ToAsync(Contracts.Access.Acts.SeePersons, cancellation);
        var found = await persons.FindAsync([.. here.Select(h => h.Person)], new PersonScope(by.Account, by.Sight.Reach), cancellation);
        await audit.RecordAsync([.. found.Select(p => Recording.Read("persons.read-duplicate", p, by))], cancellation);
        var known = found.ToDictionary(p => p.Id);
        var names = await book.OfAsync(elsewhere.Select(e => e.Organisation), [], cancellation);
        return
        [
            .. here.Where(h => known.ContainsKey(h.Person)).Select(h => Of(h, known[h.Person])),
            .. elsewhere.Select(e => new DuplicateLine(null, string.Join(", ", new[] { names.Place(e.Organisation), names.Place(e.Unit) }.OfType<string>()), null, null, [])),
        ];
    }

    private static DuplicateLine Of(DuplicateHint.Here hint, PersonRecord person) => new(
        person.Id.Value, IdentityForm.Name(person.Identity), PersonWords.Day(person.Identity.BirthDate), PersonWords.Of(hint.Band, hint.Score), [.. hint.Reasons.Select(PersonWords.Of)]);
}
