using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Projects.Editions;
using Splot.Territory;
using Splot.Testing;

namespace Splot.Projects.Tests.Editions;

/// <summary>A registry on one engine with a settable clock, and short ways to fill it.</summary>
internal sealed class Registry : IAsyncDisposable
{
    private readonly TestStore stores;

    private Registry(TestStore stores) => this.stores = stores;

    public ManualClock Clock => stores.Clock;

    public MainStore Store => stores.Main;

    public IServiceProvider Services => stores.Services;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public static async Task<Registry> CreateAsync(Engine engine) => new(await TestStore.CreateAsync(engine, services => services.AddTerritory().AddProjects()));

    /// <summary>Writes an edition of a list and makes it current.</summary>
    public async Task<BeginOutcome> ImportAsync(string list, string date, params OperationDocument[] documents)
    {
        var outcome = await BeginAsync(list, date, documents);
        if (outcome is BeginOutcome.Begun begun)
        {
            await begun.Writer.WriteAsync([.. documents.Select((d, i) => new OperationDraft(d) { RowNumber = i + 2 })], documents.Length + 1, CancellationToken.None);
            await begun.Writer.MakeCurrentAsync(CancellationToken.None);
        }

        return outcome;
    }

    public Task<BeginOutcome> BeginAsync(string list, string date, params OperationDocument[] documents) => Get<EditionBook>().BeginAsync(
        new NewEdition(list, "splot", DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), string.Join('\n', documents.Select(OperationJson.Write)), "list.csv") { Publisher = "Ministry" },
        CancellationToken.None);

    /// <summary>All that the registry publishes, by id.</summary>
    public async Task<Dictionary<string, PublishedOperation>> PublishedAsync()
    {
        var published = Get<IPublishedOperations>();
        var found = new Dictionary<string, PublishedOperation>(StringComparer.Ordinal);
        if (await published.KeyRangeAsync(CancellationToken.None) is { } range)
        {
            await foreach (var operation in published.ReadAsync(range.From, range.To, CancellationToken.None))
            {
                found[operation.Id] = operation;
            }
        }

        return found;
    }

    public static OperationDocument Operation(string id, string title = "Care at home", decimal? total = 1000.50m) => new()
    {
        Id = id,
        Title = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = title },
        Country = "PL",
        Budget = total is { } amount ? new AmountDocument { Amount = amount, Currency = "EUR", Eur = amount } : null,
    };

    public ValueTask DisposeAsync() => stores.DisposeAsync();
}
