namespace Splot.Data.Terminal;

/// <summary>Files that people name on a command line.</summary>
public static class NamedFiles
{
    /// <summary>The path, where a file is there.</summary>
    /// <exception cref="UsageException">It is a folder, or nothing.</exception>
    public static string Existing(string path)
    {
        if (File.Exists(path))
        {
            return path;
        }

        throw new UsageException(Directory.Exists(path) ? $"'{path}' is a folder; give a file." : $"There is no file '{path}'.");
    }
}
