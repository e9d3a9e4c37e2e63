using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.KeepConsents;

/// <summary>A clause that a person was given.</summary>
public sealed record InformedLine(string Clause, long Version, DateTimeOffset At);

/// <summary>A consent that a person gave.</summary>
public sealed record ConsentLine(string Id, string Purpose, string Clause, long Version, DateOnly GivenOn, DateOnly? WithdrawnOn);

/// <summary>What a person was told and agreed to, and what could be recorded.</summary>
/// <param name="Informed">The clauses given, the newest first.</param>
/// <param name="Consents">The consents, the newest first.</param>
/// <param name="Clauses">Clauses with their newest version.</param>
/// <param name="Purposes">Purposes that rest on consent today.</param>
public sealed record ConsentBook(IReadOnlyList<InformedLine> Informed, IReadOnlyList<ConsentLine> Consents, IReadOnlyList<(string Code, long Version)> Clauses, IReadOnlyList<string> Purposes);

/// <summary>Asks for it.</summary>
internal sealed record ReadConsents(PersonId Person, Doer By);

internal sealed class ReadConsentsHandler(AuditReads audit, TimeProvider clock)
{
    /// <summary>Null where there is no such person, as far as the asker may know.</summary>
    public Task<ConsentBook?> HandleAsync(ReadConsents question, CancellationToken cancellation) => audit.ReadAsync(
        session => ReadAsync(session, question, cancellation),
        found => found is null ? [] : [Recording.Entry(AuditKind.Read, "persons.read-consents", question.By) with { SubjectKind = "person", SubjectId = question.Person.Value, Person = question.Person.Value }],
        cancellation);

    private async Task<ConsentBook?> ReadAsync(Session session, ReadConsents question, CancellationToken cancellation)
    {
        var (context, id, today) = (session.Context<PersonsContext>(), question.Person.Value, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (!await Visible.To(context, question.By.Sight).AnyAsync(p => p.Id == id, cancellation))
        {
            return null;
        }

        var informed = await context.Informed.AsNoTracking().Where(i => i.PersonId == id).OrderByDescending(i => i.Id).ToListAsync(cancellation);
        var consents = await context.Consents.AsNoTracking().Where(c => c.PersonId == id).OrderByDescending(c => c.Id).ToListAsync(cancellation);
        var clauses = await context.Clauses.GroupBy(c => c.Code).Select(g => new { Code = g.Key, Version = g.Max(c => c.Version) }).OrderBy(c => c.Code).ToListAsync(cancellation);
        var purposes = await context.Purposes.Where(p => p.ValidFrom <= today && (p.ValidTo == null || p.ValidTo >= today) && (p.LegalBasis == KeepConsentsHandler.ByConsent || p.LegalBasis == KeepConsentsHandler.ByExplicitConsent))
            .Select(p => p.Code).Distinct().OrderBy(c => c).ToListAsync(cancellation);
        return new ConsentBook(
            [.. informed.Select(i => new InformedLine(i.Clause, i.ClauseVersion, DateTimeOffset.FromUnixTimeMilliseconds(i.InformedAt)))],
            [.. consents.Select(c => new ConsentLine(c.Id, c.Purpose, c.Clause, c.ClauseVersion, c.GivenOn, c.WithdrawnOn))],
            [.. clauses.Select(c => (c.Code, c.Version))],
            purposes);
    }
}
