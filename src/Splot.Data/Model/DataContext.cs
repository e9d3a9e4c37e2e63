using Microsoft.EntityFrameworkCore;

namespace Splot.Data;

/// <summary>The tables of the floor itself: outbox, consumers, jobs, keys, audit.</summary>
public sealed class DataContext(DbContextOptions<DataContext> options) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxRow>(e =>
        {
            e.ToTable("data_outbox");
            e.HasKey(x => x.Sequence);
            e.HasIndex(x => x.TransactionId);
        });
        modelBuilder.Entity<ConsumerRow>(e =>
        {
            e.ToTable("data_consumer");
            e.HasKey(x => x.Name);
        });
        modelBuilder.Entity<JobRow>(e =>
        {
            e.ToTable("data_job");
            e.HasKey(x => x.Id);
            e.HasIndex(x => new { x.Kind, x.Name }).IsUnique();
            e.HasIndex(x => new { x.State, x.DueAt });
        });
        modelBuilder.Entity<KeyRow>(e =>
        {
            e.ToTable("data_key");
            e.HasKey(x => x.Name);
        });
        modelBuilder.AddAudit(Database.IsSqlite());
        modelBuilder.UseSnakeCase();
    }
}

/// <summary>An event in the outbox. Instants are Unix milliseconds.</summary>
public sealed class OutboxRow
{
    /// <summary>Order of writing.</summary>
    public long Sequence { get; set; }

    /// <summary>PostgreSQL transaction number; 0 on SQLite.</summary>
    public long TransactionId { get; set; }

    /// <summary>Name of the event.</summary>
    public required string Name { get; set; }

    /// <summary>Aggregate within which order holds.</summary>
    public required string Aggregate { get; set; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; set; }

    /// <summary>When it was written.</summary>
    public long WrittenAt { get; set; }
}

/// <summary>How far a consumer has come.</summary>
public sealed class ConsumerRow
{
    /// <summary>Name of the consumer.</summary>
    public required string Name { get; set; }

    /// <summary>Transactions below this number are done.</summary>
    public long WindowFloor { get; set; }

    /// <summary>Transactions from the floor up to (not including) this number are being read, in order of sequence.</summary>
    public long WindowCeiling { get; set; }

    /// <summary>Last entry of the window that was handled.</summary>
    public long LastSequence { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; set; }

    /// <summary>The last failure, in words.</summary>
    public string? LastError { get; set; }

    /// <summary>Before this instant the failed entry is not tried again.</summary>
    public long? NextAttemptAt { get; set; }

    /// <summary>Process that handles entries now.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>Until when.</summary>
    public long? LeaseUntil { get; set; }
}

/// <summary>A long piece of work.</summary>
public sealed class JobRow
{
    /// <summary>Number.</summary>
    public long Id { get; set; }

    /// <summary>Kind: names the handler.</summary>
    public required string Kind { get; set; }

    /// <summary>Name, unique within the kind.</summary>
    public required string Name { get; set; }

    /// <summary>Arguments as JSON.</summary>
    public required string Arguments { get; set; }

    /// <summary>waiting, running, done or failed.</summary>
    public required string State { get; set; }

    /// <summary>What the handler needs to go on after a crash, as JSON.</summary>
    public string? Checkpoint { get; set; }

    /// <summary>Steps done.</summary>
    public long Done { get; set; }

    /// <summary>Steps in all, where known.</summary>
    public long? Total { get; set; }

    /// <summary>What is going on or went wrong.</summary>
    public string? Message { get; set; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was asked for.</summary>
    public long CreatedAt { get; set; }

    /// <summary>When it is due.</summary>
    public long DueAt { get; set; }

    /// <summary>When it ended.</summary>
    public long? FinishedAt { get; set; }

    /// <summary>Process that works on it.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>Until when that process may be silent.</summary>
    public long? LeaseUntil { get; set; }
}
