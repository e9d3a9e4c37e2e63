using FsCheck;
using FsCheck.Fluent;
using Splot.Contracts.Persons;
using Splot.Kernel;
using Splot.Persons.Matching;

namespace Splot.Persons.Tests.Matching;

/// <summary>What holds for all people, not only for those of the table.</summary>
public class MatchLawTests
{
    private static readonly Gen<string> Names = Gen.Elements(
        "Anna", "Ania", "Anna Maria", "Maria", "Jan", "J.", "Georgi", "Георги", "Гошо", "Агнешка", "Agnieszka", "Agnieszak", "Иван Стоилов", "Wzorek", "", " ", "-", "Ł", "Marek");

    private static readonly Gen<string> Surnames = Gen.Elements(
        "Wzorek", "Wzoerk", "Wzorek-Niebylska", "Niebylska", "Niebylski", "Примеров", "Primerova", "Стоилов Примеров", "Marek", "Anna", "", "van der Muster", "Wzorek Wzorek");

    private static readonly Gen<DateOnly?> Dates = Gen.Elements<DateOnly?>(null, new(1980, 5, 3), new(1980, 3, 5), new(1980, 5, 8), new(1981, 5, 3), new(1960, 5, 3), new(2001, 12, 31));

    private static readonly Gen<IReadOnlyList<PersonNumber>> Numbers = Gen.Elements<IReadOnlyList<PersonNumber>>(
        [],
        [PersonNumber.Of(IdentifierKind.Pesel, InventedNumbers.Pesel(new DateOnly(1980, 5, 3), "0124"))!],
        [PersonNumber.Of(IdentifierKind.Pesel, InventedNumbers.Pesel(new DateOnly(1980, 5, 3), "0134"))!],
        [PersonNumber.Of(IdentifierKind.Pesel, "80050301240")!],
        [PersonNumber.Of(IdentifierKind.Pesel, "x")!],
        [PersonNumber.Of(IdentifierKind.Egn, InventedNumbers.Egn(new DateOnly(1980, 5, 3), "034"))!, PersonNumber.Of(IdentifierKind.Lnch, InventedNumbers.Lnch("700112233"))!]);

    private static readonly Gen<PersonSketch> People =
        from first in Names
        from last in Surnames
        from birth in Dates
        from sex in Gen.Elements<Sex?>(null, Sex.Female, Sex.Male)
        from numbers in Numbers
        select new PersonSketch { FirstNames = first, Surnames = last, BirthDate = birth, Sex = sex, Numbers = numbers };

    [Fact]
    public void Compare_AnyTwo_IsSymmetricAndBetweenZeroAndOne() => Law.Holds(20_000, People, People, (one, other) =>
    {
        var (there, back) = (PairTableTests.Compare(one, other), PairTableTests.Compare(other, one));

        Assert.Equal(there.Thousandths, back.Thousandths);
        Assert.Equal(there.Reasons, back.Reasons);
        Assert.InRange(there.Score, 0m, 1m);
    });

    [Fact]
    public void Compare_OneselfWithNamesAndBirthDate_IsAMatch() => Law.Holds(5_000, People, person =>
    {
        var complete = person with { FirstNames = "Anna " + person.FirstNames, Surnames = "Wzorek", BirthDate = person.BirthDate ?? new DateOnly(1970, 1, 1) };

        Assert.Equal(MatchBand.Match, PairTableTests.Compare(complete, complete).Band);
    });

    [Fact]
    public void Compare_MoreAgreement_NeverLowersTheScore() => Law.Holds(20_000, People, People, (one, other) =>
    {
        var score = PairTableTests.Compare(one, other).Thousandths;
        var birth = one.BirthDate ?? new DateOnly(1980, 5, 3);
        var sameDate = PairTableTests.Compare(one with { BirthDate = birth }, other with { BirthDate = birth });
        var sameLast = PairTableTests.Compare(one, other with { Surnames = one.Surnames });
        var sameBoth = PairTableTests.Compare(one, other with { FirstNames = one.FirstNames, Surnames = one.Surnames });

        Assert.True(sameDate.Thousandths >= score, "The same birth date lowered the score.");
        Assert.True(sameBoth.Thousandths >= score || !Named(one), "The same names lowered the score.");
        Assert.True(sameLast.Thousandths >= score || !Named(one) || PersonName.Compare(PersonName.Of(one), PersonName.Of(other)).Swapped, "The same surname lowered the score.");
    });

    [Fact]
    public void Compare_OneMoreContradiction_NeverRaisesTheScore() => Law.Holds(20_000, People, People, (one, other) =>
    {
        var score = PairTableTests.Compare(one, other).Thousandths;
        var otherNumber = PersonNumber.Of(IdentifierKind.Lnch, InventedNumbers.Lnch("700112244"))!;
        var thisNumber = PersonNumber.Of(IdentifierKind.Lnch, InventedNumbers.Lnch("700112255"))!;

        var contradicted = PairTableTests.Compare(one with { Numbers = [.. one.Numbers, thisNumber] }, other with { Numbers = [.. other.Numbers, otherNumber] });
        var otherSex = PairTableTests.Compare(one with { Sex = Sex.Female }, other with { Sex = Sex.Male });

        Assert.True(contradicted.Thousandths <= score, "A contradicting number raised the score.");
        Assert.True(otherSex.Thousandths <= score, "Another sex raised the score.");
        Assert.True(contradicted.Thousandths <= Weights.CapNumbersAtOdds, "Contradicting numbers are no match.");
    });

    [Fact]
    public void Compare_AnyText_IsAnswered()
    {
        var text = Gen.OneOf(Gen.Choose(0, 0xFFFF).Select(c => (char)c), Gen.Elements("aąŁжъ-'. ĳﬁ\u0301\uD800".ToCharArray())).ArrayOf().Select(c => new string(c));

        Law.Holds(3_000, text, text, (one, other) =>
        {
            var match = PairTableTests.Compare(new PersonSketch { FirstNames = one, Surnames = other }, new PersonSketch { FirstNames = other, Surnames = one });

            Assert.InRange(match.Score, 0m, 1m);
        });
    }

    private static bool Named(PersonSketch person) => person.FirstNames!.Any(char.IsLetter) && person.Surnames!.Any(char.IsLetter);
}
