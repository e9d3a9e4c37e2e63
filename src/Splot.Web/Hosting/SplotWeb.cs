using Microsoft.AspNetCore.Server.Kestrel.Core;
using Splot.Contracts.Demo;
using Splot.Data;
using Splot.Data.Terminal;

namespace Splot.Web.Hosting;

/// <summary>The web application: reads its options, makes the stores ready, listens.</summary>
public static class SplotWeb
{
    /// <summary>Runs until it is told to stop. Returns an <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        switch (SplotOptionsReader.Read(arguments, wordsAllowed: false))
        {
            case OptionsReading.Wrong wrong:
                await Console.Error.WriteLineAsync(wrong.Sentence);
                return ExitCode.Usage;
            case OptionsReading.Read { Help: true }:
                await Console.Out.WriteAsync(HelpPage.Text());
                return ExitCode.Done;
            case OptionsReading.Read read:
                return await RunAsync(read.Options, cancellation);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The application with everything in it, not started, its stores untouched.</summary>
    /// <param name="options">The installation's options.</param>
    /// <param name="adjust">What tests change: the server, the clock, an endpoint.</param>
    public static WebApplication Build(SplotOptions options, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SplotWeb).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateScopes, provider.ValidateOnBuild) = (true, true));
        builder.WebHost.UseKestrel(Limit).UseUrls([.. options.Urls]);
        builder.WebHost.UseStaticWebAssets(); // without it the assets of other projects are empty under dotnet run
        Logs.Add(builder.Logging);
        builder.Services.AddSplotHost(options);
        Modules.Add(builder.Services, options);
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseSplot(options);
        app.MapHealth();
        Modules.Map(app, options);
        return app;
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 60;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestLineSize = 8 * 1024;
        kestrel.Limits.MaxConcurrentConnections = 5000;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
    }

    /// <summary>Prints one sign-in link per role; only a demo has such doors.</summary>
    private static async Task TellDoorsAsync(WebApplication app, SplotOptions options)
    {
        foreach (var (role, path) in app.Services.GetService<IDemoDoor>()?.Links ?? [])
        {
            await Console.Out.WriteLineAsync($"  {role}: {options.PublicUrl.ToString().TrimEnd('/')}/en{path}");
        }
    }

    private static async Task<int> RunAsync(SplotOptions options, CancellationToken cancellation)
    {
        try
        {
            await using var app = Build(options);
            using var telemetry = Telemetry.FromEnvironment();
            var preparation = app.Services.GetRequiredService<Preparation>();
            await preparation.MigrateAsync(cancellation);
            if (options.Demo && await preparation.LoadDemoAsync(cancellation) is { } refusal)
            {
                await Console.Error.WriteLineAsync(refusal);
                return ExitCode.Refused;
            }

            await app.StartAsync(cancellation);
            foreach (var url in app.Urls)
            {
                await Console.Out.WriteLineAsync($"Splot answers at {url}");
            }

            await TellDoorsAsync(app, options);
            await app.WaitForShutdownAsync(cancellation);
            return ExitCode.Done;
        }
        catch (Exception failure) when (Failures.Sentence(failure) is not null)
        {
            await Console.Error.WriteLineAsync(Failures.Sentence(failure));
            return ExitCode.Failed;
        }
    }
}
