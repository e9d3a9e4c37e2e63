using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.FindPersons;

/// <summary>Looks for persons by what somebody typed: words of the name in any spelling and alphabet, a personal number, a birth date (2001-06-15 or 15.06.2001).</summary>
/// <param name="Text">As typed.</param>
/// <param name="By">Who asks; what is shown is recorded before it is handed out.</param>
/// <param name="Limit">The most records to give.</param>
internal sealed record FindPersons(string Text, Doer By, int Limit = 50);

/// <summary>What was found, in the order of surnames.</summary>
/// <param name="Persons">Records; those that others stand for are left out.</param>
/// <param name="More">True where there are more than the limit allows.</param>
internal sealed record FoundPersons(IReadOnlyList<PersonRecord> Persons, bool More);

/// <summary>One statement over the blind index, another where merged records are found; what they find is opened and looked at once more.</summary>
internal sealed class FindPersonsHandler(KeyRing keys, AuditReads audit)
{
    // A single frequent word finds thousands; this many are opened to sort them.
    private const int MostOpened = 1_000;

    // Polish letters in their order; Cyrillic ones follow in theirs.
    private static readonly StringComparer ByLetters = StringComparer.Create(CultureInfo.GetCultureInfo("pl"), ignoreCase: true);

    public async Task<FoundPersons> HandleAsync(FindPersons question, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        var sought = SearchText.Read(question.Text);
        if (sought.Keys.Count == 0)
        {
            return new FoundPersons([], false);
        }

        return await audit.ReadAsync(
            session => FindAsync(session, sought, question, cancellation),
            found => [.. found.Persons.Select(p => Recording.Read("persons.find", p, question.By))],
            cancellation);
    }

    private async Task<FoundPersons> FindAsync(Session session, SearchText sought, FindPersons question, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var digests = sought.Keys.Select(k => Filing.Digest(keys, k)).ToList();
        var rows = await (
            from id in context.Index.Where(i => digests.Contains(i.Key)).Select(i => i.PersonId).Distinct()
            join person in Visible.To(context, question.By.Sight) on id equals person.Id
            join columns in context.Identities on person.Id equals columns.PersonId
            orderby person.Id descending
            select new { person, columns }).AsNoTracking().Take(MostOpened).ToListAsync(cancellation);
        var fitting = rows.Select(r => Records.Of(keys, r.person, r.columns)).Where(p => sought.Fits(p.Identity)).ToList();
        fitting = [.. (await StandingAsync(context, fitting, question.By.Sight, cancellation))
            .OrderBy(p => p.Identity.Surnames, ByLetters).ThenBy(p => p.Identity.FirstNames, ByLetters).ThenBy(p => p.Id.Value, StringComparer.Ordinal)];
        return new FoundPersons([.. fitting.Take(question.Limit)], fitting.Count > question.Limit || rows.Count == MostOpened);
    }

    /// <summary>In place of a record that was merged, the one that stands for it: it is found by the other's names too. Where that one is beyond reach, the record itself stays.</summary>
    private async Task<IEnumerable<PersonRecord>> StandingAsync(PersonsContext context, List<PersonRecord> found, Sight sight, CancellationToken cancellation)
    {
        var survivors = found.Select(p => p.MergedInto?.Value).OfType<string>().Except(found.Select(p => p.Id.Value), StringComparer.Ordinal).ToList();
        var standing = found.Where(p => p.MergedInto is null);
        if (survivors.Count == 0)
        {
            return standing;
        }

        var rows = await (
            from person in Visible.To(context, sight)
            where survivors.Contains(person.Id)
            join columns in context.Identities on person.Id equals columns.PersonId
            select new { person, columns }).AsNoTracking().ToListAsync(cancellation);
        var reached = rows.Select(r => r.person.Id).ToHashSet(StringComparer.Ordinal);
        var left = found.Where(p => p.MergedInto is { } survivor && survivors.Contains(survivor.Value) && !reached.Contains(survivor.Value));
        return standing.Concat(rows.Select(r => Records.Of(keys, r.person, r.columns))).Concat(left);
    }
}
