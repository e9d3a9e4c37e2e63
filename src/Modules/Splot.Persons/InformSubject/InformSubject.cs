using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Kernel;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.InformSubject;

/// <summary>Makes a version of an information clause. A version is never changed: who was given it was given that text.</summary>
internal sealed record MakeClause(string Code, IReadOnlyDictionary<Language, string> Texts, Doer By);

/// <summary>Records that a person was given the newest version of a clause (GDPR Arts. 13, 14).</summary>
internal sealed record InformSubject(PersonId Person, string Clause, Language Language, Doer By);

/// <summary>What became of it.</summary>
internal abstract record InformSubjectOutcome
{
    /// <summary>Recorded, with the version that was given.</summary>
    public sealed record Informed(long ClauseVersion) : InformSubjectOutcome;

    /// <summary>There is no such person, as far as the account may know.</summary>
    public sealed record UnknownPerson : InformSubjectOutcome;

    /// <summary>There is no such clause in that language.</summary>
    public sealed record UnknownClause : InformSubjectOutcome;
}

internal sealed class InformSubjectHandler(MainStore main, KeyRing keys, TimeProvider clock)
{
    /// <summary>The number of the new version.</summary>
    public Task<long> HandleAsync(MakeClause command, CancellationToken cancellation) => main.WriteAsync(
        async session =>
        {
            var context = session.Context<PersonsContext>();
            var version = (await context.Clauses.Where(c => c.Code == command.Code).MaxAsync(c => (long?)c.Version, cancellation) ?? 0) + 1;
            context.Clauses.AddRange(command.Texts.Select(t => new ClauseRow
            {
                Code = command.Code,
                Version = version,
                Language = t.Key.Code(),
                Text = t.Value,
                MadeAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            }));
            session.Record(Recording.Entry(AuditKind.Change, "persons.make-clause", command.By) with { SubjectKind = "clause", SubjectId = command.Code, After = Recording.Plain(new { version }) });
            return version;
        },
        cancellation);

    public async Task<InformSubjectOutcome> HandleAsync(InformSubject command, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        return await main.WriteAsync(
            async session =>
            {
                var opened = await OpenedPerson.FindAsync(session, keys, command.Person, command.By, cancellation);
                if (opened is null)
                {
                    return new InformSubjectOutcome.UnknownPerson();
                }

                var (context, language) = (session.Context<PersonsContext>(), command.Language.Code());
                var version = await context.Clauses.Where(c => c.Code == command.Clause && c.Language == language).MaxAsync(c => (long?)c.Version, cancellation);
                if (version is null)
                {
                    return (InformSubjectOutcome)new InformSubjectOutcome.UnknownClause();
                }

                var now = clock.GetUtcNow();
                context.Informed.Add(new InformedRow
                {
                    Id = PersonId.New(now).Value,
                    PersonId = opened.Row.Id,
                    Clause = command.Clause,
                    ClauseVersion = version.Value,
                    Language = language,
                    InformedAt = now.ToUnixTimeMilliseconds(),
                    InformedBy = command.By.Account,
                });
                session.Record(Recording.Change("persons.inform", opened.Row, command.By) with { After = Recording.Plain(new { command.Clause, version }) });
                return new InformSubjectOutcome.Informed(version.Value);
            },
            cancellation);
    }
}
