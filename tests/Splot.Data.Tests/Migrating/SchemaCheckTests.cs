using Microsoft.EntityFrameworkCore;
using Splot.Data.Tests.Canary;
using Splot.Testing;

namespace Splot.Data.Tests.Migrating;

public class SchemaCheckTests
{
    [Theory, EachEngine]
    public async Task Differences_MigrationsFollowTheModel_None(Engine engine) =>
        Assert.Empty(await SchemaCheck.DifferencesAsync(engine, CanaryContext.Schema));

    [Theory, EachEngine]
    public async Task Differences_TablesOfTheFloor_None(Engine engine) =>
        Assert.Empty(await SchemaCheck.DifferencesAsync(engine, new ModuleSchema("data", StoreRole.Main, typeof(DataContext))));

    [Theory, EachEngine]
    public async Task Canary_ModelThatDrifted_EveryDifferenceFound(Engine engine)
    {
        string[] drifted =
        [
            "table canary_perch", "canary_aviary.built", "canary_aviary.parent", "canary_bird.weight", "canary_bird.name", "canary_bird.id", "canary_bird.sex",
            engine == Engine.Sqlite ? "check (sex" : "CHECK ((sex",
            engine == Engine.Sqlite ? "index (ring collate BINARY) where" : "USING btree (ring) WHERE",
            engine == Engine.Sqlite ? "unique index (aviary" : "UNIQUE INDEX ON main.canary_bird USING btree (aviary",
            engine == Engine.Sqlite ? "foreign key (aviary)" : "FOREIGN KEY (aviary)",
        ];

        var differences = await SchemaCheck.DifferencesAsync(engine, CanaryContext.Schema with { Context = typeof(DriftedContext) });

        Assert.All(drifted, part => Assert.Contains(differences, d => d.Contains(part, StringComparison.Ordinal)));
    }

    [Theory, EachEngine]
    public async Task Losses_MigrationsKeepRows_None(Engine engine) => Assert.Empty(await UpgradeCheck.LossesAsync(engine, CanaryContext.Schema));

    [Theory, EachEngine]
    public async Task Canary_MigrationThatDeletes_LossFound(Engine engine) =>
        Assert.Equal(["from migration 1 to 2: lossy_feather lost 2 of 3 rows"], await UpgradeCheck.LossesAsync(engine, Lossy));

    [Theory, EachEngine]
    public async Task Upgrade_RowsOfTheFirstState_DataMovedAlong(Engine engine)
    {
        await using var stores = await TestStore.CreateEmptyAsync(engine, services => services.AddModuleSchema(CanaryContext.Schema with { UpTo = 1 }));
        await stores.MigrateAsync();
        await stores.Main.WriteAsync(session => session.ExecuteAsync("INSERT INTO canary_bird (name, sex, aviary) VALUES ('Pip', 'f', 'north')", [], CancellationToken.None), CancellationToken.None);

        await using var newer = stores.AnotherProcess(CanaryContext.Add);
        await MigratorTests.MigrateAsync(newer);

        var birds = await stores.Main.ReadAsync(
            session => session.Context<CanaryContext>().Set<Bird>().Select(b => new { b.Name, b.Ring, b.Weight, b.Aviary }).ToListAsync(),
            CancellationToken.None);
        Assert.Equal([new { Name = "Pip", Ring = (string?)"Pip-1", Weight = 0L, Aviary = "north" }], birds);
    }

    internal static ModuleSchema Lossy { get; } = new("lossy", StoreRole.Main, typeof(CanaryContext)) { Folder = "Lossy" };

    /// <summary>What the migrations make, with one thing of each kind changed.</summary>
    private sealed class DriftedContext(DbContextOptions<DriftedContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Perch>(e => e.ToTable("canary_perch")); // a table too many
            modelBuilder.Entity<Aviary>(e =>
            {
                e.ToTable("canary_aviary");
                e.HasKey(x => x.Code);
                e.Property<long?>("Built"); // a column too many
                e.Property(x => x.Parent).IsRequired(); // not nullable
                e.HasOne<Aviary>().WithMany().HasForeignKey(x => x.Parent).OnDelete(DeleteBehavior.NoAction);
            });
            modelBuilder.Entity<Bird>(e =>
            {
                e.ToTable("canary_bird", t => t.HasCheckConstraint("CK_canary_bird_sex", "sex IN ('f', 'm', 'x')")); // another condition
                e.HasKey(x => x.Id);
                e.Property(x => x.Id).ValueGeneratedNever(); // not generated
                e.Property(x => x.Name).UseCollation("bg"); // another collation
                e.Property(x => x.Sex).HasColumnType(Database.IsSqlite() ? "BLOB" : "varchar(1)"); // another type
                e.Property(x => x.Weight).HasDefaultValue(1L); // another default
                e.HasOne<Aviary>().WithMany().HasForeignKey(x => x.Aviary).OnDelete(DeleteBehavior.Restrict); // other behaviour
                e.HasIndex(x => new { x.Aviary, x.Name }); // not unique
                e.HasIndex(x => x.Ring); // without filter
            });
            modelBuilder.UseSnakeCase();
        }
    }

    private sealed class Perch
    {
        public long Id { get; set; }
    }
}
