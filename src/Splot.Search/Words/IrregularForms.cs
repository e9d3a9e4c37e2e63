using System.Collections.Frozen;
using System.Reflection;
using Splot.Search.Text;

namespace Splot.Search.Words;

/// <summary>Forms that neither dictionary nor rules bring together (dzieci: dziecko, хора: човек, children: child), as data: exceptions.*.txt.</summary>
internal sealed class IrregularForms
{
    private readonly FrozenDictionary<string, IrregularForm[]> forms;
    private readonly FrozenSet<string> themselves;

    private IrregularForms(FrozenDictionary<string, IrregularForm[]> forms, FrozenSet<string> themselves)
    {
        this.forms = forms;
        this.themselves = themselves;
    }

    /// <summary>The list that comes with the program; <paramref name="language"/> is a two-letter code.</summary>
    public static IrregularForms Of(string language)
    {
        using var file = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"exceptions.{language}.txt")!);
        return Read(file);
    }

    /// <summary>Reads a list: a base form and its forms on each line; "= word …" for words that are nothing but themselves; # opens a remark.</summary>
    public static IrregularForms Read(TextReader file)
    {
        var byKey = new Dictionary<string, List<IrregularForm>>(StringComparer.Ordinal);
        var alone = new HashSet<string>(StringComparer.Ordinal);
        while (file.ReadLine() is { } line)
        {
            var words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is ["=", .. var named])
            {
                alone.UnionWith(named.Select(w => Letters.Key(w)));
                continue;
            }

            foreach (var form in words)
            {
                var key = Letters.Key(form);
                if (!byKey.TryGetValue(key, out var known))
                {
                    byKey.Add(key, known = []);
                }

                known.Add(new IrregularForm(form, words[0]));
            }
        }

        return new IrregularForms(byKey.ToFrozenDictionary(f => f.Key, f => f.Value.ToArray(), StringComparer.Ordinal), alone.ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>The forms with this key, or none.</summary>
    public IReadOnlyList<IrregularForm> WithKey(string key) => forms.GetValueOrDefault(key) ?? [];

    /// <summary>Whether the word is to be taken for itself whatever a dictionary says.</summary>
    public bool IsItself(string key) => themselves.Contains(key);
}

/// <summary>A form and the base form it belongs to.</summary>
internal readonly record struct IrregularForm(string Form, string Base);
