using Splot.Kernel;
using Splot.Persons.Model;

namespace Splot.Persons.KeepClauses;

/// <summary>A version of a clause in one language, without its text.</summary>
public sealed record ClauseHead
{
    /// <summary>The controller.</summary>
    public required string Organisation { get; init; }

    /// <summary>Code of the clause.</summary>
    public required string Code { get; init; }

    /// <summary>The version.</summary>
    public required long Version { get; init; }

    /// <summary>The language's code.</summary>
    public required string Language { get; init; }

    /// <summary>What it is called in that language.</summary>
    public required string Title { get; init; }

    /// <summary>When it was made, in Unix milliseconds.</summary>
    public required long MadeAt { get; init; }

    /// <summary>The account that made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>The day on which it was made.</summary>
    public DateOnly Day => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(MadeAt).UtcDateTime);

    /// <summary>Where its text stands, without language.</summary>
    public string Path => ClauseEndpoints.TextOf(Organisation, Code, Version, Language);

    /// <summary>The heads of clauses, by version and language, the newest first.</summary>
    internal static IQueryable<ClauseHead> Of(IQueryable<ClauseRow> rows) => rows.OrderByDescending(c => c.Version).ThenBy(c => c.Language).Select(c => new ClauseHead
    {
        Organisation = c.OrganisationId,
        Code = c.Code,
        Version = c.Version,
        Language = c.Language,
        Title = c.Title,
        MadeAt = c.MadeAt,
        MadeBy = c.MadeBy,
    });
}

/// <summary>Languages of clauses.</summary>
public static class ClauseLanguages
{
    /// <summary>The languages in which a clause can be written, the countries' own ones first.</summary>
    public static IReadOnlyList<Language> All { get; } = [Language.Polish, Language.Bulgarian, Language.English];

    /// <summary>A language under its own name.</summary>
    public static string Name(string code) => code switch { "pl" => "polski", "bg" => "български", "en" => "English", _ => code };

    /// <summary>The one for whoever reads: in the language that is current, else in the first there is.</summary>
    public static ClauseHead Best(IEnumerable<ClauseHead> heads)
    {
        var current = Languages.Current.Code();
        return heads.OrderBy(h => h.Language == current ? 0 : 1).ThenByDescending(h => h.Version).ThenBy(h => h.Language, StringComparer.Ordinal).First();
    }
}
