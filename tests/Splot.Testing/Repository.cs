namespace Splot.Testing;

/// <summary>The folder that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder with Splot.slnx.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Splot.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Tests run from within the repository: no folder above them holds Splot.slnx.");
    }
}
