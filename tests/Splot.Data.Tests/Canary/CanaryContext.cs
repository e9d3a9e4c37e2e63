using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Splot.Data.Tests.Canary;

/// <summary>A module as modules are, with three migrations, one of which moves data: what the checks of stores are tried on.</summary>
internal sealed class CanaryContext(DbContextOptions<CanaryContext> options) : DbContext(options)
{
    public static ModuleSchema Schema { get; } = new("canary", StoreRole.Main, typeof(CanaryContext)) { Folder = "Canary" };

    public static void Add(IServiceCollection services) => services.AddModuleSchema(Schema);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Aviary>(e =>
        {
            e.ToTable("canary_aviary");
            e.HasKey(x => x.Code);
            e.HasOne<Aviary>().WithMany().HasForeignKey(x => x.Parent);
        });
        modelBuilder.Entity<Bird>(e =>
        {
            e.ToTable("canary_bird", t => t.HasCheckConstraint("CK_canary_bird_sex", "sex IN ('f', 'm')"));
            e.HasKey(x => x.Id);
            e.Property(x => x.Name).UseCollation("pl");
            e.Property(x => x.Weight).HasDefaultValue(0L);
            e.HasOne<Aviary>().WithMany().HasForeignKey(x => x.Aviary).OnDelete(DeleteBehavior.Cascade);
            e.HasIndex(x => new { x.Aviary, x.Name }).IsUnique();
            e.HasIndex(x => x.Ring).HasFilter("ring IS NOT NULL");
        });
        modelBuilder.UseSnakeCase();
    }
}

internal sealed class Aviary
{
    public required string Code { get; set; }

    public string? Parent { get; set; }
}

internal sealed class Bird
{
    public long Id { get; set; }

    public required string Name { get; set; }

    public required string Sex { get; set; }

    public required string Aviary { get; set; }

    public string? Ring { get; set; }

    public long Weight { get; set; }
}
