using Splot.Contracts.Persons;
using Splot.Persons.Matching;

namespace Splot.Persons.Tests.Matching;

public class CandidateKeysTests
{
    [Fact]
    public void Asked_EveryPairThatMayBeOnePerson_MeetsWhatIsFiled()
    {
        var missed = PairTable.Pairs.Where(p => p.Band != MatchBand.Nothing).Where(p => !Meets(p.One, p.Other) || !Meets(p.Other, p.One)).Select(p => p.Note);

        Assert.Empty(missed);
    }

    [Fact]
    public void Asked_PairsOfTwoPeople_MostlyDoNotMeet()
    {
        var strangers = PairTable.Pairs.Where(p => p.Band == MatchBand.Nothing).ToList();

        // Twins and people of one name in neighbouring years do meet; the comparison tells them apart.
        Assert.InRange(strangers.Count(p => !Meets(p.One, p.Other)), 8, strangers.Count);
    }

    [Fact]
    public void Keys_OfEverybodyInTheTable_AreFew()
    {
        var people = PairTable.Pairs.SelectMany(p => new[] { p.One, p.Other }).Select(PreparedPerson.Of).ToList();

        Assert.True(people.Max(p => CandidateKeys.Filed(p).Count) <= 30, "Somebody is filed under too many keys.");
        Assert.True(people.Average(p => CandidateKeys.Filed(p).Count) <= 9, "People are filed under too many keys.");
        Assert.True(people.Max(p => CandidateKeys.Asked(p).Count) <= 130, "Somebody needs too many look-ups.");
    }

    [Theory]
    [InlineData("Kasia;Zmyślewska;1980-05-03", "Katarzyna;Zmyślewski;1981-05-03")]
    [InlineData("Пешо;Примеров;1980-05-03", "Primerova;Petar;1980-05-08")]
    [InlineData("Ola;Wzorek;", "Wzorek;Aleksandra;")]
    public void Asked_OtherForms_Meet(string one, string other) => Assert.True(Meets(PairTable.Person(one), PairTable.Person(other)));

    private static bool Meets(PersonSketch filed, PersonSketch asked) =>
        CandidateKeys.Filed(PreparedPerson.Of(filed)).Overlaps(CandidateKeys.Asked(PreparedPerson.Of(asked)));
}
