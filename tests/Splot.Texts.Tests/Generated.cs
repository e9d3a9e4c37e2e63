using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Splot.Kernel;

namespace Splot.Texts.Tests;

/// <summary>What the generator makes of a project's text files, run as the compiler runs it.</summary>
internal sealed class Generated
{
    private const string ProjectFolder = "/project";

    private readonly Compilation _output;

    private Generated(Compilation output, GeneratorRunResult result)
    {
        _output = output;
        Problems = [.. result.Diagnostics.Select(d => d.Id + " " + d.GetMessage(CultureInfo.InvariantCulture))];
        Sources = [.. result.GeneratedSources.Select(s => s.SourceText.ToString())];
    }

    /// <summary>Diagnostics of the generator: id and message.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>The sources it wrote.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Errors and warnings of the compiler about the generated sources.</summary>
    public IReadOnlyList<Diagnostic> CompilerComplaints => [.. _output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>Texts of one folder below the project's: English, Polish, Bulgarian; null leaves the file out.</summary>
    public static Generated From(string? english, string? polish, string? bulgarian, string folder = "") => From([.. Files(folder, english, polish, bulgarian)]);

    public static Generated From(params IEnumerable<AdditionalText> files)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is "System.Runtime.dll" or "System.Private.CoreLib.dll")
            .Append(typeof(Language).Assembly.Location)
            .Select(p => MetadataReference.CreateFromFile(p));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create("Texts", [], references, options);
        var driver = CSharpGeneratorDriver.Create(
            [new TextGenerator().AsSourceGenerator()], [.. files], CSharpParseOptions.Default.WithDocumentationMode(DocumentationMode.Diagnose), new Options());
        var run = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _).GetRunResult();
        return new Generated(output, run.Results.Single());
    }

    public static IEnumerable<AdditionalText> Files(string folder, string? english, string? polish, string? bulgarian) =>
        new[] { ("en", english), ("pl", polish), ("bg", bulgarian) }
            .Where(f => f.Item2 is not null)
            .Select(f => new TextOnDisk($"{ProjectFolder}/{folder}/Text.{f.Item1}".Replace("//", "/", StringComparison.Ordinal), f.Item2!));

    /// <summary>Compiles the output and says what the text says in a language.</summary>
    public string Say(Language language, string member, params object[] arguments) => Say("Splot.Room", language, member, arguments);

    /// <inheritdoc cref="Say(Language, string, object[])"/>
    public string Say(string ns, Language language, string member, params object[] arguments)
    {
        using var library = new MemoryStream();
        var emitted = _output.Emit(library);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        var texts = Assembly.Load(library.ToArray()).GetType(ns + ".Text", throwOnError: true)!;
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = language.Culture();
            var said = arguments.Length == 0 ? texts.GetProperty(member)!.GetValue(null) : texts.GetMethod(member)!.Invoke(null, arguments);
            return (string)said!;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private sealed class TextOnDisk(string path, string content) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content, Encoding.UTF8);
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties(ImmutableDictionary<string, string>.Empty
            .Add("build_property.RootNamespace", "Splot.Room")
            .Add("build_property.MSBuildProjectDirectory", ProjectFolder));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Properties(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
