namespace Splot.Data;

/// <summary>What is wrong with the chain.</summary>
public enum AuditDamage
{
    /// <summary>A column of an entry or of its seal is not what it was.</summary>
    Changed,

    /// <summary>An entry or its seal is gone from the middle or the beginning.</summary>
    Missing,

    /// <summary>An entry stands where there was none.</summary>
    Inserted,

    /// <summary>An entry stands in the place of another.</summary>
    Reordered,

    /// <summary>The last entries are gone.</summary>
    CutOff,

    /// <summary>The chain holds together and is not the one that was anchored.</summary>
    Rewritten,
}

/// <summary>What came of checking the audit.</summary>
/// <param name="Checked">Entries whose seals were found right.</param>
/// <param name="Elapsed">How long it took.</param>
public abstract record AuditVerification(long Checked, TimeSpan Elapsed)
{
    /// <summary>Every entry is as it was sealed.</summary>
    /// <param name="Checked">Entries.</param>
    /// <param name="Elapsed">How long it took.</param>
    /// <param name="Unsealed">Entries that are committed and wait for their seals.</param>
    /// <param name="Anchors">Anchors that the chain was compared with.</param>
    public sealed record Whole(long Checked, TimeSpan Elapsed, long Unsealed, int Anchors) : AuditVerification(Checked, Elapsed);

    /// <summary>The chain is broken.</summary>
    /// <param name="Checked">Entries before the break.</param>
    /// <param name="Elapsed">How long it took.</param>
    /// <param name="Number">Place of the first entry that is concerned; 0 for one that has no place.</param>
    /// <param name="Damage">What happened to it, as far as can be told.</param>
    /// <param name="Sentence">That in plain words.</param>
    public sealed record Broken(long Checked, TimeSpan Elapsed, long Number, AuditDamage Damage, string Sentence) : AuditVerification(Checked, Elapsed);
}
