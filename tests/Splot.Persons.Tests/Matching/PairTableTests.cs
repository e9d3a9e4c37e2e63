using Splot.Contracts.Persons;
using Splot.Persons.Matching;

namespace Splot.Persons.Tests.Matching;

public class PairTableTests
{
    public static TheoryData<string> Notes => [.. PairTable.Pairs.Select(p => p.Note)];

    [Theory, MemberData(nameof(Notes))]
    public void Compare_PairOfTheTable_FallsIntoItsBand(string note)
    {
        var pair = PairTable.Pairs.Single(p => p.Note == note);

        var match = Compare(pair.One, pair.Other);

        Assert.True(match.Band == pair.Band, $"{note} should be {pair.Band}, is {match.Score} by {match.Strategy}: {string.Join(", ", match.Reasons)}");
    }

    [Theory, MemberData(nameof(Notes))]
    public void Compare_OtherWayRound_SaysTheSame(string note)
    {
        var pair = PairTable.Pairs.Single(p => p.Note == note);

        var (there, back) = (Compare(pair.One, pair.Other), Compare(pair.Other, pair.One));

        Assert.Equal((there.Thousandths, there.Strategy), (back.Thousandths, back.Strategy));
        Assert.Equal(there.Reasons, back.Reasons);
    }

    [Fact]
    public void Table_EveryBandAndEnoughOfThem()
    {
        Assert.True(PairTable.Pairs.Count >= 120, "The table has too few pairs.");
        Assert.All(Enum.GetValues<MatchBand>(), band => Assert.True(PairTable.Pairs.Count(p => p.Band == band) >= 30, $"{band} has too few pairs."));
    }

    [Fact]
    public void Compare_AllPairs_UseEveryReasonAndEveryStrategy()
    {
        var found = PairTable.Pairs.Select(p => Compare(p.One, p.Other)).ToList();

        Assert.Equal(Enum.GetValues<MatchReason>(), found.SelectMany(m => m.Reasons).Distinct().Order());
        Assert.Equal(Strategies.All.Select(s => s.Name).Order(StringComparer.Ordinal), found.Select(m => m.Strategy).OfType<string>().Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Compare_WhatIsFound_IsSaidInReasons()
    {
        var match = Compare(PairTable.Person("Kasia;Zmyślewski;1980-05-03"), PairTable.Person("Katarzyna;Zmyślewska;1980-03-05"));

        Assert.Equal([MatchReason.FirstNameVariant, MatchReason.SurnameGenderForm, MatchReason.DayAndMonthSwapped], match.Reasons);
    }

    internal static PersonMatch Compare(PersonSketch one, PersonSketch other) => PersonMatcher.Compare(PreparedPerson.Of(one), PreparedPerson.Of(other));
}
