using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data.Terminal;

namespace Splot.Territory.ImportBoundaries;

/// <summary><c>splot import boundaries FILE</c>.</summary>
internal static class ImportBoundariesVerb
{
    private const long GreatestFile = 256 * 1024 * 1024;
    private const string CountryOption = "--country";

    public static Verb Create() => new("import boundaries", "FILE", Text.Help, [new VerbOption(CountryOption, "PL", Text.CountryHelp)], RunAsync);

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

        var handler = call.Services.GetRequiredService<ImportBoundariesHandler>();
        var command = new ImportBoundariesFile(file.Name, await File.ReadAllBytesAsync(path, cancellation), call.Option(CountryOption)?.ToUpperInvariant());
        switch (await handler.HandleAsync(command, cancellation))
        {
            case ImportBoundariesOutcome.Imported imported:
                foreach (var feature in imported.Unknown)
                {
                    await call.Progress.WriteLineAsync(Text.Unknown(feature));
                }

                await call.Answer.WriteLineAsync(Text.Imported(imported.Units));
                return ExitCode.Done;
            case ImportBoundariesOutcome.Refused refused:
                await call.Progress.WriteLineAsync(Text.Refused(file.Name, refused.Problem));
                return ExitCode.Refused;
            default:
                throw new UnreachableException();
        }
    }
}
