using Splot.Kernel;
using Splot.Portal.ExportProjects;
using Splot.Portal.ListOfOperations;
using Splot.Portal.Model;
using Splot.Portal.Searching;

namespace Splot.Portal.OpenData;

/// <summary>Writes the files of the data page, operation by operation.</summary>
internal sealed class DataWriter(ProjectSearch search)
{
    /// <summary>Writes a file to the stream, which stays open.</summary>
    public Task WriteAsync(DataFile file, DataState state, DataSetting setting, Stream target, CancellationToken cancellation) =>
        WriteAsync(file, state, search.AllAsync(file.Group.Search, cancellation), setting, target, cancellation);

    /// <summary>Writes a file of the given operations.</summary>
    public static Task WriteAsync(DataFile file, DataState state, IAsyncEnumerable<PublicOperation> operations, DataSetting setting, Stream target, CancellationToken cancellation)
    {
        setting.Language.MakeCurrent();
        return (file.Kind, file.Extension) switch
        {
            (DataKind.List, "csv") => ListWriter.WriteCsvAsync(operations, setting.Site, target, cancellation),
            (DataKind.List, _) => ListWriter.WriteJsonAsync(state, operations, setting.Site, target, cancellation),
            (DataKind.Template, _) => TemplateWriter.WriteAsync(operations, state.Demo > 0, setting.Labels, target, cancellation),
            (DataKind.ListReport, _) => ListReport.WriteAsync(state, operations, target, cancellation),
            _ => ExportWriter.WriteAsync(ExportFormat.All.First(f => f.Extension == file.Extension), operations, [], target, cancellation),
        };
    }

    /// <summary>The first operations of a group.</summary>
    public async Task<IReadOnlyList<PublicOperation>> SampleAsync(DataGroup group, int most, CancellationToken cancellation)
    {
        var sample = new List<PublicOperation>(most);
        await foreach (var operation in search.AllAsync(group.Search, cancellation).WithCancellation(cancellation))
        {
            sample.Add(operation);
            if (sample.Count == most)
            {
                break;
            }
        }

        return sample;
    }
}
