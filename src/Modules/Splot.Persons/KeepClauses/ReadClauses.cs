using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Kernel;
using Splot.Persons.Model;
using Splot.Persons.Store;

namespace Splot.Persons.KeepClauses;

/// <summary>A clause with the languages of its newest version.</summary>
public sealed record ClauseLine(ClauseHead Head, IReadOnlyList<string> Languages);

/// <summary>A version of a clause in one language, to be read and handed out.</summary>
/// <param name="Head">What it is called.</param>
/// <param name="Text">The text.</param>
/// <param name="Languages">The languages that the version has.</param>
/// <param name="Newest">The newest version of the clause.</param>
public sealed record ClauseReading(ClauseHead Head, string Text, IReadOnlyList<string> Languages, long Newest);

/// <summary>Clauses of the organisations within reach, by code.</summary>
internal sealed record ListClauses(Doer By, string? After, int Size);

/// <summary>The versions of one clause.</summary>
internal sealed record ReadClause(string Organisation, string Code, Doer By);

/// <summary>One version in one language. It is handed to whoever it concerns, so anybody with an account may ask.</summary>
internal sealed record ReadClauseText(string Organisation, string Code, long Version, string Language);

internal sealed class ReadClausesHandler(MainStore main)
{
    private static readonly KeySetOrder<ClauseKey> Order = KeySetOrder<ClauseKey>.By(c => c.Code, c => c.Organisation);

    public Task<ListPage<ClauseLine>> HandleAsync(ListClauses question, CancellationToken cancellation) => main.ReadAsync(
        async session =>
        {
            var clauses = session.Context<PersonsContext>().Clauses;
            var (everything, within) = (question.By.Sight.Reach.Everything, question.By.Sight.Reach.Organisations.ToList());
            var keys = clauses.Where(c => everything || within.Contains(c.OrganisationId))
                .GroupBy(c => new { c.OrganisationId, c.Code }).Select(g => new ClauseKey { Organisation = g.Key.OrganisationId, Code = g.Key.Code, Version = g.Max(c => c.Version) });
            var page = await keys.PageAsync(Order, question.After, question.Size, cancellation);
            List<string> organisations = [.. page.Rows.Select(k => k.Organisation).Distinct(StringComparer.Ordinal)], codes = [.. page.Rows.Select(k => k.Code).Distinct(StringComparer.Ordinal)];
            var heads = (await ClauseHead.Of(clauses.Where(c => organisations.Contains(c.OrganisationId) && codes.Contains(c.Code))).ToListAsync(cancellation)).ToLookup(h => (h.Organisation, h.Code, h.Version));
            return page.Select(k => Line([.. heads[(k.Organisation, k.Code, k.Version)]]));
        },
        cancellation);

    /// <summary>All versions in all languages, the newest first; nothing where there is no such clause, as far as the asker may keep them.</summary>
    public async Task<IReadOnlyList<ClauseHead>> HandleAsync(ReadClause question, CancellationToken cancellation) =>
        !question.By.Sight.Reach.Covers(new RecordPlace(question.Organisation)) ? [] : await main.ReadAsync(
            async session => (IReadOnlyList<ClauseHead>)await ClauseHead.Of(One(session, question.Organisation, question.Code)).ToListAsync(cancellation),
            cancellation);

    /// <summary>The newest version with its texts, by language, as far as the asker may keep it; to begin the next one with.</summary>
    public async Task<(long Version, IReadOnlyDictionary<string, ClauseText> Texts)?> NewestAsync(ReadClause question, CancellationToken cancellation)
    {
        if (!question.By.Sight.Reach.Covers(new RecordPlace(question.Organisation)))
        {
            return null;
        }

        var rows = await main.ReadAsync(
            session =>
            {
                var clause = One(session, question.Organisation, question.Code);
                return clause.Where(c => !clause.Any(later => later.Version > c.Version)).AsNoTracking().ToListAsync(cancellation);
            },
            cancellation);
        return rows.Count == 0 ? null : (rows[0].Version, rows.ToDictionary(r => r.Language, r => new ClauseText(r.Title, r.Text), StringComparer.Ordinal));
    }

    /// <summary>Null where there is no such version in that language.</summary>
    public Task<ClauseReading?> HandleAsync(ReadClauseText question, CancellationToken cancellation) => main.ReadAsync(
        async session =>
        {
            var clause = One(session, question.Organisation, question.Code);
            var heads = await ClauseHead.Of(clause).ToListAsync(cancellation);
            if (heads.Find(h => h.Version == question.Version && h.Language == question.Language) is not { } head)
            {
                return null;
            }

            var text = await clause.Where(c => c.Version == question.Version && c.Language == question.Language).Select(c => c.Text).SingleAsync(cancellation);
            return (ClauseReading?)new ClauseReading(head, text, [.. heads.Where(h => h.Version == question.Version).Select(h => h.Language)], heads[0].Version);
        },
        cancellation);

    private static ClauseLine Line(IReadOnlyList<ClauseHead> newest) => new(ClauseLanguages.Best(newest), [.. newest.Select(h => h.Language)]);

    private static IQueryable<ClauseRow> One(Session session, string organisation, string code) =>
        session.Context<PersonsContext>().Clauses.Where(c => c.OrganisationId == organisation && c.Code == code);

    private sealed record ClauseKey
    {
        public required string Organisation { get; init; }

        public required string Code { get; init; }

        public required long Version { get; init; }
    }
}
