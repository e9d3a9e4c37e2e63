using System.Diagnostics;
using System.Globalization;

namespace Splot.Projects.Editions;

/// <summary>
/// Names the process that writes an edition, so that another one on the same machine can tell whether it still lives: after a crash the
/// same call goes on at once, without waiting for the lease to run out.
/// </summary>
internal static class LeaseOwner
{
    /// <summary>This process.</summary>
    public static string Mine { get; } = Name(Process.GetCurrentProcess());

    /// <summary>True where the owner is known to be gone; false where it lives or cannot be asked (another machine).</summary>
    public static bool IsGone(string? owner)
    {
        var parts = owner?.Split('|') ?? [];
        if (parts.Length != 3 || parts[0] != Environment.MachineName || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return Name(process) != owner;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static string Name(Process process) =>
        string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}|{process.Id}|{process.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond}");
}
