using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Splot.Data;

/// <summary>An entry of the audit as it lies in the store; for reading only. Instants are Unix milliseconds.</summary>
public sealed class AuditRow
{
    /// <summary>Order of writing.</summary>
    public long Id { get; set; }

    /// <summary>PostgreSQL transaction number; 0 on SQLite.</summary>
    public long TransactionId { get; set; }

    /// <summary>When.</summary>
    public long At { get; set; }

    /// <summary>change, read, export, sign-in or refusal.</summary>
    public required string Kind { get; set; }

    /// <summary>Stable code of what was done.</summary>
    public required string Act { get; set; }

    /// <summary>account, job, terminal, link or nobody.</summary>
    public required string ActorKind { get; set; }

    /// <summary>Id of the account or link, name of the job or terminal's user.</summary>
    public string? Actor { get; set; }

    /// <summary>Account on whose behalf.</summary>
    public string? OnBehalfOf { get; set; }

    /// <summary>Kind of what it was done to.</summary>
    public string? SubjectKind { get; set; }

    /// <summary>Its id.</summary>
    public string? SubjectId { get; set; }

    /// <summary>Id of the organisation.</summary>
    public string? Organisation { get; set; }

    /// <summary>Reason, where one is owed.</summary>
    public string? Reason { get; set; }

    /// <summary>State before, as JSON; nothing personal.</summary>
    public string? Before { get; set; }

    /// <summary>State after, as JSON; nothing personal.</summary>
    public string? After { get; set; }

    /// <summary>Id of the person whom it concerns.</summary>
    public string? Person { get; set; }

    /// <summary>Personal state before, sealed with the person's own key.</summary>
    public byte[]? PersonalBefore { get; set; }

    /// <summary>Personal state after, sealed with the person's own key.</summary>
    public byte[]? PersonalAfter { get; set; }
}

/// <summary>An entry's place in the chain.</summary>
public sealed class AuditSealRow
{
    /// <summary>Place, from 1, without gaps.</summary>
    public long Number { get; set; }

    /// <summary>The entry.</summary>
    public long EntryId { get; set; }

    /// <summary>When it was sealed.</summary>
    public long SealedAt { get; set; }

    /// <summary>SHA-256 over the hash before, the place and the entry.</summary>
    public required byte[] Hash { get; set; }
}

/// <summary>Where the chain ends and who adds to it.</summary>
public sealed class AuditHeadRow
{
    /// <summary>Always "head".</summary>
    public required string Name { get; set; }

    /// <summary>Place of the last sealed entry.</summary>
    public long Number { get; set; }

    /// <summary>Its hash.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>PostgreSQL: every entry of a transaction below this number is sealed.</summary>
    public long TransactionFloor { get; set; }

    /// <summary>SQLite: every entry up to this one is sealed.</summary>
    public long LastId { get; set; }

    /// <summary>Process that seals now.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>Until when it may be silent.</summary>
    public long? LeaseUntil { get; set; }
}

/// <summary>The audit's part of <see cref="DataContext"/>.</summary>
internal static class AuditModel
{
    public static void AddAudit(this ModelBuilder modelBuilder, bool isSqlite)
    {
        modelBuilder.Entity<AuditRow>(e =>
        {
            e.ToTable("data_audit", t => Triggers(t, isSqlite, "data_audit"));
            e.HasKey(x => x.Id);
            e.HasIndex(x => new { x.Person, x.Id }).HasFilter("person IS NOT NULL");
            e.HasIndex(x => new { x.SubjectKind, x.SubjectId, x.Id }).HasFilter("subject_id IS NOT NULL");
            e.HasIndex(x => new { x.Actor, x.Id }).HasFilter("actor IS NOT NULL");
            if (!isSqlite)
            {
                e.HasIndex(x => x.TransactionId); // there it is always 0
            }
        });
        modelBuilder.Entity<AuditSealRow>(e =>
        {
            e.ToTable("data_audit_seal", t => Triggers(t, isSqlite, "data_audit_seal"));
            e.HasKey(x => x.Number);
            e.Property(x => x.Number).ValueGeneratedNever();
            e.HasIndex(x => x.EntryId).IsUnique();
        });
        modelBuilder.Entity<AuditHeadRow>(e =>
        {
            e.ToTable("data_audit_head");
            e.HasKey(x => x.Name);
        });
    }

    private static void Triggers<TRow>(TableBuilder<TRow> table, bool isSqlite, string name)
        where TRow : class
    {
        table.HasTrigger(name + "_kept");
        table.HasTrigger(name + (isSqlite ? "_not_changed" : "_not_emptied"));
    }
}
