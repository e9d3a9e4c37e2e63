using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Territory.Model;

namespace Splot.Territory.Store;

/// <summary>The module's tables.</summary>
internal sealed class TerritoryContext(DbContextOptions<TerritoryContext> options) : DbContext(options)
{
    public DbSet<UnitRow> Units => Set<UnitRow>();

    public DbSet<RelationRow> Relations => Set<RelationRow>();

    public DbSet<CodeListRow> Lists => Set<CodeListRow>();

    public DbSet<CodeRow> Codes => Set<CodeRow>();

    public DbSet<MappingRow> Mappings => Set<MappingRow>();

    public DbSet<RateRow> Rates => Set<RateRow>();

    public DbSet<BoundaryRow> Boundaries => Set<BoundaryRow>();

    public DbSet<LoadRow> Loads => Set<LoadRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<UnitRow>(e =>
        {
            e.ToTable("territory_unit");
            e.HasKey(x => new { x.Code, x.ValidFrom });
            e.HasIndex(x => x.Parent);
            e.HasMany(x => x.Names).WithOne().HasForeignKey(x => new { x.Code, x.ValidFrom });
            e.HasMany(x => x.Aliases).WithOne().HasForeignKey(x => new { x.Code, x.ValidFrom });
        });
        modelBuilder.Entity<UnitNameRow>(e => e.ToTable("territory_unit_name").HasKey(x => new { x.Code, x.ValidFrom, x.Place }));
        modelBuilder.Entity<UnitAliasRow>(e => e.ToTable("territory_unit_alias").HasKey(x => new { x.Code, x.ValidFrom, x.Alias }));
        modelBuilder.Entity<RelationRow>(e => e.ToTable("territory_relation").HasKey(x => new { x.Predecessor, x.Successor, x.HappenedOn }));
        modelBuilder.Entity<CodeListRow>(e => e.ToTable("territory_code_list").HasKey(x => x.List));
        modelBuilder.Entity<CodeRow>(e => e.ToTable("territory_code").HasKey(x => new { x.List, x.Code, x.ValidFrom }));
        modelBuilder.Entity<MappingRow>(e => e.ToTable("territory_mapping").HasKey(x => new { x.List, x.Code, x.Target, x.ValidFrom }));
        modelBuilder.Entity<RateRow>(e => e.ToTable("territory_rate").HasKey(x => new { x.Currency, x.ValidFrom, x.Kind }));
        modelBuilder.Entity<BoundaryRow>(e => e.ToTable("territory_boundary").HasKey(x => x.Code));
        modelBuilder.Entity<LoadRow>(e => e.ToTable("territory_load").HasKey(x => x.Name));
        modelBuilder.UseSnakeCase();
    }
}
