using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data.Terminal;

namespace Splot.Territory.ImportTerritory;

/// <summary><c>splot import territory FILE</c>.</summary>
internal static class ImportTerritoryVerb
{
    private const long GreatestFile = 64 * 1024 * 1024;

    public static Verb Create() => new("import territory", "FILE", Text.Help, [], RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        if (call.Arguments is not [var path])
        {
            await call.Progress.WriteLineAsync(Text.OneFile);
            return ExitCode.Usage;
        }

        var file = new FileInfo(path);
        if (!file.Exists || file.Length > GreatestFile)
        {
            await call.Progress.WriteLineAsync(file.Exists ? Text.TooBig(path) : Text.NoFile(path));
            return ExitCode.Refused;
        }

        var handler = call.Services.GetRequiredService<ImportTerritoryHandler>();
        switch (await handler.HandleAsync(new ImportTerritoryFile(file.Name, await File.ReadAllBytesAsync(path, cancellation)), cancellation))
        {
            case ImportTerritoryOutcome.Imported imported:
                foreach (var warning in imported.Warnings)
                {
                    await call.Progress.WriteLineAsync(warning);
                }

                await call.Answer.WriteLineAsync(Text.Imported(imported.Rows, imported.Version.ToString(CultureInfo.InvariantCulture)));
                return ExitCode.Done;
            case ImportTerritoryOutcome.Unchanged:
                await call.Answer.WriteLineAsync(Text.Unchanged);
                return ExitCode.Done;
            case ImportTerritoryOutcome.Refused refused:
                await call.Progress.WriteLineAsync(Text.Refused(file.Name, refused.Problem));
                return ExitCode.Refused;
            default:
                throw new UnreachableException();
        }
    }
}
