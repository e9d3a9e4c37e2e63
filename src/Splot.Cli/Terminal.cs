using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Splot.Data;
using Splot.Data.Terminal;
using Splot.Kernel;

namespace Splot.Cli;

/// <summary>One call of <c>splot</c>: finds the verb, reads its options, makes the stores ready, runs it.</summary>
public static class Terminal
{
    /// <summary>Answers go to <paramref name="output"/>, text of them in UTF-8, everything else to <paramref name="progress"/>. Returns an <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, TextReader input, Stream output, TextWriter progress, Action<IServiceCollection>? adjust, CancellationToken cancellation)
    {
        Language.English.MakeCurrent();
        await using var answer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { AutoFlush = true };
        var reading = SplotOptionsReader.Read(arguments, wordsAllowed: true);
        if (reading is OptionsReading.Wrong wrong)
        {
            return await UsageAsync(progress, wrong.Sentence);
        }

        var read = (OptionsReading.Read)reading;
        await using var services = Services(read.Options, adjust);
        var verbs = services.GetServices<Verb>().OrderBy(v => v.Name, StringComparer.Ordinal).ToList();
        var verb = Find(verbs, read.Rest);
        if (read.Help || (verb is null && read.Rest.Count == 0))
        {
            var wanted = read.Help || read.Rest.Count > 0;
            await (wanted ? answer : progress).WriteAsync(verb is null ? HelpPage.Overview(verbs, read.Rest) : HelpPage.Of(verb));
            return wanted ? ExitCode.Done : ExitCode.Usage;
        }

        return verb is null
            ? await UsageAsync(progress, HelpPage.NoSuchVerb(verbs, read.Rest))
            : await RunAsync(verb, read.Rest, new Streams(input, output, answer, progress), services, cancellation);
    }

    private static async Task<int> RunAsync(Verb verb, IReadOnlyList<string> words, Streams streams, ServiceProvider services, CancellationToken cancellation)
    {
        var own = words.Skip(verb.Name.Split(' ').Length).ToList();
        switch (CommandWords.Read(own, verb.Options))
        {
            case WordsReading.Wrong wrong:
                return await UsageAsync(streams.Progress, wrong.Sentence);
            case WordsReading.Read read when read.Arguments.Count > HelpPage.MostArguments(verb):
                return await UsageAsync(streams.Progress, $"{read.Arguments[HelpPage.MostArguments(verb)]} is one word too many for splot {verb.Name}. Try --help.");
            case WordsReading.Read when verb is { WithoutStores: false, PublicOnly: false } && services.GetRequiredService<SplotOptions>().Serve == ServedPart.Portal:
                return await UsageAsync(streams.Progress, $"splot {verb.Name} needs the main store, which --serve portal does not open.");
            case WordsReading.Read read:
                return await GuardAsync(
                    async () =>
                    {
                        if (!verb.WithoutStores)
                        {
                            await services.GetRequiredService<Preparation>().MigrateAsync(cancellation);
                        }

                        return await verb.RunAsync(new VerbCall(read.Arguments, read.Options, streams.Input, streams.Output, streams.Answer, streams.Progress, services), cancellation);
                    },
                    streams.Progress,
                    services,
                    cancellation);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A failure becomes one plain sentence; a bug also a reference, under which its trace is kept in the data folder.</summary>
    private static async Task<int> GuardAsync(Func<Task<int>> work, TextWriter progress, IServiceProvider services, CancellationToken cancellation)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await progress.WriteLineAsync("Stopped before the end.");
            return ExitCode.Failed;
        }
        catch (UsageException wrong)
        {
            return await UsageAsync(progress, wrong.Message);
        }
        catch (Exception failure)
        {
            await progress.WriteLineAsync(Failures.Sentence(failure) ?? FailureFile.Write(failure, services.GetRequiredService<SplotOptions>(), services.GetRequiredService<TimeProvider>()));
            return ExitCode.Failed;
        }
    }

    private static ServiceProvider Services(SplotOptions options, Action<IServiceCollection>? adjust)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Information);
            logging.AddFilter("Microsoft", LogLevel.Warning);
            logging.AddFilter("Npgsql", LogLevel.Warning);
            logging.AddSimpleConsole(console => (console.SingleLine, console.ColorBehavior) = (true, LoggerColorBehavior.Disabled));
        });
        services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        Modules.Add(services, options);
        adjust?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    /// <summary>The verb with the longest name that the words begin with.</summary>
    private static Verb? Find(IEnumerable<Verb> verbs, IReadOnlyList<string> words) =>
        verbs.Where(v => v.Name.Split(' ') is var name && words.Take(name.Length).SequenceEqual(name, StringComparer.Ordinal)).MaxBy(v => v.Name.Split(' ').Length);

    private static async Task<int> UsageAsync(TextWriter progress, string sentence)
    {
        await progress.WriteLineAsync(sentence);
        return ExitCode.Usage;
    }

    private sealed record Streams(TextReader Input, Stream Output, TextWriter Answer, TextWriter Progress);
}
