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

    public DbSet<PurposeRow> Purposes => Set<PurposeRow>();

    public DbSet<ClauseRow> Clauses => Set<ClauseRow>();

    public DbSet<InformedRow> Informed => Set<InformedRow>();

    public DbSet<ConsentRow> Consents => Set<ConsentRow>();

    public DbSet<PersonOperationRow> Operations => Set<PersonOperationRow>();

    public DbSet<EmergencyRow> Emergencies => Set<EmergencyRow>();

    public DbSet<RequestRow> Requests => Set<RequestRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PersonRow>(e =>
        {
            e.ToTable("persons_person");
            e.HasKey(x => x.Id);
            // Lists and counts: of the records that stand for themselves, those of an organisation, of a unit, of a keeper, in the order of their ids.
            e.HasIndex(x => new { x.OrganisationId, x.MergedInto, x.ErasedAt, x.Id, x.Restricted });
            e.HasIndex(x => new { x.UnitId, x.MergedInto, x.ErasedAt, x.Id, x.Restricted });
            e.HasIndex(x => new { x.KeeperId, x.MergedInto, x.ErasedAt, x.Id, x.Restricted });
            e.HasIndex(x => x.MergedInto).HasFilter("merged_into IS NOT NULL");
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
        AddSubjectRights(modelBuilder);
        AddReach(modelBuilder);
        modelBuilder.UseSnakeCase();
    }

    private static void AddSubjectRights(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PurposeRow>(e =>
        {
            e.ToTable("persons_purpose");
            e.HasKey(x => x.Id);
            e.HasIndex(x => new { x.OrganisationId, x.Code, x.ValidFrom }).IsUnique();
        });
        modelBuilder.Entity<ClauseRow>(e => e.ToTable("persons_clause").HasKey(x => new { x.OrganisationId, x.Code, x.Version, x.Language }));
        modelBuilder.Entity<InformedRow>(e =>
        {
            e.ToTable("persons_informed");
            e.HasKey(x => x.Id);
            e.HasOne<PersonRow>().WithMany().HasForeignKey(x => x.PersonId);
        });
        modelBuilder.Entity<ConsentRow>(e =>
        {
            e.ToTable("persons_consent");
            e.HasKey(x => x.Id);
            e.HasOne<PersonRow>().WithMany().HasForeignKey(x => x.PersonId);
        });
        modelBuilder.Entity<RequestRow>(e =>
        {
            e.ToTable("persons_request");
            e.HasKey(x => x.Id);
            e.HasIndex(x => x.PersonId);
            e.HasIndex(x => new { x.OrganisationId, x.DueOn, x.Id });
            e.HasOne<PersonRow>().WithMany().HasForeignKey(x => x.PersonId);
        });
    }

    private static void AddReach(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PersonOperationRow>(e =>
        {
            e.ToTable("persons_operation");
            e.HasKey(x => new { x.PersonId, x.OperationId });
            e.HasIndex(x => new { x.OperationId, x.PersonId });
            e.HasOne<PersonRow>().WithMany().HasForeignKey(x => x.PersonId);
        });
        modelBuilder.Entity<EmergencyRow>(e =>
        {
            e.ToTable("persons_emergency");
            e.HasKey(x => x.Id);
            e.HasIndex(x => new { x.AccountId, x.PersonId });
            e.HasIndex(x => x.PersonId);
            e.HasIndex(x => new { x.OrganisationId, x.Id });
            e.HasOne<PersonRow>().WithMany().HasForeignKey(x => x.PersonId);
        });
    }
}
