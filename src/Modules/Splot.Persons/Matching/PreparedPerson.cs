using Splot.Kernel;

namespace Splot.Persons.Matching;

/// <summary>A person made ready for many comparisons. Valid personal numbers add the birth date and the sex that they carry.</summary>
internal sealed class PreparedPerson
{
    private PreparedPerson(PersonName name, IReadOnlyList<DateOnly> birthDates, Sex? sex, IReadOnlyList<PersonNumber> numbers) =>
        (Name, BirthDates, Sex, Numbers) = (name, birthDates, sex, numbers);

    public PersonName Name { get; }

    /// <summary>As told, and as the numbers say where they say otherwise.</summary>
    public IReadOnlyList<DateOnly> BirthDates { get; }

    public Sex? Sex { get; }

    public IReadOnlyList<PersonNumber> Numbers { get; }

    public static PreparedPerson Of(PersonSketch sketch)
    {
        var checks = sketch.Numbers.Where(n => n.IsValid).Select(n => Identifier.Check(n.Kind, n.Value, DateOnly.MaxValue)).ToList();
        DateOnly?[] dates = [sketch.BirthDate, .. checks.Select(c => c.BirthDate)];
        return new PreparedPerson(
            PersonName.Of(sketch),
            [.. dates.OfType<DateOnly>().Distinct()],
            sketch.Sex ?? checks.Select(c => c.Sex).FirstOrDefault(s => s is not null),
            sketch.Numbers);
    }
}
