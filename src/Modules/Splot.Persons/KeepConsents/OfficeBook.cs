using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Kernel;
using Splot.Persons.KeepClauses;
using Splot.Persons.KeepPurposes;
using Splot.Persons.Store;

namespace Splot.Persons.KeepConsents;

/// <summary>An organisation's clauses and purposes through time, for telling what a person was told and agreed to. Two statements.</summary>
internal sealed record OfficeBook(IReadOnlyList<ClauseHead> Clauses, IReadOnlyList<PurposeLine> Purposes)
{
    public static async Task<OfficeBook> ReadAsync(Session session, string organisation, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var clauses = await ClauseHead.Of(context.Clauses.Where(c => c.OrganisationId == organisation)).ToListAsync(cancellation);
        var purposes = await context.Purposes.AsNoTracking().Where(p => p.OrganisationId == organisation).OrderBy(p => p.Code).ThenByDescending(p => p.ValidFrom).ToListAsync(cancellation);
        return new OfficeBook(clauses, purposes.ConvertAll(ReadPurposesHandler.Line));
    }

    /// <summary>A version of a clause, in the language in which it was given or else in the reader's.</summary>
    public ClauseName Clause(string code, long version, string? language = null)
    {
        var heads = Clauses.Where(c => c.Code == code && c.Version == version).ToList();
        return heads.Count == 0 ? new ClauseName(code, version, null, null) : Name(heads.Find(h => h.Language == language) ?? ClauseLanguages.Best(heads));
    }

    /// <summary>A purpose as it was on a day; null where it was never declared.</summary>
    public PurposeLine? PurposeOn(string code, DateOnly day)
    {
        var states = Purposes.Where(p => p.Code == code).ToList();
        return states.Find(p => p.HoldsOn(day)) ?? states.Find(p => p.From <= day) ?? states.LastOrDefault();
    }

    /// <summary>The newest versions, in each of their languages; those in the reader's language first.</summary>
    public IReadOnlyList<ClauseHead> Newest()
    {
        var current = Languages.Current.Code();
        return [.. Clauses.GroupBy(c => c.Code, StringComparer.Ordinal).SelectMany(g => g.Where(c => c.Version == g.Max(v => v.Version))).OrderBy(c => c.Language == current ? 0 : 1).ThenBy(c => c.Title, StringComparer.Ordinal)];
    }

    /// <summary>All versions of all clauses, once each; the newest first.</summary>
    public IReadOnlyList<ClauseHead> Versions() => [.. Clauses.GroupBy(c => (c.Code, c.Version)).OrderBy(g => g.Key.Code, StringComparer.Ordinal).ThenByDescending(g => g.Key.Version).Select(ClauseLanguages.Best)];

    /// <summary>Purposes that rest on consent, or once did.</summary>
    public IReadOnlyList<PurposeLine> ByConsent() => [.. Purposes.Where(p => LegalBases.RestsOnConsent(p.LegalBasis)).DistinctBy(p => p.Code)];

    private static ClauseName Name(ClauseHead head) => new(head.Title, head.Version, head.Language, head.Path);
}

/// <summary>A version of a clause, as it is named.</summary>
/// <param name="Title">Its title; its code where the version is not known.</param>
/// <param name="Version">The version.</param>
/// <param name="Language">Code of the title's language.</param>
/// <param name="Path">Where the text stands, without language.</param>
public sealed record ClauseName(string Title, long Version, string? Language, string? Path);
