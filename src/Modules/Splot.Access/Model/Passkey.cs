namespace Splot.Access.Model;

/// <summary>A passkey: the public half of a key that a telephone, a computer or a stick holds and gives to nobody. Instants are Unix milliseconds.</summary>
internal sealed class Passkey
{
    public required string Id { get; set; }

    public required string AccountId { get; set; }

    /// <summary>The authenticator's own id of it, in Base64url; unique.</summary>
    public required string CredentialId { get; set; }

    /// <summary>COSE key.</summary>
    public required byte[] PublicKey { get; set; }

    /// <summary>How often the authenticator says that it has signed; 0 for ever where it does not count.</summary>
    public long SignCount { get; set; }

    /// <summary>How browsers reach the authenticator, separated by blanks.</summary>
    public required string Transports { get; set; }

    /// <summary>It may be copied to the owner's other devices.</summary>
    public bool BackupEligible { get; set; }

    public bool BackedUp { get; set; }

    /// <summary>What the owner calls it.</summary>
    public required string Name { get; set; }

    public long CreatedAt { get; set; }

    public long? UsedAt { get; set; }
}

/// <summary>A question to a passkey that was answered once and may not be answered again; kept until it would have run out anyway.</summary>
internal sealed class SpentChallenge
{
    public required string Hash { get; set; }

    public long EndsAt { get; set; }
}
