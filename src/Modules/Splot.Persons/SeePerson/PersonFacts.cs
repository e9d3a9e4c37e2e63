using Splot.Contracts.Persons;
using Splot.Kernel;
using Shared = Splot.Persons.Text;

namespace Splot.Persons.SeePerson;

/// <summary>What is known of somebody, as rows of label and value.</summary>
public static class PersonFacts
{
    /// <summary>Who it is and how they are reached; what was not recorded is null.</summary>
    public static IReadOnlyList<(string Label, string? Value)> Of(PersonIdentity identity) =>
    [
        (Shared.FirstNames, identity.FirstNames), (Shared.Surnames, identity.Surnames), (Shared.BirthDate, identity.BirthDate is { } day ? Languages.Current.LongDate(day) : null),
        (Shared.Sex, identity.Sex is null ? null : PersonWords.Of(identity.Sex)),
        .. identity.Numbers.Select(n => (PersonWords.Of(n.Kind), (string?)n.Value)),
        (Shared.Phone, identity.Contact?.Phone), (Shared.Email, identity.Contact?.Email), (Shared.Street, identity.Contact?.Street), (Shared.PostalCode, identity.Contact?.PostalCode), (Shared.Place, identity.Contact?.Place),
    ];

    /// <summary>What differs: label, before, after.</summary>
    public static IReadOnlyList<(string Label, string? Before, string? After)> Differences(PersonIdentity before, PersonIdentity after)
    {
        var (then, now) = (Of(before), Of(after));
        return
        [
            .. then.Select(t => t.Label).Concat(now.Select(n => n.Label)).Distinct(StringComparer.Ordinal)
                .Select(label => (label, Value(then, label), Value(now, label))).Where(d => d.Item2 != d.Item3),
        ];
    }

    private static string? Value(IReadOnlyList<(string Label, string? Value)> facts, string label) => facts.FirstOrDefault(f => f.Label == label).Value;
}
