using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Matching;
using Splot.Persons.Model;
using Splot.Persons.Store;

namespace Splot.Persons.Vault;

/// <summary>
/// Finds the records that may be of the same human being: one statement over the blind index, then everything that it finds is opened and compared in memory.
/// </summary>
internal static class CandidateSearch
{
    /// <summary>
    /// Nobody has as many; it keeps a nonsensical question (a crowd with one birth date) from opening half the vault.
    /// </summary>
    public const int Most = 3_000;

    /// <summary>
    /// Who is at least possible, the best first, whosever record it is; hidden ones are left out. Records that were merged come under the one that
    /// stands for them.
    /// </summary>
    public static async Task<IReadOnlyList<Candidate>> FindAsync(Session session, KeyRing keys, PersonIdentity identity, Sight sight, CancellationToken cancellation)
    {
        var asked = PreparedPerson.Of(IdentityForm.Sketch(identity));
        var digests = CandidateKeys.Asked(asked).Select(k => Filing.Digest(keys, k)).ToList();
        if (digests.Count == 0)
        {
            return [];
        }

        var context = session.Context<PersonsContext>();
        var reached = Visible.To(context, sight);
        var rows = await (
            from id in context.Index.Where(i => digests.Contains(i.Key)).Select(i => i.PersonId).Distinct()
            join person in Visible.Anywhere(context, sight.Account) on id equals person.Id
            join columns in context.Identities on person.Id equals columns.PersonId
            join standing in context.Persons on person.MergedInto ?? person.Id equals standing.Id
            orderby person.Id
            select new { person.Id, Standing = standing.Id, standing.OrganisationId, standing.UnitId, person.SealedKey, columns, Here = reached.Any(r => r.Id == standing.Id) })
            .AsNoTracking().Take(Most).ToListAsync(cancellation);
        var found = new List<Candidate>();
        foreach (var row in rows)
        {
            var other = IdentityColumns.Open(PersonKey.Open(keys, row.Id, row.SealedKey!), row.columns);
            var match = PersonMatcher.Compare(asked, PreparedPerson.Of(IdentityForm.Sketch(other)));
            if (match.Band != MatchBand.Nothing)
            {
                found.Add(new Candidate(new PersonId(row.Standing), row.OrganisationId, row.UnitId, row.Here, match));
            }
        }

        return [.. found.OrderByDescending(c => c.Match.Thousandths).ThenBy(c => c.Person.Value, StringComparer.Ordinal).DistinctBy(c => c.Person)];
    }

    // What the asker must know of a record beyond a name, that the record must have itself.
    private static readonly MatchReason[] Known =
    [
        MatchReason.SameNumber, MatchReason.SameInvalidNumber, MatchReason.NumberOneDigitOff, MatchReason.NumberTransposed,
        MatchReason.SameBirthDate, MatchReason.DayAndMonthSwapped, MatchReason.BirthDateOneDigitOff, MatchReason.BirthDateTransposed,
    ];

    /// <summary>
    /// Of these, what the asker may be told of: records within reach, and others only where number or birth date speak for them. A name alone, with
    /// whatever number or date that is not the record's, names no other office, for whoever tries names would learn who is whose client.
    /// </summary>
    public static IReadOnlyList<Candidate> Tellable(IReadOnlyList<Candidate> candidates) => [.. candidates.Where(c => c.Here || c.Match.Reasons.Any(Known.Contains))];

    /// <summary>In what words: records within reach as they are, of others only whom to ask.</summary>
    public static IReadOnlyList<DuplicateHint> Hints(IReadOnlyList<Candidate> told) =>
    [
        .. told.Select(c => c.Here
            ? (DuplicateHint)new DuplicateHint.Here(c.Person, c.Match.Band, c.Match.Score, c.Match.Reasons)
            : new DuplicateHint.Elsewhere(c.Organisation, c.Unit)).Distinct(),
    ];

    /// <summary>
    /// What the audit is told: one entry for each record, so that its data subject sees it among who saw them; and, where offices were named, one
    /// without a person, for those who look after the asker.
    /// </summary>
    public static IReadOnlyCollection<AuditEntry> Told(string act, IReadOnlyList<Candidate> told, Doer by)
    {
        var entries = told.Select(c => Recording.Entry(AuditKind.Read, act, by) with { SubjectKind = "person", SubjectId = c.Person.Value, Organisation = c.Organisation, Person = c.Person.Value }).ToList();
        var offices = told.Where(c => !c.Here).Select(c => new { c.Organisation, c.Unit }).Distinct().ToList();
        if (offices.Count > 0)
        {
            entries.Add(Recording.Entry(AuditKind.Read, act, by) with { After = Recording.Plain(new { askAt = offices }) });
        }

        return entries;
    }
}

/// <summary>A record that may be of the same human being.</summary>
internal sealed record Candidate(PersonId Person, string Organisation, string? Unit, bool Here, PersonMatch Match);
