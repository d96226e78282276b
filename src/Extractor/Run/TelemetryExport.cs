using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Extract.Run;

/// <summary>
/// Sends what <see cref="Telemetry"/> measures to a collector, where the environment names one. How (protocol, headers, interval, sampling) say OpenTelemetry's own variables.
/// </summary>
internal static class TelemetryExport
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Begins; what is disposed sends the rest. Null, and nothing is loaded, where no collector is named.</summary>
    public static IDisposable? Begin() => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Endpoint)) ? null : Start();

    // A method of its own: OpenTelemetry's files are opened when this is compiled, and never without a collector.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Exporting Start() => new(
        Sdk.CreateTracerProviderBuilder().ConfigureResource(Service).AddSource(Telemetry.Name).AddOtlpExporter().Build(),
        Sdk.CreateMeterProviderBuilder().ConfigureResource(Service).AddMeter(Telemetry.Name).AddOtlpExporter().Build());

    private static void Service(ResourceBuilder resource)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_SERVICE_NAME")))
            resource.AddService(Telemetry.Name, serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version!.ToString(3), autoGenerateServiceInstanceId: false);
    }

    private sealed class Exporting(IDisposable traces, IDisposable metrics) : IDisposable
    {
        public void Dispose()
        {
            traces.Dispose();
            metrics.Dispose();
        }
    }
}
