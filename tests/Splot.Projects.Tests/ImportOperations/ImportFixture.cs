using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Projects.ImportOperations;
using Splot.Territory;
using Splot.Testing;

namespace Splot.Projects.Tests.ImportOperations;

/// <summary>A registry with the real territory and code lists, and a folder for files.</summary>
internal sealed class Importing : IAsyncDisposable
{
    private readonly TestStore stores;
    private readonly TemporaryFolder folder = new();

    private Importing(TestStore stores) => this.stores = stores;

    public IServiceProvider Services => stores.Services;

    public ManualClock Clock => stores.Clock;

    public static async Task<Importing> CreateAsync(Engine engine = Engine.Sqlite)
    {
        var made = await TestStore.CreateAsync(engine, services => services.AddTerritory().AddProjects());
        return new Importing(made);
    }

    /// <summary>Imports a text file.</summary>
    public Task<ImportReport> ImportAsync(string text, Func<ImportSettings, ImportSettings>? with = null, Encoding? encoding = null) =>
        ImportAsync((encoding ?? new UTF8Encoding(false)).GetBytes(text), with);

    public async Task<ImportReport> ImportAsync(byte[] bytes, Func<ImportSettings, ImportSettings>? with = null)
    {
        var file = folder.File(Guid.NewGuid().ToString("N") + ".csv");
        await File.WriteAllBytesAsync(file, bytes);
        return await ImportFileAsync(file, with);
    }

    public Task<ImportReport> ImportFileAsync(string file, Func<ImportSettings, ImportSettings>? with = null)
    {
        var settings = new ImportSettings { File = file };
        return Services.GetRequiredService<ImportOperationsHandler>().HandleAsync(with?.Invoke(settings) ?? settings, static _ => { }, CancellationToken.None);
    }

    /// <summary>What is public, in the order of the rows.</summary>
    public async Task<List<OperationDocument>> OperationsAsync()
    {
        var published = Services.GetRequiredService<IPublishedOperations>();
        var found = new List<OperationDocument>();
        if (await published.KeyRangeAsync(CancellationToken.None) is { } range)
        {
            await foreach (var operation in published.ReadAsync(range.From, range.To, CancellationToken.None))
            {
                if (operation.Document is { } document)
                {
                    found.Add(document);
                }
            }
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await stores.DisposeAsync();
        folder.Dispose();
    }
}
