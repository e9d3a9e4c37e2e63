using Splot.Data;
using Splot.Projects.Editions;
using Splot.Projects.RemoveNames;

namespace Splot.Projects;

/// <summary>Every night: names of natural persons whose two years are over leave the registry.</summary>
internal sealed class RemoveNamesJob(RemoveNamesHandler handler) : IJobHandler
{
    public const string JobKind = "projects.remove-names";

    public string Kind => JobKind;

    public Task RunAsync(JobContext job, CancellationToken cancellation) => handler.RunAsync(cancellation);
}

/// <summary>Every night: rows of editions that were superseded or abandoned are removed.</summary>
internal sealed class EditionCleanupJob(EditionCleanup cleanup) : IJobHandler
{
    public const string JobKind = "projects.edition-cleanup";

    public string Kind => JobKind;

    public Task RunAsync(JobContext job, CancellationToken cancellation) => cleanup.RunAsync(cancellation);
}
