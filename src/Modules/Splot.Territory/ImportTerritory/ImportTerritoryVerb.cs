using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data.Terminal;
using Splot.Territory.Tables;

namespace Splot.Territory.ImportTerritory;

/// <summary><c>splot import territory FILE</c>.</summary>
internal static class ImportTerritoryVerb
{
    private const int GreatestFile = 64 << 20;

    public static Verb Create() => new("import territory", "FILE", Text.Help, [], RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        var path = call.InputFile();
        var (bytes, problem) = await GivenFile.ReadAsync(path, GreatestFile, cancellation);
        if (bytes is null)
        {
            await call.Progress.WriteLineAsync(problem);
            return ExitCode.Refused;
        }

        var command = new ImportTerritoryFile(Path.GetFileName(path), bytes);
        switch (await call.Services.GetRequiredService<ImportTerritoryHandler>().HandleAsync(command, cancellation))
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
                await call.Progress.WriteLineAsync(Text.Refused(command.Name, refused.Problem));
                return ExitCode.Refused;
            default:
                throw new UnreachableException();
        }
    }
}
