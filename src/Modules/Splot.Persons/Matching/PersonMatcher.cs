using Splot.Contracts.Persons;

namespace Splot.Persons.Matching;

/// <summary>Compares two people: the highest strategy, held down by what contradicts. Symmetric; never above 1.</summary>
internal static class PersonMatcher
{
    public static PersonMatch Compare(PreparedPerson one, PreparedPerson other)
    {
        var evidence = new Evidence(
            PersonName.Compare(one.Name, other.Name),
            BirthDates.Compare(one.BirthDates, other.BirthDates),
            NumberEvidence.Compare(one.Numbers, other.Numbers),
            one.Sex is { } left && other.Sex is { } right && left != right);
        var (best, decided) = (0, (string?)null);
        foreach (var (name, score) in Strategies.All)
        {
            if (score(evidence) is { } found && found > best)
            {
                (best, decided) = (found, name);
            }
        }

        return new PersonMatch(Math.Clamp(Math.Min(best, Cap(evidence)), 0, 1000), decided, Reasons(evidence));
    }

    private static int Cap(Evidence evidence)
    {
        var cap = 1000;
        if (evidence.Numbers.Contradict)
        {
            cap = evidence.Numbers.Same ? Weights.CapNumbersAtOdds : Weights.CapNumbersContradict;
        }

        if (evidence.SexDiffers)
        {
            // A wrong tick is likely where all else fits; Ola may be Aleksandra or Aleksander's short form.
            var sameName = evidence.Numbers.Same || (evidence.Names.First.Agrees && evidence.Names.First.Off <= Weights.Spelling);
            cap = Math.Min(cap, sameName ? Weights.CapSexDiffers : Weights.CapSexAndNameDiffer);
        }

        return cap;
    }

    private static List<MatchReason> Reasons(Evidence evidence)
    {
        var reasons = new SortedSet<MatchReason>();
        Add(evidence.Numbers.Same, MatchReason.SameNumber);
        Add(evidence.Numbers.Contradict, MatchReason.NumbersContradict);
        Add(!evidence.Numbers.Same && evidence.Numbers.Near is not null, evidence.Numbers.Near ?? default);
        reasons.UnionWith(evidence.Names.First.Likeness?.Reasons ?? []);
        reasons.UnionWith(evidence.Names.Last.Likeness?.Reasons ?? []);
        Add(evidence.Names.First.Differs, MatchReason.FirstNameDiffers);
        Add(evidence.Names.Last.Differs, MatchReason.SurnameDiffers);
        Add(evidence.Names.SamePatronymic == true, MatchReason.SamePatronymic);
        Add(evidence.Names.SamePatronymic == false, MatchReason.PatronymicDiffers);
        reasons.Add(BirthDates.Reason(evidence.BirthDate));
        Add(evidence.SexDiffers, MatchReason.SexDiffers);
        return [.. reasons];

        void Add(bool holds, MatchReason reason)
        {
            if (holds)
            {
                reasons.Add(reason);
            }
        }
    }
}
