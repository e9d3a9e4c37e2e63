using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Splot.Texts;

/// <summary>
/// Turns each folder's Text.en, Text.pl and Text.bg into one typed class, so that a text missing in a language, or with other
/// placeholders, is a build error (SPLOT001).
/// </summary>
[Generator]
public sealed class TextGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor Problem = new("SPLOT001", "Texts differ between languages", "{0}: {1}", "Splot.Texts", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Where(f => TextSet.LanguageCodes.Any(l => Path.GetFileName(f.Path) == "Text." + l))
            .Select((f, cancel) => new KeyValuePair<string, string>(f.Path, f.GetText(cancel)?.ToString() ?? ""))
            .Collect();
        var project = context.AnalyzerConfigOptionsProvider.Select((o, _) => new KeyValuePair<string, string>(
            o.GlobalOptions.TryGetValue("build_property.RootNamespace", out var ns) ? ns : "",
            o.GlobalOptions.TryGetValue("build_property.MSBuildProjectDirectory", out var folder) ? folder : ""));
        context.RegisterSourceOutput(files.Combine(project), (output, input) => Generate(output, input.Left, input.Right.Key, input.Right.Value));
    }

    private static void Generate(SourceProductionContext output, ImmutableArray<KeyValuePair<string, string>> files, string rootNamespace, string projectFolder)
    {
        foreach (var folder in files.GroupBy(f => Path.GetDirectoryName(f.Key) ?? "", StringComparer.Ordinal))
        {
            var parsed = TextSet.LanguageCodes
                .Select(l => folder.Where(f => f.Key.EndsWith("." + l, StringComparison.Ordinal)).Select(f => TextFile.Parse(f.Value)).FirstOrDefault())
                .ToArray();
            var errors = TextSet.Check(parsed).ToList();
            for (var i = 0; i < parsed.Length; i++)
            {
                errors.AddRange(parsed[i]?.Errors.Select(e => "line " + e.Key + " of Text." + TextSet.LanguageCodes[i] + " " + e.Value) ?? new[] { "Text." + TextSet.LanguageCodes[i] + " is missing" });
            }

            var relative = folder.Key.StartsWith(projectFolder, StringComparison.Ordinal) ? folder.Key.Substring(projectFolder.Length).Trim('/', '\\') : Path.GetFileName(folder.Key);
            foreach (var error in errors)
            {
                output.ReportDiagnostic(Diagnostic.Create(Problem, Location.None, relative, error));
            }

            if (errors.Count == 0)
            {
                var ns = relative.Length == 0 ? rootNamespace : rootNamespace + "." + relative.Replace('/', '.').Replace('\\', '.');
                output.AddSource((relative.Length == 0 ? "Root" : relative.Replace('/', '.').Replace('\\', '.')) + ".Text.g.cs", SourceText.From(TextSet.Write(ns, parsed!), System.Text.Encoding.UTF8));
            }
        }
    }
}
