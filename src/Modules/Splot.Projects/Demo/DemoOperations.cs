using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Splot.Contracts.Demo;
using Splot.Contracts.Projects;
using Splot.Contracts.Territory;
using Splot.Projects.Editions;

namespace Splot.Projects.Demo;

/// <summary>Loads the operations of the demo preset: the real ones, each in the list that published it, and the invented ones.</summary>
internal sealed class DemoOperations(EditionBook book, ITerritory territory, IReferenceData reference, TimeProvider clock) : IDemoPreset
{
    /// <summary>The list that holds everything invented.</summary>
    public const string Invented = "Splot: invented operations";

    private const int Batch = 200;

    /// <inheritdoc/>
    public async Task<DemoOutcome> LoadAsync(CancellationToken cancellation)
    {
        if (await book.HoldsOtherThanDemoAsync(cancellation))
        {
            return new DemoOutcome.Refused("The store holds lists that are not part of the demo: start without --demo, or give --data another folder.");
        }

        var loaded = 0L;
        var real = JsonSerializer.Deserialize<List<OperationDocument>>(Read("operations.json"), OperationJson.Options)!;
        foreach (var list in real.GroupBy(o => o.Source?.List ?? Invented, StringComparer.Ordinal))
        {
            loaded += await LoadListAsync(list.Key, list.First().Source, [.. list], cancellation);
        }

        var invented = Read("invented.ndjson").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(OperationJson.Read).ToList();
        loaded += await LoadListAsync(Invented, invented[0].Source, invented, cancellation);
        return loaded > 0 ? new DemoOutcome.Loaded(loaded) : new DemoOutcome.AlreadyLoaded();
    }

    private async Task<long> LoadListAsync(string name, SourceDocument? source, List<OperationDocument> documents, CancellationToken cancellation)
    {
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', documents.Select(OperationJson.Write)))));
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var edition = new NewEdition(name, "preset", source is { Edition.Year: > 1 } ? source.Edition : today, checksum, "demo")
        {
            Publisher = source?.Publisher,
            Url = source?.Url,
            Demo = true,
        };
        if (await book.BeginAsync(edition, cancellation) is not BeginOutcome.Begun begun)
        {
            return 0;
        }

        foreach (var batch in documents.Chunk(Batch))
        {
            begun.Writer.Edition.Accepted += batch.Length;
            await begun.Writer.WriteAsync([.. batch.Select(d => new OperationDraft(Complete(d, edition.Date)) { RowNumber = d.Source?.Row })], 0, cancellation);
        }

        await begun.Writer.MakeCurrentAsync(cancellation);
        return documents.Count;
    }

    /// <summary>What the reference data knows of a preset's operation: euro values, the programme's code, the places' lines.</summary>
    private OperationDocument Complete(OperationDocument document, DateOnly edition)
    {
        var programme = document.Programme is { Code: null, Name: { } name } given ? given with { Code = reference.CodeOf(CodeLists.Programme, name) } : document.Programme;
        return InEuro.Complete(document, reference, edition) with
        {
            Programme = programme,
            Slices = [.. document.Slices.Select(s => s with { Programme = s.Programme ?? programme?.Code })],
            Locations = [.. document.Locations.Select(l => l.Path is null && territory.Find(l.Code, document.Country) is { } unit ? l with { Path = unit.Path } : l)],
        };
    }

    private static string Read(string file)
    {
        using var stream = typeof(DemoOperations).Assembly.GetManifestResourceStream("demo." + file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
