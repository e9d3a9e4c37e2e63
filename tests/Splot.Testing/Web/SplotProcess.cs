using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Splot.Testing;

/// <summary>The web application as a process of its own, started as an operator would start it, stopped when disposed.</summary>
public sealed class SplotProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder errors = new();

    private SplotProcess(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
            {
                errors.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
    }

    /// <summary>What came on standard error so far.</summary>
    public string Errors
    {
        get
        {
            lock (errors)
            {
                return errors.ToString();
            }
        }
    }

    /// <summary>Starts the application and returns at once.</summary>
    public static SplotProcess Start(params string[] arguments) => Start(arguments, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Starts the application with environment variables and returns at once.</summary>
    public static SplotProcess Start(string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Splot.Web.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new SplotProcess(Process.Start(start)!);
    }

    /// <summary>Waits until it says where it answers, and returns that address with the host name localhost.</summary>
    public async Task<Uri> AddressAsync()
    {
        const string said = "Splot answers at ";
        var line = await process.StandardOutput.ReadLineAsync();
        return line?.StartsWith(said, StringComparison.Ordinal) == true
            ? new UriBuilder(line[said.Length..]) { Host = "localhost" }.Uri
            : throw new InvalidOperationException($"The application did not start: {line}\n{Errors}");
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public async Task AskToStopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for its end: exit code, rest of standard output, standard error.</summary>
    public async Task<(int Code, string Answer, string Errors)> EndAsync()
    {
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, answer, Errors);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }
}
