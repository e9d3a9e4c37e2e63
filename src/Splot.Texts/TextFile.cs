using System.Text.RegularExpressions;

namespace Splot.Texts;

/// <summary>One language of a slice's texts: lines <c>Key = text</c>, plural forms <c>Key[one] = text</c>, comments start with #.</summary>
public sealed class TextFile
{
    private static readonly Regex Line = new(@"^(?<key>[A-Z][A-Za-z0-9]*)(\[(?<form>one|few|many|other)\])?\s*=\s*(?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>Texts by key, then by plural form (the empty form where the text has none), in the order of the file.</summary>
    public SortedDictionary<string, Dictionary<string, string>> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the file: line number (from 1) and message.</summary>
    public List<KeyValuePair<int, string>> Errors { get; } = new();

    /// <summary>Reads a file's text. Never throws: what cannot be read is listed in <see cref="Errors"/>.</summary>
    public static TextFile Parse(string content)
    {
        var file = new TextFile();
        var lines = content.Replace("\r\n", "\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var match = Line.Match(line);
            if (!match.Success || match.Groups["text"].Value.Length == 0)
            {
                file.Errors.Add(new KeyValuePair<int, string>(i + 1, "is not 'Key = text' with a key in PascalCase and a text"));
                continue;
            }

            file.Add(i + 1, match.Groups["key"].Value, match.Groups["form"].Value, match.Groups["text"].Value);
        }

        return file;
    }

    private void Add(int line, string key, string form, string text)
    {
        if (!Texts.TryGetValue(key, out var forms))
        {
            Texts.Add(key, forms = new Dictionary<string, string>(StringComparer.Ordinal));
        }

        if (forms.ContainsKey(form))
        {
            Errors.Add(new KeyValuePair<int, string>(line, "says '" + key + "' twice"));
            return;
        }

        forms.Add(form, text);
    }
}
