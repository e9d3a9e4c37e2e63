using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Splot.Access.Signing;

/// <summary>Keeps the secrets of code apps, and the state between two steps of signing in, unreadable outside this installation.</summary>
internal sealed class AppSecrets(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long a step that was passed may wait for the next one.</summary>
    public static readonly TimeSpan StepLasts = TimeSpan.FromMinutes(10);

    private readonly IDataProtector apps = protection.CreateProtector("Splot.Access.App");
    private readonly IDataProtector steps = protection.CreateProtector("Splot.Access.Step");

    public string Seal(string secret) => apps.Protect(secret);

    /// <summary>The secret; null where the installation's keys are others.</summary>
    public string? Open(string kept)
    {
        try
        {
            return apps.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Says for ten minutes that the first step of <paramref name="purpose"/> was passed.</summary>
    public string Pass(string purpose, string content) =>
        steps.Protect(string.Join('\n', purpose, (clock.GetUtcNow() + StepLasts).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), content));

    /// <summary>What was said; null where it is forged, too old or of another purpose.</summary>
    public string? Passed(string purpose, string? token)
    {
        if (token is not { Length: > 0 and < 4000 })
        {
            return null;
        }

        try
        {
            var parts = steps.Unprotect(token).Split('\n', 3);
            return parts.Length == 3 && parts[0] == purpose && long.TryParse(parts[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var until) && clock.GetUtcNow().ToUnixTimeSeconds() < until
                ? parts[2]
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
