namespace Splot.Data;

/// <summary>
/// Lets the processes that write to one SQLite file take turns. SQLite itself hands its write lock to whoever happens to ask at the
/// right moment, so a process that writes batch after batch could keep another one out for long. Here a writer first passes the
/// turnstile, then waits for SQLite's lock, and only then lets the next one in: who waits comes before who has just written.
/// </summary>
internal sealed class Turnstile(string path)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(3);

    /// <summary>Enters; dispose the result once the write lock is held. The file stays, it is the lock's name only.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }
}
