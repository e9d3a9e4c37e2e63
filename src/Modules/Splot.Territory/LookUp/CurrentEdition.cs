using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Splot.Data;
using Splot.Territory.Store;
using Splot.Territory.Tables;

namespace Splot.Territory.LookUp;

/// <summary>Territory and reference data of one version.</summary>
internal sealed record Edition(TerritorySnapshot Territory, ReferenceSnapshot Reference)
{
    public static Edition Of(TerritoryFacts facts, long version) => new(
        new TerritorySnapshot(facts.Units, facts.Relations, version),
        new ReferenceSnapshot(facts.Lists, facts.Codes, facts.Mappings, facts.Rates));
}

/// <summary>
/// The edition that questions are answered from. Until the store was read (and in a process that may not open it, such as the portal
/// alone) that is what the program ships.
/// </summary>
internal sealed class CurrentEdition(IServiceProvider services)
{
    /// <summary>The version under which a new store holds the shipped facts.</summary>
    public const long ShippedVersion = 1;

    private static readonly Lazy<Edition> Shipped = new(() => Edition.Of(TerritoryFacts.Shipped().Facts, ShippedVersion));

    private Edition? read;

    public Edition Get() => Volatile.Read(ref read) ?? Shipped.Value;

    /// <summary>Reads the store if its version is another than the one answered from. A store without the module's facts changes nothing.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        // Resolved late: a process that serves the portal alone never comes here and has no main store to open.
        await using var session = await services.GetRequiredService<MainStore>().OpenReadAsync(cancellation);
        var version = await TerritoryReader.VersionAsync(session, cancellation);
        var known = Volatile.Read(ref read)?.Territory.Version ?? ShippedVersion;
        if (version != known && version > 0)
        {
            Volatile.Write(ref read, Edition.Of(await TerritoryReader.ReadAsync(session, cancellation), version));
        }
    }
}

/// <summary>Looks every few seconds whether another process changed the territory.</summary>
internal sealed class EditionWatch(CurrentEdition edition, SplotOptions options, TimeProvider clock, ILogger<EditionWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Serve == ServedPart.Portal)
        {
            return;
        }

        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await edition.RefreshAsync(stoppingToken);
            }
            catch (DbException failure)
            {
                log.LogWarning(failure, "The territory could not be read; the edition in memory stays in use");
            }
        }
    }
}
