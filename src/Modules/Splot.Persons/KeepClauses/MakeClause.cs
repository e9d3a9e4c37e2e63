using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Kernel;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.KeepClauses;

/// <summary>A clause in one language.</summary>
internal sealed record ClauseText(string Title, string Text);

/// <summary>Makes a version of an organisation's information clause (GDPR Arts. 13, 14). A version is never changed: who was given it was given that text.</summary>
/// <param name="Organisation">The controller.</param>
/// <param name="Code">Stable code within the organisation.</param>
/// <param name="After">The version that the asker saw; 0 for a clause that is new.</param>
/// <param name="Texts">The text in one or several languages.</param>
/// <param name="By">Who makes it.</param>
internal sealed record MakeClause(string Organisation, string Code, long After, IReadOnlyDictionary<Language, ClauseText> Texts, Doer By);

/// <summary>What became of it.</summary>
internal abstract record MakeClauseOutcome
{
    /// <summary>Made, as this version.</summary>
    public sealed record Made(long Version) : MakeClauseOutcome;

    /// <summary>There is no such clause or organisation, as far as the account may keep them.</summary>
    public sealed record Unknown : MakeClauseOutcome;

    /// <summary>The organisation has a clause of that code.</summary>
    public sealed record CodeTaken : MakeClauseOutcome;

    /// <summary>Somebody else made a version meanwhile.</summary>
    public sealed record Superseded(long Current) : MakeClauseOutcome;

    /// <summary>It says what the newest version says.</summary>
    public sealed record Unchanged : MakeClauseOutcome;
}

internal sealed class MakeClauseHandler(MainStore main, TimeProvider clock)
{
    public async Task<MakeClauseOutcome> HandleAsync(MakeClause command, CancellationToken cancellation) =>
        !command.By.Sight.Reach.Covers(new RecordPlace(command.Organisation)) ? new MakeClauseOutcome.Unknown() : await main.WriteAsync(
            async session =>
            {
                await OfficeTurn.TakeAsync(session, command.Organisation, cancellation);
                var clause = session.Context<PersonsContext>().Clauses.Where(c => c.OrganisationId == command.Organisation && c.Code == command.Code);
                var newest = await clause.Where(c => !clause.Any(later => later.Version > c.Version)).AsNoTracking().ToListAsync(cancellation);
                return WhyNot(command, newest) ?? Make(session, command, newest);
            },
            cancellation);

    private static MakeClauseOutcome? WhyNot(MakeClause command, List<ClauseRow> newest)
    {
        var current = newest.Count == 0 ? 0 : newest[0].Version;
        if (current != command.After)
        {
            return current == 0 ? new MakeClauseOutcome.Unknown() : command.After == 0 ? new MakeClauseOutcome.CodeTaken() : new MakeClauseOutcome.Superseded(current);
        }

        var same = newest.Count == command.Texts.Count && command.Texts.All(t => newest.Exists(c => c.Language == t.Key.Code() && c.Title == t.Value.Title && c.Text == t.Value.Text));
        return same ? new MakeClauseOutcome.Unchanged() : null;
    }

    private MakeClauseOutcome.Made Make(WriteSession session, MakeClause command, List<ClauseRow> newest)
    {
        var (version, now) = ((newest.Count == 0 ? 0 : newest[0].Version) + 1, clock.GetUtcNow().ToUnixTimeMilliseconds());
        session.Context<PersonsContext>().Clauses.AddRange(command.Texts.Select(t => new ClauseRow
        {
            OrganisationId = command.Organisation,
            Code = command.Code,
            Version = version,
            Language = t.Key.Code(),
            Title = t.Value.Title,
            Text = t.Value.Text,
            MadeAt = now,
            MadeBy = command.By.Account,
        }));
        session.Record(Recording.Entry(AuditKind.Change, "persons.make-clause", command.By) with
        {
            SubjectKind = "clause",
            SubjectId = command.Code,
            Organisation = command.Organisation,
            After = Recording.Plain(new { version, languages = command.Texts.Keys.Select(l => l.Code()).Order(StringComparer.Ordinal) }),
        });
        return new MakeClauseOutcome.Made(version);
    }
}
