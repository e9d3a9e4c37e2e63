namespace Splot.Kernel;

/// <summary>What a check of an identifier found. Equality is that of all fields.</summary>
/// <param name="Kind">The kind that was checked.</param>
/// <param name="Value">The number without blanks, separators and country prefix, in capitals; null where it is not valid.</param>
/// <param name="Reason">Why it is not valid, one of <see cref="Reasons"/>; null where it is.</param>
/// <param name="BirthDate">The birth date that the number carries; null where it carries none or is not valid.</param>
/// <param name="Sex">The sex that the number carries; null where it carries none or is not valid.</param>
/// <param name="BornInFuture">True where the number is valid but its birth date lies after today: a real number, not one of a living person.</param>
public sealed record IdentifierCheck(IdentifierKind Kind, string? Value, string? Reason, DateOnly? BirthDate = null, Sex? Sex = null, bool BornInFuture = false)
{
    /// <summary>True where length, characters, calendar date and check digits fit.</summary>
    public bool IsValid => Reason is null;
}
