namespace Splot.Search.Files;

/// <summary>
/// A file of the index is missing, torn or altered. The index cannot be trusted any more and must be built anew from the data it was made of.
/// Raised at opening or, for parts that are checked on first use, by the first search that touches the damage; never a wrong answer instead.
/// </summary>
public sealed class IndexDamagedException : IOException
{
    internal IndexDamagedException(string file, string problem, Exception? inner = null)
        : base($"The search index is damaged ({Path.GetFileName(file)}: {problem}) and must be rebuilt.", inner)
    {
        File = file;
    }

    /// <summary>The damaged file.</summary>
    public string File { get; }
}
