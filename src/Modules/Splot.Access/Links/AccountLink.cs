using Splot.Contracts.Access;

namespace Splot.Access.Links;

/// <summary>Scopes of this module's own links, which open an account.</summary>
internal static class AccountLink
{
    public const string Kind = "account";

    /// <summary>A link for <paramref name="purpose"/>, of one account or of any.</summary>
    public static LinkScope For(string purpose, string? account = null) => new(purpose, Kind, account);
}
