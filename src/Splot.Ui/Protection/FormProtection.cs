namespace Splot.Ui;

/// <summary>How a POST is kept from being sent by somebody else's page.</summary>
public enum FormProtectionKind
{
    /// <summary>A form that anybody may fill in: a signed, expiring token bound to the form's address, and a check of where the request comes from. No cookie.</summary>
    Anonymous,

    /// <summary>A form of a signed-in person: the framework's antiforgery (cookie and token), and the same check of where the request comes from.</summary>
    SignedIn,
}

/// <summary>
/// Metadata of an endpoint that takes a form. Set only by <see cref="FormEndpoints"/>, which add the check itself too; a test walks all
/// endpoints and fails on one that takes a POST without it.
/// </summary>
public sealed class FormProtection
{
    internal FormProtection(FormProtectionKind kind) => Kind = kind;

    /// <summary>The kind of protection.</summary>
    public FormProtectionKind Kind { get; }
}
