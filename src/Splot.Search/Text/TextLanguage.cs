namespace Splot.Search.Text;

/// <summary>The language of an indexed text; it chooses the lemmas of its words. The numbers are kept in index files.</summary>
public enum TextLanguage : byte
{
    /// <summary>None or unknown: names, codes, numbers; words are folded and nothing else.</summary>
    None = 0,

    /// <summary>English.</summary>
    English = 1,

    /// <summary>Polish.</summary>
    Polish = 2,

    /// <summary>Bulgarian.</summary>
    Bulgarian = 3,
}
