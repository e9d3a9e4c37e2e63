namespace Splot.Access.Organisations;

/// <summary>Something that is wrong, or worth knowing, about what was said of an organisation. Its words come from the texts of this folder.</summary>
/// <param name="Field">One of <see cref="Fields"/>.</param>
/// <param name="Code">Stable code, as it stands in reports.</param>
/// <param name="IsError">False where it is only worth knowing.</param>
/// <param name="Value">What was said.</param>
/// <param name="Other">What else the words need: a reason, a name, a date.</param>
internal sealed record Finding(string Field, string Code, bool IsError, string? Value = null, string? Other = null);

/// <summary>The fields of an organisation, as forms and columns of tables name them.</summary>
internal static class Fields
{
    public const string Kind = "kind";
    public const string Name = "name";
    public const string Country = "country";
    public const string Place = "place";
    public const string Parent = "parent";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Address = "address";
    public const string FirstDay = "first-day";
    public const string LastDay = "last-day";
    public const string Into = "into";
    public const string Note = "note";
    public const string Units = "units";
    public const string Roles = "roles";

    /// <summary>The field of an official number: <c>nip</c> for NIP.</summary>
    public static string OfNumber(string kind) => kind.ToLowerInvariant();
}

/// <summary>What came of a wish to change something about an organisation.</summary>
internal abstract record KeepOutcome
{
    /// <summary>It is done.</summary>
    /// <param name="Id">The organisation.</param>
    /// <param name="Warnings">What is worth knowing.</param>
    public sealed record Done(string Id, IReadOnlyList<Finding> Warnings) : KeepOutcome;

    /// <summary>There is no such organisation or unit, or it is not theirs to keep.</summary>
    public sealed record NotThere : KeepOutcome;

    /// <summary>Somebody else changed it meanwhile.</summary>
    public sealed record Superseded : KeepOutcome;

    /// <summary>Something is wrong; nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<Finding> Findings) : KeepOutcome;

    /// <summary>Refused for one reason.</summary>
    public static KeepOutcome No(string field, string code, string? value = null, string? other = null) => new Refused([new Finding(field, code, true, value, other)]);
}
