using Splot.Projects.GenerateOperations.Demo;

namespace Splot.Projects.GenerateOperations;

/// <summary>Invented lists of operations for trials and measurements.</summary>
/// <param name="Operations">How many operations in all lists together.</param>
/// <param name="Participations">How many participations; none so far.</param>
/// <param name="Folder">The folder the lists go into; it is made where it is absent, and files of the same names are replaced.</param>
internal sealed record GenerateOperationsOptions(int Operations, int Participations, string Folder)
{
    /// <summary>Most operations in one run: the running number of a code has seven digits.</summary>
    public const int MostOperations = 9_999_999;

    /// <summary>Longest average summary.</summary>
    public const int MostSummaryWords = 1000;

    /// <summary>Words that make a row of about 530 bytes on average: 500 000 operations take 253 MiB.</summary>
    public const int UsualSummaryWords = 10;

    /// <summary>Same seed, same bytes.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Words of a summary on average, without those that have none.</summary>
    public int SummaryWords { get; init; } = UsualSummaryWords;
}

/// <summary>A list that was written.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Operations">Rows without the header.</param>
/// <param name="Bytes">Length of the file.</param>
internal sealed record GeneratedList(string Path, int Operations, long Bytes);

/// <summary>What came of it.</summary>
internal abstract record GenerateOperationsOutcome
{
    /// <summary>The lists are there.</summary>
    public sealed record Written(IReadOnlyList<GeneratedList> Lists) : GenerateOperationsOutcome;

    /// <summary>Nothing was written; <paramref name="Reason"/> is one plain sentence in the language of the caller.</summary>
    public sealed record Refused(string Reason) : GenerateOperationsOutcome;
}

/// <summary>Writes invented lists of operations, each complete or not at all.</summary>
internal static class GenerateOperationsHandler
{
    /// <summary>Writes <c>operations-pl-2021.csv</c> and its sisters; lists that get no operation are left out.</summary>
    /// <param name="options">What to write.</param>
    /// <param name="progress">Told how many operations were added.</param>
    /// <param name="cancellation">Stops between rows; the list begun leaves nothing behind.</param>
    public static GenerateOperationsOutcome Run(GenerateOperationsOptions options, IProgress<int>? progress, CancellationToken cancellation)
    {
        if (Refusal(options) is { } reason)
        {
            return new GenerateOperationsOutcome.Refused(reason);
        }

        Directory.CreateDirectory(options.Folder);
        return new GenerateOperationsOutcome.Written([.. WriteLists(options, progress, cancellation)]);
    }

    /// <summary>Writes <c>invented.ndjson</c>, the invented part of the demo preset: the file in <c>seeds/demo</c> is made so.</summary>
    /// <param name="folder">The folder the file goes into.</param>
    public static GenerateOperationsOutcome RunDemo(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.GetFullPath(Path.Combine(folder, "invented.ndjson"));
        using var stream = File.Create(path);
        InventedOperations.Write(stream, InventedOperations.PresetCount, InventedOperations.PresetSeed);
        return new GenerateOperationsOutcome.Written([new GeneratedList(path, InventedOperations.PresetCount, stream.Length)]);
    }

    private static string? Refusal(GenerateOperationsOptions options) => options switch
    {
        _ when File.Exists(options.Folder) => Text.NoFolder(options.Folder),
        { Participations: not 0 } => Text.NoParticipationsYet,
        { Operations: < 1 or > GenerateOperationsOptions.MostOperations } => Text.BadCount(GenerateOperationsOptions.MostOperations),
        { SummaryWords: < 1 or > GenerateOperationsOptions.MostSummaryWords } => Text.BadSummaryWords(GenerateOperationsOptions.MostSummaryWords),
        _ => null,
    };

    private static IEnumerable<GeneratedList> WriteLists(GenerateOperationsOptions options, IProgress<int>? progress, CancellationToken cancellation)
    {
        var parts = InventedLists.Divide(options.Operations);
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] > 0)
            {
                yield return WriteList(InventedLists.All[i], parts[i], options, progress, cancellation);
            }
        }
    }

    private static GeneratedList WriteList(InventedList list, int rows, GenerateOperationsOptions options, IProgress<int>? progress, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(Path.Combine(options.Folder, $"operations-{list.Key}.csv"));
        var unfinished = path + ".part";
        try
        {
            long bytes;
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                var writer = new OperationListWriter(list, rows, options.Seed, options.SummaryWords, stream);
                writer.Write(rows, progress, cancellation);
                bytes = writer.Written;
            }

            File.Move(unfinished, path, overwrite: true);
            return new GeneratedList(path, rows, bytes);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
