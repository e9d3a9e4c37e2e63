using System.Globalization;
using System.Security.Cryptography;
using Splot.Data;

namespace Splot.Cli;

/// <summary>Keeps the trace of a bug where whoever runs Splot can find it, and out of the terminal.</summary>
internal static class FailureFile
{
    private const string ReferenceLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>Writes the file and returns the sentence that names it.</summary>
    public static string Write(Exception failure, SplotOptions options, TimeProvider clock)
    {
        var reference = RandomNumberGenerator.GetString(ReferenceLetters, 8);
        var file = Path.Combine(options.DataFolder, "failures", reference + ".txt");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():u} {reference}\n{failure}\n"));
            return $"Splot failed, which is a fault in the program (reference {reference}); {file} says more.";
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return $"Splot failed, which is a fault in the program (reference {reference}): {failure.GetType().Name}: {failure.Message}";
        }
    }
}
