using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Splot.Projects.ExportOperations;

namespace Splot.Projects.Tests.ExportOperations;

/// <summary>Short ways to export.</summary>
internal static class Exporting
{
    public static ExportSelection Everything { get; } = new(null, null, null);

    /// <summary>Exports into memory.</summary>
    public static async Task<(ExportOutcome Outcome, byte[] Bytes)> ExportAsync(this IServiceProvider services, ExportFormat format, ExportSelection? selection = null, long mostRows = long.MaxValue)
    {
        using var target = new MemoryStream();
        var outcome = await services.GetRequiredService<OperationExport>().WriteAsync(format, selection ?? Everything, target, mostRows, static _ => { }, CancellationToken.None);
        return (outcome, target.ToArray());
    }

    /// <summary>Exports as text.</summary>
    public static async Task<string> TextAsync(this IServiceProvider services, ExportFormat format, ExportSelection? selection = null) =>
        Encoding.UTF8.GetString((await services.ExportAsync(format, selection)).Bytes);
}
