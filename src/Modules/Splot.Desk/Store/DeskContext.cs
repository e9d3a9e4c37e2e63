using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Desk.Model;

namespace Splot.Desk.Store;

/// <summary>Saved views, drafts, and the mail that waits.</summary>
internal sealed class DeskContext(DbContextOptions<DeskContext> options) : DbContext(options)
{
    public DbSet<ViewRow> Views => Set<ViewRow>();

    public DbSet<DraftRow> Drafts => Set<DraftRow>();

    public DbSet<QueuedLetter> Letters => Set<QueuedLetter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ViewRow>(e =>
        {
            e.ToTable("desk_view");
            e.HasIndex(x => new { x.AccountId, x.List, x.Name }).IsUnique();
        });
        modelBuilder.Entity<DraftRow>(e =>
        {
            e.ToTable("desk_draft");
            e.HasIndex(x => new { x.AccountId, x.SavedAt });
            e.HasIndex(x => x.SavedAt);
        });
        modelBuilder.Entity<QueuedLetter>(e =>
        {
            e.ToTable("desk_letter");
            e.HasIndex(x => x.DueAt);
        });
        modelBuilder.UseSnakeCase();
    }
}
