using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data.Terminal;
using Splot.Search.Live;

namespace Splot.Portal.Indexing;

/// <summary><c>splot index rebuild</c> and <c>splot index status</c>.</summary>
internal static class IndexVerbs
{
    public static Verb Rebuild { get; } = new(
        "index rebuild",
        "",
        "Builds the search index anew from the public store; a running Splot goes on answering and takes it over.",
        [],
        RebuildAsync)
    { PublicOnly = true };

    public static Verb Status { get; } = new(
        "index status",
        "",
        "Tells how the search index stands, and compares its files with their checksums.",
        [],
        StatusAsync)
    { PublicOnly = true };

    private static async Task<int> RebuildAsync(VerbCall call, CancellationToken cancellation)
    {
        var index = call.Services.GetRequiredService<PortalIndex>();
        foreach (var dictionary in PortalIndex.Analyzer.Lexicon.States.Where(s => s.Words == 0))
        {
            await call.Progress.WriteLineAsync($"The {dictionary.Language} dictionary is missing ({dictionary.Problem}): its words are brought together by rules alone.");
        }

        var line = ProgressLine.On(call.Progress, call.Services.GetRequiredService<TimeProvider>());
        await call.Services.GetRequiredService<IndexFollower>().RebuildAsync(new Told(line), cancellation);
        line.End();
        await WriteAsync(call, index.Search.Status);
        return ExitCode.Done;
    }

    private static async Task<int> StatusAsync(VerbCall call, CancellationToken cancellation)
    {
        var index = call.Services.GetRequiredService<PortalIndex>();
        var follower = call.Services.GetRequiredService<IndexFollower>();
        await follower.DistrustForeignAsync(cancellation);
        await WriteAsync(call, index.Search.Status);
        if (index.Search.Status.State != SearchState.Ready)
        {
            return index.Search.Status.State == SearchState.Empty ? ExitCode.Done : ExitCode.Failed;
        }

        var behind = await follower.BehindAsync(cancellation);
        await call.Answer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"changes not seen yet: {behind}"));
        if (index.Search.Verify() is { } damage)
        {
            await call.Answer.WriteLineAsync("damaged: " + damage);
            return ExitCode.Failed;
        }

        await call.Answer.WriteLineAsync("files: as their checksums say");
        return ExitCode.Done;
    }

    private static async Task WriteAsync(VerbCall call, SearchStatus status)
    {
        var state = status.State switch
        {
            SearchState.Ready => "ready",
            SearchState.Empty => "not built yet",
            _ => "must be rebuilt: " + status.Reason,
        };
        await call.Answer.WriteLineAsync("state: " + state);
        await call.Answer.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"operations: {status.Documents}; gone but still taking room: {status.Deleted}; segments: {status.Segments}; files: {status.FileBytes / 1048576.0:0.0} MiB; written up to change {status.WrittenSequence}"));
    }

    /// <summary>Tells at once: the framework's own progress speaks later, when the line may have ended.</summary>
    private sealed class Told(ProgressLine line) : IProgress<long>
    {
        public void Report(long value) => line.Show(string.Create(CultureInfo.InvariantCulture, $"Read {value:N0} operations"));
    }
}
