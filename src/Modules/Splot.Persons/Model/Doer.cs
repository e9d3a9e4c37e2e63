namespace Splot.Persons.Model;

/// <summary>Who does something, for whom and why; all of it goes into the audit.</summary>
/// <param name="Sight">Which records the doer reaches with the act. All others are answered as unknown.</param>
/// <param name="OnBehalfOf">The account on whose behalf.</param>
/// <param name="Reason">Why, where a reason is owed.</param>
internal sealed record Doer(Sight Sight, string? OnBehalfOf = null, string? Reason = null)
{
    /// <summary>The account.</summary>
    public string Account => Sight.Account ?? throw new InvalidOperationException("Whoever does something has an account.");

    /// <summary>The same in an emergency, which the audit is to tell; null where there is none.</summary>
    public Doer In(string? emergency) => emergency is null ? this : this with { Reason = "emergency " + emergency };
}
