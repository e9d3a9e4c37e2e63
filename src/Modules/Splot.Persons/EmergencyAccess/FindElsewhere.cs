using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.FindPersons;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.EmergencyAccess;

/// <summary>Looks for a record of another unit that could be opened in an emergency. Only who names a number, or a name with the birth date, is answered.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Sees">What the asker sees without an emergency.</param>
/// <param name="By">Who asks, with the reach of an emergency.</param>
internal sealed record FindElsewhere(string Text, Sight Sees, Doer By);

/// <summary>A record of another unit; nothing of who it is.</summary>
internal sealed record ElsewhereRecord(PersonId Person, string Organisation, string? Unit);

internal sealed class FindElsewhereHandler(KeyRing keys, AuditReads audit)
{
    private const int Most = 10;

    /// <summary>The records and the units that keep them; nothing of who they are is told.</summary>
    public async Task<IReadOnlyList<ElsewhereRecord>> HandleAsync(FindElsewhere question, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        var sought = SearchText.Read(question.Text);
        return !sought.IsNarrow ? [] : await audit.ReadAsync(
            session => FindAsync(session, sought, question, cancellation),
            found => [.. found.Select(f => Recording.Entry(AuditKind.Read, "persons.find-elsewhere", question.By) with { SubjectKind = "person", SubjectId = f.Person.Value, Organisation = f.Organisation, Person = f.Person.Value })],
            cancellation);
    }

    private async Task<IReadOnlyList<ElsewhereRecord>> FindAsync(Session session, SearchText sought, FindElsewhere question, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var digests = sought.Keys.Select(k => Filing.Digest(keys, k)).ToList();
        var seen = Visible.To(context, question.Sees.Ordinary);
        var rows = await (
            from id in context.Index.Where(i => digests.Contains(i.Key)).Select(i => i.PersonId).Distinct()
            join person in Visible.To(context, question.By.Sight) on id equals person.Id
            join columns in context.Identities on person.Id equals columns.PersonId
            where !person.Restricted && !seen.Any(s => s.Id == person.Id)
            orderby person.Id descending
            select new { person, columns }).AsNoTracking().Take(100).ToListAsync(cancellation);
        return [.. rows.Where(r => sought.Fits(Records.Of(keys, r.person, r.columns).Identity)).Take(Most).Select(r => new ElsewhereRecord(new PersonId(r.person.Id), r.person.OrganisationId, r.person.UnitId))];
    }
}
