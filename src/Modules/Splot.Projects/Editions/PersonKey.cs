using System.Collections.Frozen;
using Splot.Kernel;

namespace Splot.Projects.Editions;

/// <summary>
/// The form of a natural person's name in which its usual writings are equal: any case and alphabet, with diacritics or without, first or last name
/// first, with titles, stops, quotation marks or a role in brackets. It is only for recognising; a person's name is never kept in this form.
/// </summary>
internal static class PersonKey
{
    private static readonly FrozenSet<string> Titles = new[] { "mgr", "inz", "dr", "hab", "prof", "lek", "med", "pan", "pani", "inzh", "arh", "gospodin", "gospozha" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The key; empty for a text without a name in it.</summary>
    public static string Of(string name)
    {
        var words = Words(WithoutBrackets(name)).ToList();
        var own = words.Where(w => w.Length > 1 && !Titles.Contains(w)).ToList();
        return string.Join(' ', (own.Count > 0 ? own : words).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Words(string name)
    {
        var parts = string.Concat(CleanText.Compose(name).Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.SelectMany(p => TextFold.Fold(Transliteration.ToLatin(Homoglyphs.Unify(p))).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string WithoutBrackets(string name)
    {
        for (var from = name.IndexOf('(', StringComparison.Ordinal); from >= 0; from = name.IndexOf('(', StringComparison.Ordinal))
        {
            var to = name.IndexOf(')', from);
            name = to < 0 ? name[..from] : name.Remove(from, to - from + 1);
        }

        return name;
    }
}
