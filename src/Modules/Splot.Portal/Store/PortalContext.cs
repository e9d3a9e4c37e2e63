using Microsoft.EntityFrameworkCore;
using Splot.Data;

namespace Splot.Portal.Store;

/// <summary>The public read model. Written by the projection only, and by the job that removes names.</summary>
internal sealed class PortalContext(DbContextOptions<PortalContext> options) : DbContext(options)
{
    public DbSet<OperationRow> Operations => Set<OperationRow>();

    public DbSet<ChangeRow> Changes => Set<ChangeRow>();

    public DbSet<HistoryRow> History => Set<HistoryRow>();

    public DbSet<LabelRow> Labels => Set<LabelRow>();

    public DbSet<PlaceRow> Places => Set<PlaceRow>();

    public DbSet<OutlineRow> Outlines => Set<OutlineRow>();

    public DbSet<ValueRow> Values => Set<ValueRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OperationRow>(e =>
        {
            e.ToTable("portal_operation");
            e.HasKey(x => x.Key);
            e.Property(x => x.Key).ValueGeneratedNever();
            e.Property(x => x.Id).IsRequired(); // named Id but no key, it would pass for optional
            e.HasIndex(x => x.Id).IsUnique();
            e.HasIndex(x => x.Beneficiary);
            e.HasIndex(x => x.Change);
            e.HasIndex(x => x.Key).HasFilter("filled IS NULL AND withdrawn_at IS NULL"); // those that wait to be measured
            if (Database.IsNpgsql())
            {
                // Ids break ties in every order; bytes compare alike on both engines.
                e.Property(x => x.Id).UseCollation("C");
            }
        });
        modelBuilder.Entity<DocumentRow>(e =>
        {
            e.ToTable("portal_document");
            e.HasKey(x => x.Key);
            e.Property(x => x.Key).ValueGeneratedNever();
        });
        modelBuilder.Entity<ChangeRow>(e =>
        {
            e.ToTable("portal_change");
            e.HasKey(x => x.Sequence);
        });
        modelBuilder.Entity<HistoryRow>(e =>
        {
            e.ToTable("portal_history");
            e.HasKey(x => x.Number);
            e.HasIndex(x => x.Key);
        });
        modelBuilder.Entity<LabelRow>(e =>
        {
            e.ToTable("portal_label");
            e.HasKey(x => new { x.Kind, x.Code, x.Language });
        });
        modelBuilder.Entity<PlaceRow>(e =>
        {
            e.ToTable("portal_place");
            e.HasKey(x => x.Code);
        });
        modelBuilder.Entity<OutlineRow>(e =>
        {
            e.ToTable("portal_outline");
            e.HasKey(x => x.Code);
        });
        modelBuilder.Entity<ValueRow>(e =>
        {
            e.ToTable("portal_value");
            e.HasKey(x => new { x.List, x.Code, x.FirstDay });
        });
        modelBuilder.UseSnakeCase();
    }
}
