using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Projects.Model;

namespace Splot.Projects.Store;

/// <summary>The tables of the registry of operations.</summary>
internal sealed class ProjectsContext(DbContextOptions<ProjectsContext> options) : DbContext(options)
{
    public DbSet<ProjectList> Lists => Set<ProjectList>();

    public DbSet<Edition> Editions => Set<Edition>();

    public DbSet<Operation> Operations => Set<Operation>();

    public DbSet<FundingSlice> Slices => Set<FundingSlice>();

    public DbSet<OperationLocation> Locations => Set<OperationLocation>();

    public DbSet<OperationPart> Parts => Set<OperationPart>();

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<Call> Calls => Set<Call>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<OrganisationIdentifier> Identifiers => Set<OrganisationIdentifier>();

    public DbSet<PersonMark> PersonMarks => Set<PersonMark>();

    public DbSet<FieldChange> Changes => Set<FieldChange>();

    public DbSet<PublicationDecision> Decisions => Set<PublicationDecision>();

    public DbSet<PublicationAct> Acts => Set<PublicationAct>();

    public DbSet<KeyCounter> Counters => Set<KeyCounter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        AddLists(modelBuilder);
        AddOperations(modelBuilder);
        AddReferences(modelBuilder);
        AddPublication(modelBuilder);
        modelBuilder.UseSnakeCase();
    }

    private static void AddLists(ModelBuilder model)
    {
        model.Entity<ProjectList>(e =>
        {
            e.ToTable("projects_list");
            e.HasIndex(x => x.Name).IsUnique();
            e.HasMany(x => x.Editions).WithOne().HasForeignKey(x => x.ListId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Edition>(e =>
        {
            e.ToTable("projects_edition");
            e.HasIndex(x => x.ListId);
            e.HasIndex(x => x.State);
        });
    }

    private static void AddOperations(ModelBuilder model)
    {
        model.Entity<Operation>(e =>
        {
            e.ToTable("projects_operation");
            e.HasKey(x => x.Key);
            e.Property(x => x.Key).ValueGeneratedNever();
            e.Property(x => x.OperationId).IsRequired();
            e.HasIndex(x => x.OperationId);
            e.Property(x => x.PublishedRate).HasPrecision(9, 4);
            e.Property(x => x.Rate).HasPrecision(18, 6);
        });
        model.Entity<FundingSlice>(e =>
        {
            e.ToTable("projects_slice");
            e.HasKey(x => new { x.OperationKey, x.Ordinal });
        });
        model.Entity<OperationLocation>(e =>
        {
            e.ToTable("projects_location");
            e.HasKey(x => new { x.OperationKey, x.Ordinal });
            e.Property(x => x.Lat).HasPrecision(9, 6);
            e.Property(x => x.Lon).HasPrecision(9, 6);
        });
        model.Entity<OperationPart>(e =>
        {
            e.ToTable("projects_part");
            e.HasKey(x => new { x.OperationKey, x.Kind, x.Ordinal });
        });
    }

    private static void AddReferences(ModelBuilder model)
    {
        model.Entity<Programme>(e =>
        {
            e.ToTable("projects_programme");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => x.Lookup).IsUnique();
        });
        model.Entity<Call>(e =>
        {
            e.ToTable("projects_call");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => x.Lookup).IsUnique();
        });
        model.Entity<Organisation>(e =>
        {
            e.ToTable("projects_organisation");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => x.PublicId).IsUnique();
            e.HasMany(x => x.Identifiers).WithOne().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<OrganisationIdentifier>(e =>
        {
            e.ToTable("projects_organisation_identifier");
            e.HasKey(x => x.Lookup);
            e.HasIndex(x => x.OrganisationId);
        });
        model.Entity<PersonMark>(e =>
        {
            e.ToTable("projects_person_mark");
            e.HasKey(x => x.NameDigest);
        });
    }

    private static void AddPublication(ModelBuilder model)
    {
        model.Entity<FieldChange>(e =>
        {
            e.ToTable("projects_change");
            e.HasIndex(x => x.OperationId);
            e.HasIndex(x => x.EditionId);
        });
        model.Entity<PublicationDecision>(e =>
        {
            e.ToTable("projects_decision");
            e.HasKey(x => x.OperationId);
        });
        model.Entity<PublicationAct>(e => e.ToTable("projects_act"));
        model.Entity<KeyCounter>(e =>
        {
            e.ToTable("projects_counter");
            e.HasKey(x => x.Name);
        });
    }
}
