using Splot.Contracts.Demo;

namespace Splot.Data;

/// <summary>Makes the stores ready for use: what Web does before it listens, and Cli before a verb runs.</summary>
public sealed class Preparation(Migrator migrator, OutboxPump outbox, KeyRing keys, IServiceProvider services, IEnumerable<IDemoPreset> presets, SplotOptions options)
{
    /// <summary>
    /// Creates and migrates the stores that this process uses: both, or only the public one where it serves the portal. Returns how many
    /// migrations were applied. Before anything is written it looks whether the keys are those of the main store.
    /// </summary>
    /// <exception cref="MigrationException">The schema cannot be brought up to date.</exception>
    /// <exception cref="RequirementException">The keys of the main store are lost, damaged, or those of another; nothing was written.</exception>
    public async Task<int> MigrateAsync(CancellationToken cancellation)
    {
        if (options.Serve == ServedPart.All)
        {
            await keys.CheckAsync(cancellation);
        }

        var applied = 0;
        foreach (var store in Stores())
        {
            applied += await migrator.MigrateAsync(store, cancellation);
        }

        return applied;
    }

    /// <summary>
    /// Loads every demo preset in turn and brings what they hold to the public; stops at the first that refuses. Null when none refused,
    /// else its sentence.
    /// </summary>
    public async Task<string?> LoadDemoAsync(CancellationToken cancellation)
    {
        foreach (var preset in presets)
        {
            if (await preset.LoadAsync(cancellation) is DemoOutcome.Refused refused)
            {
                return refused.Sentence;
            }
        }

        if (options.Serve == ServedPart.All)
        {
            await outbox.DrainAsync(cancellation);
        }

        return null;
    }

    /// <summary>The stores that this process uses.</summary>
    public IReadOnlyList<Store> Stores()
    {
        var open = (Store)services.GetService(typeof(PublicStore))!;
        return options.Serve == ServedPart.Portal ? [open] : [(Store)services.GetService(typeof(MainStore))!, open];
    }
}
