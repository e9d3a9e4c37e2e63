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
/// short; before that it is reckoned from its first operations.
/// </summary>
internal sealed class DataSizes(DataWriter writer)
{
    private const int Sample = 100;

    private readonly ConcurrentDictionary<string, (string Tag, DataSize Size)> known = new(StringComparer.Ordinal);

    /// <summary>Keeps the size of a file that was written whole.</summary>
    public void Keep(DataFile file, string tag, long bytes) => known[file.Name] = (tag, new DataSize(bytes, IsExact: true));

    /// <summary>The sizes of all files of a group.</summary>
    public async Task<IReadOnlyDictionary<DataFile, DataSize>> OfAsync(DataState state, SiteOptions site, LabelBook labels, CancellationToken cancellation)
    {
        var sizes = new Dictionary<DataFile, DataSize>();
        IReadOnlyList<PublicOperation>? sample = null;
        foreach (var file in DataFile.Of(state.Group))
        {
            var tag = state.Tag(file, Language.English.Code()).ToString();
            if (!known.TryGetValue(file.Name, out var held) || held.Tag != tag)
            {
                sample ??= await writer.SampleAsync(state.Group, Sample, cancellation);
                held = (tag, await ReckonAsync(file, state, sample, new DataSetting(Language.English, site, labels), cancellation));
                known[file.Name] = held;
            }

            sizes.Add(file, held.Size);
        }

        return sizes;
    }

    private static async Task<DataSize> ReckonAsync(DataFile file, DataState state, IReadOnlyList<PublicOperation> sample, DataSetting setting, CancellationToken cancellation)
    {
        var language = Languages.Current;
        await using var empty = new KeptOpen(Stream.Null);
        await using var some = new KeptOpen(Stream.Null);
        await DataWriter.WriteAsync(file, state, Operations([]), setting, empty, cancellation);
        await DataWriter.WriteAsync(file, state, Operations(sample), setting, some, cancellation);
        language.MakeCurrent();
        return sample.Count >= state.Count
            ? new DataSize(some.Written, IsExact: true)
            : new DataSize(empty.Written + ((some.Written - empty.Written) * state.Count / Math.Max(1, sample.Count)), IsExact: false);
    }

    private static async IAsyncEnumerable<PublicOperation> Operations(IReadOnlyList<PublicOperation> operations)
    {
        foreach (var operation in operations)
        {
            yield return operation;
        }

        await Task.CompletedTask;
    }
}
