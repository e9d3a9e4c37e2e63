using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Splot.Web.Hosting;

/// <summary>Traces and metrics by OTLP, where the environment names a collector; otherwise nothing is collected and nothing is sent.</summary>
public sealed class Telemetry : IDisposable
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "Npgsql", "Splot"];
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", "Npgsql", "Splot"];

    private readonly TracerProvider traces;
    private readonly MeterProvider metrics;

    private Telemetry(TracerProvider traces, MeterProvider metrics) => (this.traces, this.metrics) = (traces, metrics);

    /// <summary>
    /// Starts exporting where OTEL_EXPORTER_OTLP_ENDPOINT is set; the other OTEL_… variables of the standard (protocol, headers, time-out,
    /// resource attributes) are followed too. Null where it is not set.
    /// </summary>
    public static Telemetry? FromEnvironment()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT")))
        {
            return null;
        }

        var version = typeof(Telemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        var resource = ResourceBuilder.CreateDefault().AddService("splot", serviceVersion: version).AddEnvironmentVariableDetector();
        return new Telemetry(
            Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources).AddOtlpExporter().Build(),
            Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter().Build());
    }

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        traces.Dispose();
        metrics.Dispose();
    }
}
