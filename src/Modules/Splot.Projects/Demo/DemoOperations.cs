using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Splot.Contracts.Projects;
using Splot.Projects.Editions;

namespace Splot.Projects.Demo;

/// <summary>Loads the operations of the demo preset: the real ones of the seeds and the invented ones.</summary>
internal sealed class DemoOperations(EditionBook book, TimeProvider clock)
{
    private const string Invented = "Splot: invented operations";

    /// <summary>What became of loading.</summary>
    public enum Outcome
    {
        /// <summary>Loaded now.</summary>
        Loaded,

        /// <summary>It was there before; kept as it is.</summary>
        Kept,

        /// <summary>The store holds something else: refused.</summary>
        OtherDataPresent,
    }

    /// <summary>Loads the preset from its folder. A store with anything but demo data is refused; a second load keeps what is there.</summary>
    public async Task<Outcome> LoadAsync(string folder, CancellationToken cancellation)
    {
        if (await book.HoldsOtherThanDemoAsync(cancellation))
        {
            return Outcome.OtherDataPresent;
        }

        var real = JsonSerializer.Deserialize<List<OperationDocument>>(await File.ReadAllTextAsync(Path.Combine(folder, "operations.json"), cancellation), OperationJson.Options)!;
        var invented = (await File.ReadAllLinesAsync(Path.Combine(folder, "invented.ndjson"), cancellation)).Where(l => l.Length > 0).Select(OperationJson.Read).ToList();
        var loaded = false;
        foreach (var list in real.GroupBy(o => o.Source?.List ?? Invented, StringComparer.Ordinal))
        {
            loaded |= await LoadListAsync(list.Key, list.First().Source, [.. list], cancellation);
        }

        loaded |= await LoadListAsync(Invented, invented.FirstOrDefault()?.Source, invented, cancellation);
        return loaded ? Outcome.Loaded : Outcome.Kept;
    }

    private async Task<bool> LoadListAsync(string name, SourceDocument? source, List<OperationDocument> documents, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', documents.Select(OperationJson.Write)))));
        var edition = new NewEdition(name, "preset", source is { Edition.Year: > 1 } ? source.Edition : today, checksum, "seeds/demo")
        {
            Publisher = source?.Publisher,
            Url = source?.Url,
            Demo = true,
        };
        if (await book.BeginAsync(edition, cancellation) is not BeginOutcome.Begun begun)
        {
            return false;
        }

        foreach (var batch in documents.Chunk(200))
        {
            begun.Writer.Edition.Accepted += batch.Length;
            await begun.Writer.WriteAsync([.. batch.Select(d => new OperationDraft(d) { RowNumber = d.Source?.Row })], 0, cancellation);
        }

        await begun.Writer.MakeCurrentAsync(cancellation);
        return true;
    }
}
