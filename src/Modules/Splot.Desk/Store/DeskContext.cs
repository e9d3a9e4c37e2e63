using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Desk.Model;

namespace Splot.Desk.Store;

/// <summary>What belongs to everybody's own work: so far the mail that waits.</summary>
internal sealed class DeskContext(DbContextOptions<DeskContext> options) : DbContext(options)
{
    public DbSet<QueuedLetter> Letters => Set<QueuedLetter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<QueuedLetter>(e =>
        {
            e.ToTable("desk_letter");
            e.HasIndex(x => x.DueAt);
        });
        modelBuilder.UseSnakeCase();
    }
}
