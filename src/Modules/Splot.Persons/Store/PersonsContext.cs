using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Persons.Model;

namespace Splot.Persons.Store;

/// <summary>The module's tables.</summary>
internal sealed class PersonsContext(DbContextOptions<PersonsContext> options) : DbContext(options)
{
    public DbSet<PersonRow> Persons => Set<PersonRow>();

    public DbSet<IdentityRow> Identities => Set<IdentityRow>();

    public DbSet<TraitRow> Traits => Set<TraitRow>();

    public DbSet<IndexRow> Index => Set<IndexRow>();

    public DbSet<NamedReaderRow> NamedReaders => Set<NamedReaderRow>();

    public DbSet<CorrectionRow> Corrections => Set<CorrectionRow>();

    public DbSet<MergeRow> Merges => Set<MergeRow>();

    public DbSet<DistinctRow> Distinct => Set<DistinctRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PersonRow>(e =>
        {
            e.ToTable("persons_person");
            e.HasKey(x => x.Id);
            e.HasIndex(x => new { x.OrganisationId, x.UnitId, x.Id });
            e.HasIndex(x => x.KeeperId);
            e.HasIndex(x => x.MergedInto);
            e.HasIndex(x => x.RetainUntil);
        });
        modelBuilder.Entity<IdentityRow>(e =>
        {
            e.ToTable("persons_identity");
            e.HasKey(x => x.PersonId);
            e.HasOne<PersonRow>().WithOne().HasForeignKey<IdentityRow>(x => x.PersonId);
        });
        modelBuilder.Entity<TraitRow>(e =>
        {
            e.ToTable("persons_trait");
            e.HasKey(x => new { x.PersonId, x.Trait });
            e.HasOne<PersonRow>().WithMany().HasForeignKey(x => x.PersonId);
        });
        modelBuilder.Entity<IndexRow>(e =>
        {
            e.ToTable("persons_index");
            e.HasKey(x => new { x.Key, x.PersonId });
            e.HasIndex(x => x.PersonId);
            e.HasOne<PersonRow>().WithMany().HasForeignKey(x => x.PersonId);
        });
        modelBuilder.Entity<NamedReaderRow>(e =>
        {
            e.ToTable("persons_named_reader");
            e.HasKey(x => new { x.PersonId, x.AccountId });
            e.HasOne<PersonRow>().WithMany().HasForeignKey(x => x.PersonId);
        });
        modelBuilder.Entity<CorrectionRow>(e =>
        {
            e.ToTable("persons_correction");
            e.HasKey(x => x.Id);
            e.HasIndex(x => x.PersonId);
            e.HasOne<PersonRow>().WithMany().HasForeignKey(x => x.PersonId);
        });
        modelBuilder.Entity<MergeRow>(e =>
        {
            e.ToTable("persons_merge");
            e.HasKey(x => x.Id);
            e.HasIndex(x => x.SurvivorId);
            e.HasIndex(x => x.AbsorbedId);
            e.HasOne<PersonRow>().WithMany().HasForeignKey(x => x.SurvivorId);
            e.HasOne<PersonRow>().WithMany().HasForeignKey(x => x.AbsorbedId);
        });
        modelBuilder.Entity<DistinctRow>(e =>
        {
            e.ToTable("persons_distinct");
            e.HasKey(x => new { x.OneId, x.OtherId });
            e.HasIndex(x => x.OtherId);
        });
        modelBuilder.UseSnakeCase();
    }
}
