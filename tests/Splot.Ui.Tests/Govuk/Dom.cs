using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Splot.Ui.Tests.Govuk;

/// <summary>HTML written so that only differences that a browser sees remain.</summary>
internal static partial class Dom
{
    public static string Normalized(string html)
    {
        var text = new StringBuilder();
        foreach (var node in Rendering.Parse("<!DOCTYPE html><body>" + html).Body!.ChildNodes)
        {
            Write(node, text, 0);
        }

        return text.ToString();
    }

    private static void Write(INode node, StringBuilder text, int depth)
    {
        var indent = new string(' ', depth * 2);
        if (node is IElement element)
        {
            text.Append(indent).Append('<').Append(element.LocalName);
            foreach (var attribute in element.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal))
            {
                text.Append(' ').Append(attribute.Name).Append("=\"").Append(attribute.Name == "class" ? Classes(attribute.Value) : attribute.Value).Append('"');
            }

            text.Append(">\n");
            foreach (var child in element.ChildNodes)
            {
                Write(child, text, depth + 1);
            }
        }
        else if (node.NodeType == NodeType.Text && Space().Replace(node.TextContent, " ").Trim() is { Length: > 0 } words)
        {
            text.Append(indent).Append(words).Append('\n');
        }
    }

    private static string Classes(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
