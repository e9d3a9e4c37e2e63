using Splot.Kernel;

namespace Splot.Persons.Matching;

/// <summary>One word of a name, with all its comparable forms made once.</summary>
internal sealed class NameWord
{
    private NameWord(string folded)
    {
        Plain = Spelling.Latin(folded);
        Keys = Spelling.Keys(folded);
        Stems = [.. Keys.Select(GenderEndings.Stem).Distinct(StringComparer.Ordinal)];
        Groups = GivenNames.GroupsOf(Keys);
        IsCommonSurname = GivenNames.IsCommonSurname(Stems);
    }

    /// <summary>Latin letters, no diacritics, small.</summary>
    public string Plain { get; }

    /// <summary>See <see cref="Spelling.Keys"/>.</summary>
    public string[] Keys { get; }

    /// <summary>The keys without the ending that tells a man's surname from a woman's.</summary>
    public string[] Stems { get; }

    /// <summary>The given names that the word is a form of; empty where it is none we know.</summary>
    public int[] Groups { get; }

    /// <summary>True for a frequent surname: a frequent surname is hardly a slip for another one.</summary>
    public bool IsCommonSurname { get; }

    public bool IsInitial => Plain.Length == 1;

    /// <summary>Has the shape of a Bulgarian patronymic or family name in -ов, -ев.</summary>
    public bool IsPatronymicShape => Plain.Length >= 5 && Stems.Any(s => s.EndsWith("ov", StringComparison.Ordinal) || s.EndsWith("ev", StringComparison.Ordinal));

    /// <summary>The words of a text, in units that blanks divide; hyphens and apostrophes divide the words of a unit.</summary>
    public static IReadOnlyList<IReadOnlyList<NameWord>> Units(string? text) =>
    [
        .. TextFold.Fold(text).Split([' ', ',', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(unit => (IReadOnlyList<NameWord>)[.. unit.Split(['-', '.'], StringSplitOptions.RemoveEmptyEntries)
                .Select(w => string.Concat(w.Where(char.IsLetter)))
                .Where(w => w.Length > 0 && !Particles.Contains(w))
                .Select(w => new NameWord(w))])
            .Where(unit => unit.Count > 0),
    ];

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "vel", "de", "von", "van", "der", "el", "al", "bin", "ben" };
}
