using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Kernel;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.InformSubject;

/// <summary>Records that a person was given the newest version of a clause of the organisation whose record it is (GDPR Arts. 13, 14).</summary>
/// <param name="Person">Who.</param>
/// <param name="Clause">Code of the clause.</param>
/// <param name="Language">The language in which it was given.</param>
/// <param name="By">Who records it.</param>
/// <param name="Version">The version that was handed out, where that is known; refused where it is not the newest.</param>
internal sealed record InformSubject(PersonId Person, string Clause, Language Language, Doer By, long? Version = null);

/// <summary>What became of it.</summary>
internal abstract record InformSubjectOutcome
{
    /// <summary>Recorded, with the version that was given.</summary>
    public sealed record Informed(long ClauseVersion) : InformSubjectOutcome;

    /// <summary>There is no such person, as far as the account may know.</summary>
    public sealed record UnknownPerson : InformSubjectOutcome;

    /// <summary>The organisation has no such clause, or its newest version is another one or not in that language.</summary>
    public sealed record UnknownClause : InformSubjectOutcome;
}

internal sealed class InformSubjectHandler(MainStore main, KeyRing keys, TimeProvider clock)
{
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
                var clause = context.Clauses.Where(c => c.OrganisationId == opened.Row.OrganisationId && c.Code == command.Clause);
                var version = await clause.Where(c => c.Language == language && !clause.Any(later => later.Version > c.Version)).Select(c => (long?)c.Version).FirstOrDefaultAsync(cancellation);
                if (version is null || (command.Version is { } given && given != version))
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
                session.Record(Recording.Change("persons.inform", opened.Row, command.By) with { After = Recording.Plain(new { command.Clause, version, language }) });
                return new InformSubjectOutcome.Informed(version.Value);
            },
            cancellation);
    }
}
