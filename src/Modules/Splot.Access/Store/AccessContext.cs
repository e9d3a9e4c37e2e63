using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Data;

namespace Splot.Access.Store;

/// <summary>Organisations, accounts, what they may do, and who is signed in.</summary>
internal sealed class AccessContext(DbContextOptions<AccessContext> options) : DbContext(options)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<DatedName> OrganisationNames => Set<DatedName>();

    public DbSet<OrganisationIdentifier> OrganisationIdentifiers => Set<OrganisationIdentifier>();

    public DbSet<SentList> SentLists => Set<SentList>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<StandIn> StandIns => Set<StandIn>();

    public DbSet<SignedInSession> Sessions => Set<SignedInSession>();

    public DbSet<Link> Links => Set<Link>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<SpentChallenge> SpentChallenges => Set<SpentChallenge>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        AddOrganisations(modelBuilder);
        AddAccounts(modelBuilder);
        AddSigningIn(modelBuilder);
        modelBuilder.UseSnakeCase();
    }

    private static void AddOrganisations(ModelBuilder model)
    {
        model.Entity<Organisation>(e =>
        {
            e.ToTable("access_organisation");
            e.HasIndex(x => new { x.NameKey, x.Id });
            e.HasIndex(x => x.PlacePath);
            e.HasIndex(x => x.ParentId);
            e.HasIndex(x => x.SuccessorId);
            e.Property(x => x.Version).IsConcurrencyToken();
            e.HasMany(x => x.Identifiers).WithOne().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Cascade);
            e.HasMany(x => x.Names).WithOne().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<DatedName>(e =>
        {
            e.ToTable("access_organisation_name");
            e.HasKey(x => new { x.OrganisationId, x.FromDay });
            e.HasIndex(x => new { x.NameKey, x.OrganisationId });
        });
        model.Entity<OrganisationIdentifier>(e =>
        {
            e.ToTable("access_organisation_identifier");
            e.HasKey(x => x.Lookup);
            e.HasIndex(x => x.OrganisationId);
        });
        model.Entity<SentList>(e =>
        {
            e.ToTable("access_import");
            e.HasIndex(x => x.CreatedAt);
        });
        model.Entity<Unit>(e =>
        {
            e.ToTable("access_unit");
            e.HasIndex(x => x.OrganisationId);
            e.HasIndex(x => x.SuccessorId);
        });
    }

    private static void AddAccounts(ModelBuilder model)
    {
        model.Entity<Account>(e =>
        {
            e.ToTable("access_account");
            e.HasIndex(x => x.EmailKey).IsUnique();
        });
        model.Entity<RecoveryCode>(e =>
        {
            e.ToTable("access_recovery_code");
            e.HasKey(x => new { x.AccountId, x.Hash });
        });
        model.Entity<Grant>(e =>
        {
            e.ToTable("access_grant");
            e.HasIndex(x => x.AccountId);
            e.HasIndex(x => x.OrganisationId);
        });
        model.Entity<StandIn>(e =>
        {
            e.ToTable("access_stand_in");
            e.HasIndex(x => x.StandInId);
        });
    }

    private static void AddSigningIn(ModelBuilder model)
    {
        model.Entity<SignedInSession>(e =>
        {
            e.ToTable("access_session");
            e.HasIndex(x => x.SecretHash).IsUnique();
            e.HasIndex(x => x.FormerHash);
            e.HasIndex(x => x.AccountId);
            e.HasIndex(x => x.EndsAt);
        });
        model.Entity<Link>(e =>
        {
            e.ToTable("access_link");
            e.HasIndex(x => x.Hash).IsUnique();
            e.HasIndex(x => new { x.SubjectKind, x.SubjectId });
        });
        model.Entity<Passkey>(e =>
        {
            e.ToTable("access_passkey");
            e.HasIndex(x => x.AccountId);
            e.HasIndex(x => x.CredentialId).IsUnique();
        });
        model.Entity<SpentChallenge>(e =>
        {
            e.ToTable("access_spent_challenge");
            e.HasKey(x => x.Hash);
            e.HasIndex(x => x.EndsAt);
        });
    }
}
