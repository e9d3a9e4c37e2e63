using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Portal;
using Splot.Data;
using Splot.Data.Terminal;

namespace Splot.Cli.Verbs;

/// <summary><c>splot backup --out FILE|DIR [--keep-days N]</c> and <c>splot restore FILE</c>.</summary>
internal static class BackupVerbs
{
    private const string Out = "--out";
    private const string KeepDays = "--keep-days";
    private const string ByTime = "'splot-'yyyyMMdd-HHmmss'.zip'";
    private const int MostDays = 36_500;

    // Without stores: a backup before an update must not update first, and a restore begins with nothing.
    public static Verb Backup { get; } = new(
        "backup",
        "",
        "Writes stores and keys into one archive, while everything goes on.",
        [
            new VerbOption(Out, "FILE|DIR", "the archive, or the folder for one that is named by the time"),
            new VerbOption(KeepDays, "N", "with a folder: once the new archive is whole, removes those that are older than N days"),
        ],
        BackupAsync)
    { WithoutStores = true };

    public static Verb Restore { get; } = new(
        "restore",
        "FILE",
        "Puts a backup in place, all of it or nothing.",
        [new VerbOption("--replace", null, "in the place of what is there: kept beside it, on PostgreSQL dropped")],
        RestoreAsync)
    { WithoutStores = true };

    private static async Task<int> BackupAsync(VerbCall call, CancellationToken cancellation)
    {
        var path = BackupPath(call);
        var keep = Keep(call);
        NeedsMain(call, "backs nothing up: the public store is written anew by splot publish --all");
        await using var file = OutputFile.Create(path, Out, secret: true);
        var folder = OwnFolder(path + ".parts");
        try
        {
            switch (await call.Services.GetRequiredService<Backup>().WriteAsync(file.Stream, folder.FullName, cancellation))
            {
                case BackupOutcome.Written written:
                    await file.CompleteAsync(cancellation);
                    await call.Answer.WriteLineAsync(path);
                    await RemoveOldAsync(call, Path.GetDirectoryName(path)!, keep);
                    await call.Progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{written.Files} files, {written.Bytes / 1048576.0:0.0} MiB before packing, read again and compared. It holds keys: keep it where nobody else reads it. SPLOT_KEY, if you use it, is not in it."));
                    return ExitCode.Done;
                default:
                    await call.Progress.WriteLineAsync("There is no store yet, so nothing was backed up.");
                    return ExitCode.Refused;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A folder that only this user may look into: it holds copies of the stores for a while.</summary>
    private static DirectoryInfo OwnFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static string BackupPath(VerbCall call)
    {
        var given = call.Option(Out) ?? throw new UsageException("Give --out FILE or --out DIR.");
        var now = call.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var path = Directory.Exists(given) ? Path.Combine(given, now.ToString(ByTime, CultureInfo.InvariantCulture)) : given;
        return File.Exists(path) ? throw new UsageException($"'{path}' is there already; a backup takes no other file's place.") : Path.GetFullPath(path);
    }

    private static int? Keep(VerbCall call)
    {
        if (call.Option(KeepDays) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= MostDays
            ? Directory.Exists(call.Option(Out)) ? days : throw new UsageException($"{KeepDays} goes with a folder: {Out} DIR.")
            : throw new UsageException($"{KeepDays} is a number of days above zero.");
    }

    /// <summary>Removes archives whose names, which tell their time, say that they are too old; files of other names are nobody's business.</summary>
    private static async Task RemoveOldAsync(VerbCall call, string folder, int? keep)
    {
        if (keep is not { } days)
        {
            return;
        }

        var first = call.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-days);
        foreach (var file in Directory.EnumerateFiles(folder, "splot-*.zip").Order(StringComparer.Ordinal))
        {
            if (DateTimeOffset.TryParseExact(Path.GetFileName(file), ByTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var taken) && taken < first)
            {
                File.Delete(file);
                await call.Progress.WriteLineAsync($"{Path.GetFileName(file)} was older than {days.ToString(CultureInfo.InvariantCulture)} days and is removed.");
            }
        }
    }

    private static async Task<int> RestoreAsync(VerbCall call, CancellationToken cancellation)
    {
        var path = call.InputFile();
        NeedsMain(call, "restores nothing");
        switch (await call.Services.GetRequiredService<Restore>().RunAsync(path, call.Option("--replace") is not null, cancellation))
        {
            case RestoreOutcome.Restored restored:
                foreach (var kept in restored.Kept)
                {
                    await call.Progress.WriteLineAsync("What was there before is kept in " + kept);
                }

                await MakeReadyAsync(call, restored, cancellation);
                await call.Answer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The backup of {restored.TakenAt:yyyy-MM-dd HH:mm:ss} UTC is in place."));
                return ExitCode.Done;
            case RestoreOutcome.Refused refused:
                await call.Progress.WriteLineAsync(refused.Sentence);
                return ExitCode.Refused;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Brings the stores up to date; public is caught up with, or written anew where the backup does not hold it.</summary>
    private static async Task MakeReadyAsync(VerbCall call, RestoreOutcome.Restored restored, CancellationToken cancellation)
    {
        await call.Services.GetRequiredService<Preparation>().MigrateAsync(cancellation);
        if (!restored.WithPublic)
        {
            await call.Progress.WriteLineAsync("Writing the public store anew …");
            await call.Services.GetRequiredService<IPublicProjection>().RebuildAsync(null, cancellation);
        }

        await call.Services.GetRequiredService<OutboxPump>().DrainAsync(cancellation);
    }

    private static void NeedsMain(VerbCall call, string otherwise)
    {
        if (call.Services.GetRequiredService<SplotOptions>().Serve == ServedPart.Portal)
        {
            throw new UsageException("A portal (--serve portal) " + otherwise + ".");
        }
    }
}
