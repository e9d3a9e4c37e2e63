using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Data.Terminal;

namespace Splot.Cli.Verbs;

/// <summary><c>splot doctor</c>: looks at everything an installation needs and changes nothing but a file that it removes again.</summary>
internal static class DoctorVerb
{
    public static Verb Verb { get; } = new("doctor", "", "Looks whether this installation has what it needs; changes nothing.", [], RunAsync) { WithoutStores = true };

    private static readonly TimeSpan MailLate = TimeSpan.FromHours(1);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        var options = call.Services.GetRequiredService<SplotOptions>();
        var findings = new List<Finding>
        {
            new(true, string.Create(CultureInfo.InvariantCulture, $".NET {Environment.Version} runs on {Environment.ProcessorCount} processors; Node is needed to build Splot, not to run it.")),
            Folder("data folder", options.DataFolder),
            Folder("keys folder", options.KeysFolder ?? Path.Combine(options.DataFolder, "keys")),
            new(true, options.MasterKey is null ? "No master key is given (SPLOT_KEY): the keys lie open in the keys folder, so protect it." : "A master key is given: the keys on disk are sealed with it."),
        };
        foreach (var store in call.Services.GetRequiredService<Preparation>().Stores())
        {
            findings.Add(await StoreAsync(store, call.Services.GetRequiredService<Migrator>(), cancellation));
        }

        if (findings.All(f => f.Good) && options.Serve == ServedPart.All)
        {
            findings.AddRange(await ConsumersAsync(call.Services, cancellation));
            findings.AddRange(await MailAsync(call.Services, cancellation));
        }

        foreach (var finding in findings)
        {
            await call.Answer.WriteLineAsync((finding.Good ? "good  " : "BAD   ") + finding.Sentence);
        }

        return findings.All(f => f.Good) ? ExitCode.Done : ExitCode.Failed;
    }

    private static Finding Folder(string name, string path)
    {
        var existing = path;
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
        {
            existing = parent;
        }

        var probe = Path.Combine(existing, ".splot-doctor-" + Guid.NewGuid().ToString("N"));
        try
        {
            File.WriteAllText(probe, "probe");
            File.Delete(probe);
            return new(true, existing == path ? $"The {name} {path} can be written." : $"The {name} {path} is not there yet and can be made.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(false, $"The {name} {path} cannot be written: {failure.Message}");
        }
    }

    private static async Task<Finding> StoreAsync(Store store, Migrator migrator, CancellationToken cancellation)
    {
        var name = $"The {(store.Target.Role == StoreRole.Main ? "main" : "public")} store";
        if (store.Engine == Engine.Sqlite && !File.Exists(store.Target.Location))
        {
            return new(true, $"{name} is not there yet; the first start makes it at {store.Target.Location}.");
        }

        try
        {
            return new(true, await migrator.IsCurrentAsync(store, cancellation) ? $"{name} answers and is up to date." : $"{name} answers; the next start brings it up to date.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException && Failures.Sentence(failure) is not null)
        {
            return new(false, $"{name} does not answer. {Failures.Sentence(failure)}");
        }
    }

    /// <summary>Only where the main store is there: asking must not make it.</summary>
    private static async Task<IEnumerable<Finding>> ConsumersAsync(IServiceProvider services, CancellationToken cancellation)
    {
        if (!await services.GetRequiredService<Migrator>().IsCurrentAsync(services.GetRequiredService<MainStore>(), cancellation))
        {
            return [];
        }

        var consumers = await services.GetRequiredService<OutboxPump>().StatusAsync(cancellation);
        return consumers.Select(c => c.Failures == 0
            ? new Finding(true, string.Create(CultureInfo.InvariantCulture, $"{c.Name} has {c.Waiting} changes to catch up with."))
            : new Finding(false, string.Create(CultureInfo.InvariantCulture, $"{c.Name} has failed {c.Failures} times and has {c.Waiting} changes to catch up with: {c.LastError}")));
    }

    /// <summary>Mail that waits for an hour is bad; one or another letter that nobody took is told of.</summary>
    private static async Task<IEnumerable<Finding>> MailAsync(IServiceProvider services, CancellationToken cancellation)
    {
        if (!await services.GetRequiredService<Migrator>().IsCurrentAsync(services.GetRequiredService<MainStore>(), cancellation))
        {
            return [];
        }

        var options = services.GetRequiredService<SplotOptions>();
        var state = await services.GetRequiredService<IMail>().StateAsync(cancellation);
        var late = state.OldestSince is { } oldest && services.GetRequiredService<TimeProvider>().GetUtcNow() - oldest > MailLate;
        var problem = state.LastProblem is { } last ? " " + last : "";
        return
        [
            new(true, options is { Smtp: not null, Demo: false } ? "Mail goes to the server that is given." : $"No mail server is given (--smtp): mail is written to {Path.Combine(options.DataFolder, "mail")}, where whoever reads it can use the links in it."),
            new(!late, string.Create(CultureInfo.InvariantCulture, $"{state.Waiting} letters wait; {state.Failed} letters of the last thirty days could not be sent.{problem}")),
        ];
    }

    private sealed record Finding(bool Good, string Sentence);
}
