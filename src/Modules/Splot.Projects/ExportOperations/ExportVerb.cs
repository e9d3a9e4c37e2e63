using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Projects;
using Splot.Data.Terminal;

namespace Splot.Projects.ExportOperations;

/// <summary><c>splot export operations --out FILE</c>: everything public, streamed as NDJSON with every field.</summary>
internal static class ExportVerb
{
    public static Verb Verb { get; } = new(
        "export operations",
        "",
        "Writes every public operation with every field, one JSON document a line.",
        [
            new VerbOption("--out", "FILE", "the file; standard output by default"),
        ],
        RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        if (call.Arguments.Count > 0)
        {
            await call.Progress.WriteLineAsync("Give --out FILE or nothing.");
            return ExitCode.Usage;
        }

        var published = call.Services.GetRequiredService<IPublishedOperations>();
        await using var stream = call.Option("--out") is { } path ? File.Create(path) : Console.OpenStandardOutput();
        var count = await WriteJsonAsync(published, stream, cancellation);
        await call.Progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count} operations."));
        return ExitCode.Done;
    }

    private static async Task<long> WriteJsonAsync(IPublishedOperations published, Stream stream, CancellationToken cancellation)
    {
        var count = 0L;
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false));
        await foreach (var document in DocumentsAsync(published, cancellation))
        {
            await writer.WriteLineAsync(OperationJson.Write(document));
            count++;
        }

        return count;
    }

    /// <summary>Each public operation once, a natural person's name left out.</summary>
    private static async IAsyncEnumerable<OperationDocument> DocumentsAsync(IPublishedOperations published, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await published.KeyRangeAsync(cancellation) is not { } range)
        {
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var operation in published.ReadAsync(range.From, range.To, cancellation))
        {
            if (operation.Document is { } document && seen.Add(document.Id))
            {
                yield return document;
            }
        }
    }
}
