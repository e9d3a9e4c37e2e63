using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data.Terminal;
using Splot.Testing;

namespace Splot.Cli.Tests;

/// <summary>What a call of <c>splot</c> came to.</summary>
internal sealed record Run(int Code, string Answer, string Progress)
{
    /// <summary>The answer as bytes.</summary>
    public byte[] Output { get; private init; } = [];

    /// <summary>Runs the program in this process, on a data folder of its own unless the words name one.</summary>
    public static async Task<Run> SplotAsync(string words, string input = "", Action<IServiceCollection>? adjust = null, CancellationToken cancellation = default)
    {
        using var folder = new TemporaryFolder();
        return await InAsync(folder.Location, words, input, adjust, cancellation);
    }

    /// <summary>Runs the program on a data folder.</summary>
    public static async Task<Run> InAsync(string folder, string words, string input = "", Action<IServiceCollection>? adjust = null, CancellationToken cancellation = default)
    {
        using var progress = new StringWriter();
        return await OfAsync([.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--data", folder], progress, input, adjust, cancellation);
    }

    /// <summary>Runs the program with these words; what it says beside its answer goes to <paramref name="progress"/>.</summary>
    public static async Task<Run> OfAsync(IReadOnlyList<string> words, StringWriter progress, string input = "", Action<IServiceCollection>? adjust = null, CancellationToken cancellation = default)
    {
        using var output = new MemoryStream();
        using var reader = new StringReader(input);
        var code = await Terminal.RunAsync(words, reader, output, progress, adjust, cancellation);
        return new Run(code, Encoding.UTF8.GetString(output.ToArray()), progress.ToString()) { Output = output.ToArray() };
    }

    /// <summary>Registers a verb for one test.</summary>
    public static Action<IServiceCollection> With(string name, Func<VerbCall, CancellationToken, Task<int>> run, string arguments = "", params VerbOption[] options) =>
        services => services.AddSingleton(new Verb(name, arguments, $"Does {name}.", options, run) { WithoutStores = true });
}
