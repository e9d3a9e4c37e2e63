using Splot.Kernel;

namespace Splot.Access.Model;

/// <summary>Somebody who can sign in. Instants are Unix milliseconds.</summary>
internal sealed class Account
{
    public const int MostFailures = 5;

    private static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLock = TimeSpan.FromHours(1);

    public required string Id { get; set; }

    public required string Email { get; set; }

    /// <summary>The address in the form in which it is looked up; unique.</summary>
    public required string EmailKey { get; set; }

    public required string Name { get; set; }

    public required string Language { get; set; }

    /// <summary>PBKDF2 hash; null while none was chosen.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Secret of the codes from an app, protected with the installation's keys; null while none is set up.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>The last half-minute whose code was used: each code serves once.</summary>
    public long TotpStep { get; set; }

    /// <summary>Wrong passwords or codes since the last success.</summary>
    public int Failures { get; set; }

    public long? LockedUntil { get; set; }

    public long CreatedAt { get; set; }

    public long? DisabledAt { get; set; }

    public long? SignedInAt { get; set; }

    /// <summary>An address as it is looked up: without blanks around it, in lower case, composed.</summary>
    public static string KeyOf(string email) => CleanText.Compose(email).Trim().ToLowerInvariant();

    public bool IsLockedAt(DateTimeOffset now) => LockedUntil is { } until && now.ToUnixTimeMilliseconds() < until;

    /// <summary>Counts a wrong password or code; from the fifth on the account is locked, each time twice as long, at most an hour.</summary>
    public void Fail(DateTimeOffset now)
    {
        Failures++;
        if (Failures >= MostFailures)
        {
            var doublings = Math.Min(Failures - MostFailures, 16);
            var length = TimeSpan.FromTicks(Math.Min(FirstLock.Ticks << doublings, LongestLock.Ticks));
            LockedUntil = (now + length).ToUnixTimeMilliseconds();
        }
    }

    public void Succeed(DateTimeOffset now) => (Failures, LockedUntil, SignedInAt) = (0, null, now.ToUnixTimeMilliseconds());

    public Language ReadLanguage() => Languages.Parse(Language) ?? Kernel.Language.English;
}

/// <summary>A code that signs in once where the app with the codes is lost; only its hash is kept.</summary>
internal sealed class RecoveryCode
{
    public required string AccountId { get; set; }

    public required string Hash { get; set; }

    public long? UsedAt { get; set; }
}

/// <summary>A role that an account holds for a time.</summary>
internal sealed class Grant
{
    public required string Id { get; set; }

    public required string AccountId { get; set; }

    /// <summary>Code of a <see cref="Contracts.Access.Role"/>.</summary>
    public required string Role { get; set; }

    /// <summary>Null for the installation as a whole.</summary>
    public string? OrganisationId { get; set; }

    public string? UnitId { get; set; }

    public string? OperationId { get; set; }

    /// <summary>First and last day, as day numbers.</summary>
    public long FromDay { get; set; }

    public long? ToDay { get; set; }

    /// <summary>Account that gave it; null where the terminal did.</summary>
    public string? GrantedBy { get; set; }

    public long GrantedAt { get; set; }
}

/// <summary>Somebody acts for somebody absent.</summary>
internal sealed class StandIn
{
    public required string Id { get; set; }

    public required string AbsentId { get; set; }

    public required string StandInId { get; set; }

    public long FromDay { get; set; }

    public long ToDay { get; set; }

    public required string Reason { get; set; }

    public long CreatedAt { get; set; }
}

/// <summary>A browser that is signed in. Its id stays, and forms are tied to it; the secret that its cookie holds is exchanged at every proof.</summary>
internal sealed class SignedInSession
{
    public required string Id { get; set; }

    /// <summary>Digest of the secret.</summary>
    public required string SecretHash { get; set; }

    /// <summary>Digest of the secret before, for requests that were under way when it was exchanged.</summary>
    public string? FormerHash { get; set; }

    /// <summary>Until when that is good.</summary>
    public long? FormerUntil { get; set; }

    public required string AccountId { get; set; }

    public long CreatedAt { get; set; }

    public long SeenAt { get; set; }

    /// <summary>When it was last proved who it is.</summary>
    public long ProvedAt { get; set; }

    public long EndsAt { get; set; }

    /// <summary>What the browser calls itself, shortened, so that people recognise theirs.</summary>
    public string? Agent { get; set; }

    public long? EndedAt { get; set; }
}
