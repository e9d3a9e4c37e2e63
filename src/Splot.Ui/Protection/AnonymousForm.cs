using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Splot.Ui;

/// <summary>
/// Tokens of forms that are filled in without signing in. A token is signed with the installation's keys, bound to the address that it
/// is sent to, and good for <see cref="Lifetime"/>; it names nobody and needs no cookie.
/// </summary>
public sealed class AnonymousForm(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Name of the hidden field.</summary>
    public const string Field = "form-token";

    /// <summary>How long a form may stay open: four hours, so that a long text can be written and a pause taken.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(4);

    private const string Purpose = "Splot.AnonymousForm";

    /// <summary>
    /// A token for the form on the page that is being answered, which must be sent to the page's own address. Marks the answer as not
    /// to be stored: a token in a cache would be handed to others and outlive itself.
    /// </summary>
    public string Token(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Token(http.Request.Path);
    }

    /// <summary>As <see cref="Token(HttpContext)"/>, for a form that is sent to another address than the page's own.</summary>
    public string Token(HttpContext http, PathString address)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Token(address);
    }

    /// <summary>A token for a form that is sent to <paramref name="address"/> (path without query, in any case of letters).</summary>
    public string Token(PathString address)
    {
        Span<byte> expiry = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(expiry, (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds());
        return WebEncoders.Base64UrlEncode(Protector(address).Protect(expiry.ToArray()));
    }

    /// <summary>Whether <paramref name="token"/> was made here for <paramref name="address"/> and is still good.</summary>
    public bool IsGood(PathString address, string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 1000)
        {
            return false;
        }

        try
        {
            var expiry = Protector(address).Unprotect(WebEncoders.Base64UrlDecode(token));
            return expiry.Length == sizeof(long) && clock.GetUtcNow().ToUnixTimeSeconds() < BinaryPrimitives.ReadInt64BigEndian(expiry);
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private IDataProtector Protector(PathString address) => protection.CreateProtector(Purpose, (address.Value ?? "/").ToLowerInvariant());
}
