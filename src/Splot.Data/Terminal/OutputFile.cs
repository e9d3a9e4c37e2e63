namespace Splot.Data.Terminal;

/// <summary>
/// A file that a verb writes. It grows beside its place under the name <c>….part</c> and takes its place when it is complete, so that a
/// verb that fails or is stopped leaves what was there before. Devices are written to as they are.
/// </summary>
public sealed class OutputFile : IAsyncDisposable
{
    private static readonly string[] Devices = ["/dev/", "/proc/"];

    private readonly string path;
    private readonly string? unfinished;
    private readonly FileStream file;

    private OutputFile(string path, string? unfinished, bool secret)
    {
        this.path = path;
        this.unfinished = unfinished;
        var options = new FileStreamOptions { Mode = unfinished is null ? FileMode.Open : FileMode.Create, Access = FileAccess.ReadWrite };
        if (secret && unfinished is not null && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        file = new FileStream(unfinished ?? path, options);
    }

    /// <summary>What is written. Stays the file's.</summary>
    public Stream Stream => file;

    /// <summary>Begins the file.</summary>
    /// <param name="path">Its place.</param>
    /// <param name="option">What asks for it, named when that is wrong.</param>
    /// <param name="secret">True for a file that only this user may read.</param>
    /// <exception cref="UsageException">It is a folder, or its folder is not there.</exception>
    public static OutputFile Create(string path, string option, bool secret = false)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full) || full.EndsWith(Path.DirectorySeparatorChar))
        {
            throw new UsageException($"{option} must name a file; '{path}' is a folder.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(full)))
        {
            throw new UsageException($"{option} names a file in the folder '{Path.GetDirectoryName(full)}', which is not there.");
        }

        var device = !OperatingSystem.IsWindows() && Devices.Any(d => full.StartsWith(d, StringComparison.Ordinal));
        return new OutputFile(full, device ? null : full + ".part", secret);
    }

    /// <summary>Puts the complete file in its place; what was there is replaced.</summary>
    public async Task CompleteAsync(CancellationToken cancellation)
    {
        await file.FlushAsync(cancellation);
        await file.DisposeAsync();
        if (unfinished is not null)
        {
            File.Move(unfinished, path, overwrite: true);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync();
        if (unfinished is not null)
        {
            File.Delete(unfinished);
        }
    }
}
