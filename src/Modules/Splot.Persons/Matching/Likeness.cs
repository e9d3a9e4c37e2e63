using Splot.Contracts.Persons;

namespace Splot.Persons.Matching;

/// <summary>How much two parts of a name agree: what is taken off for it, and why. No likeness at all is null.</summary>
internal sealed record Likeness(int Off, params MatchReason[] Reasons)
{
    public Likeness Less(int off, params MatchReason[] reasons) => new(Off + off, [.. Reasons.Union(reasons)]);

    /// <summary>The better of two; the first where they are equally good.</summary>
    public static Likeness? Best(Likeness? one, Likeness? other) => one is null || other?.Off < one.Off ? other : one;
}
