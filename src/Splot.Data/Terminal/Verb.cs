namespace Splot.Data.Terminal;

/// <summary>Exit codes of Web and Cli.</summary>
public static class ExitCode
{
    /// <summary>Done, warnings included.</summary>
    public const int Done = 0;

    /// <summary>Input refused; a report was written, nothing visible changed.</summary>
    public const int Refused = 1;

    /// <summary>Wrong usage.</summary>
    public const int Usage = 2;

    /// <summary>Failure of the program or a missing requirement.</summary>
    public const int Failed = 3;
}

/// <summary>An option of a verb.</summary>
/// <param name="Name">Name with its dashes: <c>--profile</c>.</param>
/// <param name="Value">What the value is called in help; null for a switch.</param>
/// <param name="Help">One sentence.</param>
public sealed record VerbOption(string Name, string? Value, string Help);

/// <summary>Something that can be done from a terminal: a module registers its verbs, the Cli finds and runs them.</summary>
/// <param name="Name">Words after <c>splot</c>: <c>import operations</c>.</param>
/// <param name="Arguments">What follows, as shown in help: <c>FILE</c>; empty where nothing does.</param>
/// <param name="Help">One sentence.</param>
/// <param name="Options">The verb's own options, beside those that all verbs share.</param>
/// <param name="RunAsync">Does it; returns an <see cref="ExitCode"/>.</param>
public sealed record Verb(
    string Name,
    string Arguments,
    string Help,
    IReadOnlyList<VerbOption> Options,
    Func<VerbCall, CancellationToken, Task<int>> RunAsync)
{
    /// <summary>True where the verb works without any store (nothing is created or migrated for it).</summary>
    public bool WithoutStores { get; init; }

    /// <summary>True where the verb needs the public store and not the main one, so that it runs where only the portal is served.</summary>
    public bool PublicOnly { get; init; }
}

/// <summary>One call of a verb.</summary>
/// <param name="Arguments">Words that are no options.</param>
/// <param name="Options">Values by option name with dashes; a switch has the empty value.</param>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output as bytes, for answers that are files.</param>
/// <param name="Answer">Standard output as text: answers only. Written through to <paramref name="Output"/> at once.</param>
/// <param name="Progress">Standard error: logs and progress.</param>
/// <param name="Services">The modules' services.</param>
public sealed record VerbCall(
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Options,
    TextReader Input,
    Stream Output,
    TextWriter Answer,
    TextWriter Progress,
    IServiceProvider Services)
{
    /// <summary>The value of an option, or null.</summary>
    public string? Option(string name) => Options.GetValueOrDefault(name);

    /// <summary>The one argument, the path of a file that is there.</summary>
    /// <exception cref="UsageException">There is another number of arguments, or no such file.</exception>
    public string InputFile() => Arguments is [var path] ? NamedFiles.Existing(path) : throw new UsageException("Give one file.");

    /// <summary>The file that an option names for what the verb writes; null where the option is not given.</summary>
    /// <exception cref="UsageException">A file of that name cannot be: it is a folder, its folder is not there, or it is named for something else too.</exception>
    public OutputFile? OutputFile(string option)
    {
        if (Option(option) is not { } path)
        {
            return null;
        }

        var others = Arguments.Concat(Options.Where(o => o.Key != option).Select(o => o.Value));
        return others.Any(o => o.Length > 0 && Path.GetFullPath(o) == Path.GetFullPath(path))
            ? throw new UsageException($"'{path}' is named twice; {option} must be a file of its own.")
            : Terminal.OutputFile.Create(path, option);
    }
}
