using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using System.Text.RegularExpressions;

namespace Splot.Architecture.Tests;

/// <summary>Rules about source text. SQL is judged on the syntax tree: a constant may be put together from constants, nothing else.</summary>
internal static partial class Source
{
    /// <summary>SQL that is put together at run time.</summary>
    public static IReadOnlyList<string> BuiltSql(IEnumerable<HouseFile> files) => [.. files.SelectMany(BuiltSql)];

    private static IEnumerable<string> BuiltSql(HouseFile file)
    {
        var tree = CSharpSyntaxTree.ParseText(file.Text);
        return tree.GetRoot().DescendantNodes()
            .Where(n => n switch
            {
                InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().Any() && LooksLikeSql(FirstText(text)),
                BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) && !sum.Parent.IsKind(SyntaxKind.AddExpression) => Operands(sum).Any(IsSqlLiteral) && !IsConstant(sum),
                InvocationExpressionSyntax call => IsTextBuilding(call) && call.ArgumentList.Arguments.Any(a => IsSqlLiteral(a.Expression)),
                _ => false,
            })
            .Where(n => !IsConstant(n))
            .Select(n => $"{file.Path}:{n.GetLocation().GetLineSpan().StartLinePosition.Line + 1} puts SQL together: {n.ToString().Split('\n')[0]}");
    }

    /// <summary>Suppressions that give no reason.</summary>
    public static IReadOnlyList<string> SilentSuppressions(IEnumerable<HouseFile> files) =>
    [
        .. from file in files
           from line in file.Text.Split('\n').Select((text, index) => (Text: text.Trim(), Number: index + 1))
           where (line.Text.StartsWith("#pragma warning disable", StringComparison.Ordinal) && !line.Text.Contains("//", StringComparison.Ordinal))
              || (Suppression().IsMatch(line.Text) && !line.Text.Contains("Justification = \"", StringComparison.Ordinal))
           select $"{file.Path}:{line.Number} suppresses a rule without a reason",
    ];

    /// <summary>Words that promise work instead of doing it.</summary>
    public static IReadOnlyList<string> Promises(IEnumerable<HouseFile> files) =>
    [
        .. from file in files
           from line in file.Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
           where Promise().IsMatch(line.Text)
           select $"{file.Path}:{line.Number} {line.Text.Trim()}",
    ];

    /// <summary>Files over 400 lines whose first line is no comment that says why.</summary>
    public static IReadOnlyList<string> TooLong(IEnumerable<HouseFile> files) =>
    [
        .. from file in files
           let lines = file.Text.Count(c => c == '\n')
           where lines > 400 && !LengthReason().IsMatch(file.Text)
           select $"{file.Path} has {lines} lines and does not say why",
    ];

    private static IEnumerable<ExpressionSyntax> Operands(ExpressionSyntax sum) => sum is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } both
        ? Operands(both.Left).Concat(Operands(both.Right))
        : [sum];

    private static bool IsSqlLiteral(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => LooksLikeSql(literal.Token.ValueText),
        InterpolatedStringExpressionSyntax text => LooksLikeSql(FirstText(text)),
        _ => false,
    };

    private static bool IsTextBuilding(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax
    {
        Name.Identifier.ValueText: "Format" or "Concat" or "Append" or "AppendLine" or "AppendFormat" or "Join",
    };

    private static string FirstText(InterpolatedStringExpressionSyntax text) => string.Concat(text.Contents.Select(c => c is InterpolatedStringTextSyntax part ? part.TextToken.ValueText : "x"));

    private static bool LooksLikeSql(string text) => Sql().IsMatch(text);

    /// <summary>The initializer of a constant: the compiler sees to it that only constants go in.</summary>
    private static bool IsConstant(SyntaxNode node) => node.Ancestors().Any(a => a switch
    {
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => local.IsConst,
        _ => false,
    });

    // A verb in capitals or in small letters is SQL; with one capital it begins a sentence.
    [GeneratedRegex("""^\s*(?-i:(?=[A-Z]{2}|[a-z]{2}))(select\s.+\sfrom\s|select\s+\S+\s*\(|insert\s+(or\s+\w+\s+)?into\s|update\s+\S+\s+set\s|delete\s+from\s|(create|alter|drop)\s+(unique\s+|temp\s+|temporary\s+|virtual\s+)?(table|index|view|schema|database|trigger|role|collation)\s|with\s+(recursive\s+)?\w+(\s*\([^)]*\))?\s+as\s*(materialized\s*)?\(|pragma\s+\w|attach\s+database|truncate\s+(table\s+)?\w|copy\s+\w+\s*\(|vacuum\s+into|set\s+(local\s+|role\s|search_path)|where\s+\w+\s*(=|<|>|in\s*\(|like\s|is\s)|and\s+\w+\.?\w*\s*(=|<|>|in\s*\(|like\s)|order\s+by\s+\w|limit\s+\d|(left\s+|inner\s+)?join\s+\w+\s+on\s)""", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sql();

    [GeneratedRegex("""^\[(assembly:\s*|module:\s*)?(System\.Diagnostics\.CodeAnalysis\.)?(Unconditional)?SuppressMessage\(""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Suppression();

    // Written in pieces so that this file does not find itself.
    [GeneratedRegex("\\b(TO" + "DO|FIX" + "ME|HA" + "CK)\\b|NotImplemented" + "Exception", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Promise();

    [GeneratedRegex("""\A\uFEFF?\s*(//|/\*|@\*|#|--|<!--).{20,}""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LengthReason();
}
