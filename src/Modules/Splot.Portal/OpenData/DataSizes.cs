using System.Collections.Concurrent;
using Splot.Kernel;
using Splot.Portal.ExportProjects;
using Splot.Portal.Labels;
using Splot.Portal.Model;
using Splot.Ui;

namespace Splot.Portal.OpenData;

/// <summary>The size of a file.</summary>
/// <param name="Bytes">Bytes.</param>
/// <param name="IsExact">False where it is reckoned from the first operations.</param>
internal readonly record struct DataSize(long Bytes, bool IsExact);

/// <summary>
/// How large files are. They are made while they are read, so a size is known exactly once a file was read to its end, or where it is
/// short; before that it is reckoned from its first operations, which are looked at once a day.
/// </summary>
internal sealed class DataSizes(DataWriter writer)
{
    private const int Sample = 100;

    private readonly ConcurrentDictionary<string, (string Tag, DataSize Size)> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<DataGroup, (DateOnly Day, Dictionary<DataFile, Measured> Files)> measured = new();

    /// <summary>Keeps the size of a file that was written whole.</summary>
    public void Keep(DataFile file, string tag, long bytes) => known[file.Name] = (tag, new DataSize(bytes, IsExact: true));

    /// <summary>The sizes of all files of a group.</summary>
    public async Task<IReadOnlyDictionary<DataFile, DataSize>> OfAsync(DataState state, SiteOptions site, LabelBook labels, CancellationToken cancellation)
    {
        var sizes = new Dictionary<DataFile, DataSize>();
        Dictionary<DataFile, Measured>? files = null;
        foreach (var file in DataFile.Of(state.Group))
        {
            var tag = state.Tag(file, Language.English.Code()).ToString();
            if (known.TryGetValue(file.Name, out var held) && held.Tag == tag)
            {
                sizes.Add(file, held.Size);
                continue;
            }

            files ??= await FilesAsync(state, new DataSetting(Language.English, site, labels), cancellation);
            var size = files[file].Of(state.Count);
            known[file.Name] = (tag, size);
            sizes.Add(file, size);
        }

        return sizes;
    }

    private async Task<Dictionary<DataFile, Measured>> FilesAsync(DataState state, DataSetting setting, CancellationToken cancellation)
    {
        if (state.Count > Sample && measured.TryGetValue(state.Group, out var held) && held.Day == state.Tally.Day)
        {
            return held.Files;
        }

        var files = await MeasureAsync(state, setting, cancellation);
        measured[state.Group] = (state.Tally.Day, files);
        return files;
    }

    private async Task<Dictionary<DataFile, Measured>> MeasureAsync(DataState state, DataSetting setting, CancellationToken cancellation)
    {
        var language = Languages.Current;
        var sample = await writer.SampleAsync(state.Group, Sample, cancellation);
        var files = new Dictionary<DataFile, Measured>();
        foreach (var file in DataFile.Of(state.Group))
        {
            await using var empty = new KeptOpen(Stream.Null);
            await using var some = new KeptOpen(Stream.Null);
            await DataWriter.WriteAsync(file, state, Operations([]), setting, empty, cancellation);
            await DataWriter.WriteAsync(file, state, Operations(sample), setting, some, cancellation);
            files.Add(file, new Measured(empty.Written, some.Written, sample.Count));
        }

        language.MakeCurrent();
        return files;
    }

    private static async IAsyncEnumerable<PublicOperation> Operations(IReadOnlyList<PublicOperation> operations)
    {
        foreach (var operation in operations)
        {
            yield return operation;
        }

        await Task.CompletedTask;
    }

    /// <summary>Bytes of a file without operations and with some.</summary>
    private sealed record Measured(long Empty, long Some, int Operations)
    {
        public DataSize Of(long count) => Operations >= count
            ? new DataSize(Some, IsExact: true)
            : new DataSize(Empty + ((Some - Empty) * count / Math.Max(1, Operations)), IsExact: false);
    }
}
