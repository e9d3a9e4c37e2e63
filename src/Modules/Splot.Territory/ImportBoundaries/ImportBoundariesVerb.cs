using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data.Terminal;
using Splot.Territory.Tables;

namespace Splot.Territory.ImportBoundaries;

/// <summary><c>splot import boundaries FILE</c>.</summary>
internal static class ImportBoundariesVerb
{
    private const int GreatestFile = 256 << 20;
    private const string CountryOption = "--country";

    public static Verb Create() => new("import boundaries", "FILE", Text.Help, [new VerbOption(CountryOption, "PL", Text.CountryHelp)], RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        var path = call.InputFile();
        var (bytes, problem) = await GivenFile.ReadAsync(path, GreatestFile, cancellation);
        if (bytes is null)
        {
            await call.Progress.WriteLineAsync(problem);
            return ExitCode.Refused;
        }

        var command = new ImportBoundariesFile(Path.GetFileName(path), bytes, call.Option(CountryOption)?.ToUpperInvariant());
        switch (await call.Services.GetRequiredService<ImportBoundariesHandler>().HandleAsync(command, cancellation))
        {
            case ImportBoundariesOutcome.Imported imported:
                foreach (var feature in imported.Unknown)
                {
                    await call.Progress.WriteLineAsync(Text.Unknown(feature));
                }

                await call.Answer.WriteLineAsync(Text.Imported(imported.Units));
                return ExitCode.Done;
            case ImportBoundariesOutcome.Refused refused:
                await call.Progress.WriteLineAsync(Text.Refused(command.Name, refused.Problem));
                return ExitCode.Refused;
            default:
                throw new UnreachableException();
        }
    }
}
