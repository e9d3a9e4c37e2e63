namespace Splot.Tables;

/// <summary>The forms under which a header may be known, most literal first.</summary>
internal static class HeaderForms
{
    // Words that may follow a header's meaning: currencies are found by themselves, these are their companions, in several languages.
    private const string UnitWords = "in w v en em i im m mn mln mio million millions milionach k tys tysiacach thousand thousands of eur pln gbp bgn czk huf ron sek dkk hrk euro euros zl";

    private static readonly HashSet<string> Units = [.. UnitWords.Split(' ')];

    public static IEnumerable<string> Of(HeaderCell cell)
    {
        var seen = new HashSet<string>();
        foreach (var text in Texts(cell))
        {
            var form = HeaderText.Normalise(text);
            if (form.Length > 0 && seen.Add(form))
            {
                yield return form;
            }
        }

        foreach (var form in seen.ToArray())
        {
            var plain = WithoutUnits(form);
            if (plain.Length > 0 && seen.Add(plain))
            {
                yield return plain;
            }
        }
    }

    private static IEnumerable<string> Texts(HeaderCell cell)
    {
        yield return cell.Name;
        foreach (var part in cell.Parts)
        {
            yield return part;
        }

        yield return WithoutParentheses(cell.Name);
        foreach (var part in cell.Parts)
        {
            yield return WithoutParentheses(part);
            foreach (var side in part.Split(['/', '|', '\n'], StringSplitOptions.RemoveEmptyEntries))
            {
                yield return side;
                yield return WithoutParentheses(side);
            }
        }
    }

    private static string WithoutParentheses(string text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        var depth = 0;
        foreach (var character in text)
        {
            depth += character is '(' or '[' ? 1 : 0;
            if (depth == 0)
            {
                kept.Append(character);
            }

            depth -= character is ')' or ']' && depth > 0 ? 1 : 0;
        }

        return kept.ToString();
    }

    private static string WithoutUnits(string form)
    {
        var words = form.Split(' ').ToList();
        while (words.Count > 1 && Units.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return string.Join(' ', words);
    }
}
