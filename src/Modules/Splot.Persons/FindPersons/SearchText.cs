using System.Globalization;
using Splot.Contracts.Persons;
using Splot.Persons.Matching;
using Splot.Persons.Vault;

namespace Splot.Persons.FindPersons;

/// <summary>What somebody typed into the search for persons.</summary>
internal sealed class SearchText
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy", "d-M-yyyy"];

    private readonly IReadOnlyList<NameWord> words;
    private readonly DateOnly? birthDate;
    private readonly string? number;

    private SearchText(IReadOnlyList<NameWord> words, DateOnly? birthDate, string? number)
    {
        (this.words, this.birthDate, this.number) = (words, birthDate, number);
        Keys = KeysOf();
    }

    /// <summary>Keys that everybody who fits is filed under at least one of; none where nothing that can be sought was typed.</summary>
    public IReadOnlyList<CandidateKey> Keys { get; }

    /// <summary>Whether it is about one person: a number, or a name with a birth date.</summary>
    public bool IsNarrow => number is not null || (birthDate is not null && words.Count > 0);

    public static SearchText Read(string text)
    {
        DateOnly? born = null;
        string? digits = null;
        var rest = new List<string>();
        foreach (var part in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (DateOnly.TryParseExact(part.TrimEnd('.', 'г', 'r'), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                born = date;
            }
            else if (part.Length >= 9 && part.All(char.IsAsciiDigit))
            {
                digits = part;
            }
            else
            {
                rest.Add(part);
            }
        }

        return new SearchText([.. NameWord.Units(string.Join(' ', rest)).SelectMany(u => u).Where(w => !w.IsInitial)], born, digits);
    }

    /// <summary>Whether everything that was typed is said of the person.</summary>
    public bool Fits(PersonIdentity identity)
    {
        if (number is not null && identity.Numbers.All(n => n.Value != number))
        {
            return false;
        }

        if (birthDate is not null && !PreparedPerson.Of(IdentityForm.Sketch(identity)).BirthDates.Contains(birthDate.Value))
        {
            return false;
        }

        var held = CandidateKeys.Words(PreparedPerson.Of(IdentityForm.Sketch(identity)));
        return words.All(w => CandidateKeys.Blocks(w).Any(held.Contains));
    }

    // The narrowest that was typed: a number, else a birth date, else two words together, else one.
    private List<CandidateKey> KeysOf()
    {
        if (number is not null)
        {
            return [.. PersonNumber.Kinds.Select(k => CandidateKeys.Number(k, number))];
        }

        if (birthDate is { } date)
        {
            return [CandidateKeys.Date(date)];
        }

        return words.Count switch
        {
            0 => [],
            1 => [.. CandidateKeys.Blocks(words[0]).Select(b => new CandidateKey(CandidateKind.Word, b))],
            _ => [.. words.SelectMany((one, at) => words.Skip(at + 1).SelectMany(other => CandidateKeys.PairsOf(one, other)))],
        };
    }
}
