using Microsoft.EntityFrameworkCore;
using Splot.Access.KeepOrganisations;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Tables;

namespace Splot.Access.ImportOrganisations;

/// <summary>Lists that come by the screen: first looked at, then stored by whoever sent them.</summary>
internal sealed class SentLists(MainStore store, ImportOrganisationsHandler handler, KeptOrganisations kept, ICaller caller, TimeProvider clock)
{
    /// <summary>The most bytes that the screen takes; the terminal takes more.</summary>
    public const int MostBytes = 8 << 20;

    /// <summary>Looks at a file and keeps it with the report; its id.</summary>
    public async Task<string> LookAsync(string fileName, byte[] content, string? kind, string country, CancellationToken cancellation)
    {
        var list = new SentList
        {
            Id = Secrets.NewId(clock.GetUtcNow()),
            AccountId = caller.Account!.Id,
            CreatedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            FileName = fileName,
            Kind = kind,
            Country = country,
            Report = "",
        };
        var report = await RunAsync(list, content, dryRun: true, cancellation);
        (list.Report, list.Content) = (report.ToJson(), report.IsRefused ? null : content);
        await store.WriteAsync(
            session =>
            {
                session.Context<AccessContext>().SentLists.Add(list);
                return Task.CompletedTask;
            },
            cancellation);
        return list.Id;
    }

    /// <summary>A list that the caller sent; null where there is none.</summary>
    public Task<SentList?> FindAsync(string id, CancellationToken cancellation)
    {
        var account = caller.Account!.Id;
        return store.ReadAsync(session => session.Context<AccessContext>().SentLists.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id && l.AccountId == account, cancellation), cancellation);
    }

    /// <summary>Stores what a list says; false where there is nothing to store.</summary>
    public async Task<bool> StoreAsync(string id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { Content: { } content } list)
        {
            return false;
        }

        var report = await RunAsync(list, content, dryRun: false, cancellation);
        await store.WriteAsync(
            session => session.Context<AccessContext>().SentLists.Where(l => l.Id == id).ExecuteUpdateAsync(l => l.SetProperty(x => x.Report, report.ToJson()).SetProperty(x => x.Content, (byte[]?)null), cancellation),
            cancellation);
        return true;
    }

    private Task<ImportReport> RunAsync(SentList list, byte[] content, bool dryRun, CancellationToken cancellation)
    {
        var settings = new ImportSettings { File = list.FileName, Kind = list.Kind, Country = list.Country, DryRun = dryRun };
        return handler.HandleAsync(() => TableFile.Open(new MemoryStream(content, writable: false), settings.Options, cancellation), settings, kept.Keeper, cancellation);
    }
}
