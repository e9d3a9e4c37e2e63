using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data.Terminal;

namespace Splot.Data;

/// <summary><c>splot keys rotate</c> and <c>splot keys status</c>.</summary>
internal static class KeyVerbs
{
    public static Verb Rotate { get; } = new("keys rotate", "", "Makes a new master key; everything goes on meanwhile, and what older ones sealed still opens.", [], RotateAsync);

    public static Verb Status { get; } = new("keys status", "", "Shows the master keys and how much each of them still seals; changes nothing.", [], StatusAsync);

    private static async Task<int> RotateAsync(VerbCall call, CancellationToken cancellation)
    {
        var ring = call.Services.GetRequiredService<KeyRing>();
        await ring.RotateAsync(cancellation);
        var uses = await UsesAsync(call, cancellation);
        await call.Answer.WriteLineAsync($"{uses.Single(u => u.IsCurrent).Key} is the master key from now on.");
        await call.Progress.WriteLineAsync("Keep the older ones: backups need them. What they seal is sealed anew in the night; splot keys status says what is left. Take a backup now.");
        return ExitCode.Done;
    }

    private static async Task<int> StatusAsync(VerbCall call, CancellationToken cancellation)
    {
        var uses = await UsesAsync(call, cancellation);
        if (uses.Count == 0)
        {
            await call.Answer.WriteLineAsync("Nothing was sealed in this store yet, so it has no master key.");
        }

        foreach (var use in uses)
        {
            var seals = use.Seals.Count == 0 ? use.IsCurrent ? "seals nothing yet" : "seals nothing any more" : "seals " + string.Join(", ", use.Seals.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Value} {s.Key}")));
            await call.Answer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{use.Key}  since {use.Since:yyyy-MM-dd HH:mm} UTC  {(use.IsCurrent ? "current" : "older")}  {seals}"));
        }

        return ExitCode.Done;
    }

    private static Task<IReadOnlyList<MasterKeyUse>> UsesAsync(VerbCall call, CancellationToken cancellation) =>
        call.Services.GetRequiredService<KeyRing>().UsesAsync(call.Services.GetServices<SealedHolding>(), cancellation);
}
