using Splot.Contracts.Persons;
using Splot.Kernel;

namespace Splot.Persons.BenchPersons;

/// <summary>The same person as somebody else would enter it: one thing is different, and the number is unknown.</summary>
internal static class Disturbance
{
    public static PersonIdentity Of(PersonIdentity person, int number)
    {
        var other = person with { Numbers = number % 4 == 0 ? person.Numbers : [] };
        return (number % 6) switch
        {
            0 => other,
            1 => other with { Surnames = Transposed(person.Surnames!, 2) },
            2 => other with { FirstNames = Transliteration.ToLatin(person.FirstNames!), Surnames = Transliteration.ToLatin(person.Surnames!) },
            3 => other with { FirstNames = person.Surnames, Surnames = person.FirstNames!.Split(' ')[0] },
            4 when person.BirthDate is { Day: <= 12 } date => other with { BirthDate = new DateOnly(date.Year, date.Day, date.Month) },
            4 => other with { BirthDate = person.BirthDate!.Value.AddYears(1) },
            _ => other with { FirstNames = person.FirstNames!.Split(' ')[0].ToUpperInvariant(), Surnames = TextFold.Fold(person.Surnames) },
        };
    }

    private static string Transposed(string word, int at) => word.Length < at + 2 ? word : word[..at] + word[at + 1] + word[at] + word[(at + 2)..];
}
