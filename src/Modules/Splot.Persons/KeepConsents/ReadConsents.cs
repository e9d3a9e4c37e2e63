using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.KeepClauses;
using Splot.Persons.KeepPurposes;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.KeepConsents;

/// <summary>A clause that a person was given.</summary>
public sealed record InformedLine(ClauseName Clause, DateTimeOffset At);

/// <summary>A consent that a person gave.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Purpose">The purpose's name on the day.</param>
/// <param name="LegalBasis">Code of its legal basis on the day; null where the purpose is not known.</param>
/// <param name="Clause">The clause on which it was given.</param>
/// <param name="GivenOn">The day.</param>
/// <param name="WithdrawnOn">The day on which it was withdrawn.</param>
public sealed record ConsentLine(string Id, string Purpose, string? LegalBasis, ClauseName Clause, DateOnly GivenOn, DateOnly? WithdrawnOn);

/// <summary>What a person was told and agreed to, and what could be recorded.</summary>
/// <param name="Informed">The clauses given, the newest first.</param>
/// <param name="Consents">The consents, the newest first.</param>
/// <param name="Newest">The newest versions of the organisation's clauses, in each of their languages.</param>
/// <param name="Versions">All versions of its clauses.</param>
/// <param name="Purposes">Its purposes that rest on consent, or once did.</param>
public sealed record ConsentBook(
    IReadOnlyList<InformedLine> Informed, IReadOnlyList<ConsentLine> Consents, IReadOnlyList<ClauseHead> Newest, IReadOnlyList<ClauseHead> Versions, IReadOnlyList<PurposeLine> Purposes);

/// <summary>Asks for it.</summary>
internal sealed record ReadConsents(PersonId Person, Doer By);

internal sealed class ReadConsentsHandler(AuditReads audit)
{
    /// <summary>Null where there is no such person, as far as the asker may know.</summary>
    public async Task<ConsentBook?> HandleAsync(ReadConsents question, CancellationToken cancellation) => (await audit.ReadAsync(
        session => ReadAsync(session, question, cancellation),
        found => found is not { } read ? [] :
        [
            Recording.Entry(AuditKind.Read, "persons.read-consents", question.By) with { SubjectKind = "person", SubjectId = question.Person.Value, Person = question.Person.Value, Organisation = read.Organisation },
        ],
        cancellation))?.Book;

    private static async Task<Found?> ReadAsync(Session session, ReadConsents question, CancellationToken cancellation)
    {
        var (context, id) = (session.Context<PersonsContext>(), question.Person.Value);
        var organisation = await Visible.To(context, question.By.Sight).Where(p => p.Id == id).Select(p => p.OrganisationId).FirstOrDefaultAsync(cancellation);
        if (organisation is null)
        {
            return null;
        }

        var informed = await context.Informed.AsNoTracking().Where(i => i.PersonId == id).OrderByDescending(i => i.Id).ToListAsync(cancellation);
        var consents = await context.Consents.AsNoTracking().Where(c => c.PersonId == id).OrderByDescending(c => c.Id).ToListAsync(cancellation);
        var office = await OfficeBook.ReadAsync(session, organisation, cancellation);
        return new Found(organisation, new ConsentBook(
            [.. informed.Select(i => new InformedLine(office.Clause(i.Clause, i.ClauseVersion, i.Language), DateTimeOffset.FromUnixTimeMilliseconds(i.InformedAt)))],
            [.. consents.Select(c => Line(c, office))],
            office.Newest(),
            office.Versions(),
            office.ByConsent()));
    }

    private static ConsentLine Line(ConsentRow row, OfficeBook office)
    {
        var purpose = office.PurposeOn(row.Purpose, row.GivenOn);
        return new ConsentLine(row.Id, purpose?.Name ?? row.Purpose, purpose?.LegalBasis, office.Clause(row.Clause, row.ClauseVersion), row.GivenOn, row.WithdrawnOn);
    }

    private sealed record Found(string Organisation, ConsentBook Book);
}
