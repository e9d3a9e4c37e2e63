using Microsoft.EntityFrameworkCore;
using Splot.Data;

namespace Splot.Portal.ReportError;

/// <summary>The portal's only table in the main store: what readers report. The public store is a projection and takes nothing from readers.</summary>
internal sealed class ReportContext(DbContextOptions<ReportContext> options) : DbContext(options)
{
    public DbSet<ReportRow> Reports => Set<ReportRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ReportRow>(e =>
        {
            e.ToTable("portal_report");
            e.HasKey(x => x.Number);
            e.HasIndex(x => x.At);
        });
        modelBuilder.UseSnakeCase();
    }
}

/// <summary>A report. Instants are Unix milliseconds, days day numbers of the proleptic Gregorian calendar.</summary>
internal sealed class ReportRow
{
    public long Number { get; set; }

    public long At { get; set; }

    /// <summary>One of <see cref="ReportKind.All"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>Address without language.</summary>
    public string? About { get; set; }

    public required string Text { get; set; }

    public required string Language { get; set; }

    /// <summary>Last day on which the report is kept.</summary>
    public long LastDay { get; set; }
}
