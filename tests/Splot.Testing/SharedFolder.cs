namespace Splot.Testing;

/// <summary>
/// The folder with real lists and fact tables that stands beside the repository and is never copied into it: <c>../shared</c>, or
/// where SPLOT_SHARED says. Tests that need it are skipped where it is absent.
/// </summary>
public static class SharedFolder
{
    /// <summary>Why a test is skipped.</summary>
    public const string Absent = "There is no shared folder beside the repository (SPLOT_SHARED may name it).";

    /// <summary>The folder, or null.</summary>
    public static string? Root { get; } = Find();

    /// <summary>True when the folder is there: for <c>SkipUnless</c> of a test.</summary>
    public static bool Exists => Root is not null;

    /// <summary>The path of a file or folder in it; skips the test when there is no shared folder, fails when only the file is missing.</summary>
    public static string Path(string relative)
    {
        Xunit.Assert.SkipWhen(Root is null, Absent);
        var path = System.IO.Path.Combine(Root!, relative);
        Xunit.Assert.True(System.IO.Path.Exists(path), $"The shared folder holds no {relative}.");
        return path;
    }

    private static string? Find()
    {
        string?[] candidates = [Environment.GetEnvironmentVariable("SPLOT_SHARED"), System.IO.Path.Combine(Repository.Root, "..", "shared")];
        return candidates.FirstOrDefault(c => c is not null && Directory.Exists(c)) is { } found ? System.IO.Path.GetFullPath(found) : null;
    }
}
