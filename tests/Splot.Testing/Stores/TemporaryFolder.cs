using System.Diagnostics;
using System.Globalization;

namespace Splot.Testing;

/// <summary>A folder of this test process, removed with it. Folders of processes that died are removed by the next one.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "splot-test-";
    private static readonly Lazy<string> ProcessFolder = new(CreateForProcess);

    /// <summary>Makes a new, empty folder.</summary>
    public TemporaryFolder()
    {
        Location = Path.Combine(ProcessFolder.Value, Guid.NewGuid().ToString("N")[..12]);
        Directory.CreateDirectory(Location);
    }

    /// <summary>Its path.</summary>
    public string Location { get; }

    /// <summary>The path of a file in it.</summary>
    public string File(string name) => Path.Combine(Location, name);

    /// <inheritdoc/>
    public void Dispose() => Remove(Location);

    private static string CreateForProcess()
    {
        foreach (var old in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var owner = Path.GetFileName(old)[Prefix.Length..].Split('-')[0];
            if (!int.TryParse(owner, CultureInfo.InvariantCulture, out var id) || !IsRunning(id))
            {
                Remove(old);
            }
        }

        var folder = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..6]}"));
        Directory.CreateDirectory(folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(folder);
        return folder;
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Something still writes there (a server going down); the next test process removes it.
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's folder.
        }
    }
}
