using System.Collections.Frozen;
using System.Reflection;
using Splot.Kernel;

namespace Splot.Access.Signing;

/// <summary>
/// The thirty thousand passwords that are tried first (list of the package zxcvbn). One that only adds figures or signs at its ends, or other
/// capitals, is as common as the word itself.
/// </summary>
internal sealed class CommonPasswords
{
    private const string Opening = "passwords: \"";

    private readonly Lazy<FrozenSet<string>> words = new(Read);

    public int Count => words.Value.Count;

    public bool Contains(string password)
    {
        var folded = TextFold.Fold(password).Replace(" ", "", StringComparison.Ordinal);
        var core = folded.Trim([.. "0123456789!?.,-_*#$@+&%"]);
        return words.Value.Contains(password.ToLowerInvariant()) || words.Value.Contains(folded) || core.Length == 0 || words.Value.Contains(core) || IsRepeated(folded);
    }

    /// <summary>aaaaaaaaaaaa, abcabcabcabc: a short piece again and again.</summary>
    private static bool IsRepeated(string text) =>
        Enumerable.Range(1, Math.Min(4, text.Length / 3)).Any(length => text.Length % length == 0 && Enumerable.Range(0, text.Length).All(i => text[i] == text[i % length]));

    private static FrozenSet<string> Read()
    {
        using var file = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("frequency_lists.js")!);
        var text = file.ReadToEnd();
        var from = text.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        var to = text.IndexOf('"', from);
        return text[from..to].Split(',').ToFrozenSet(StringComparer.Ordinal);
    }
}
