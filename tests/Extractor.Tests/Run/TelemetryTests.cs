using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Extract.Run;

namespace Extract.Tests.Run;

/// <summary>Metrics and traces reach a collector where the environment names one, and cost nothing where it does not.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public void A_collector_is_told_of_documents_and_stages()
    {
        using var collector = new Collector();
        using var folder = Announcements.Folder(3).With("texts/none.txt", "")
            .With("pipeline.yml", "fetch:\n  sources: [texts, 'http://127.0.0.1:9/?key=${TOKEN}']\n  retries: 0\n");
        var ran = ExtractProgram.RunWith(folder.Path, [("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("TOKEN", "s3cret")], "run", "--quiet");
        Assert.Equal(1, ran.Status);
        // Names and values of text stand in the messages as they are.
        var (metrics, traces) = (collector.Received("/v1/metrics"), collector.Received("/v1/traces"));
        foreach (var name in new[] { "extract.documents", "extract.records", "extract.bytes", "extract.stage.duration", "outcome", "dropped", "failed" }) Assert.Contains(name, metrics, StringComparison.Ordinal);
        foreach (var stage in new[] { "fetch", "read", "tag", "split", "resolve", "score", "link", "publish" })
        {
            Assert.Contains(stage, traces, StringComparison.Ordinal);
            Assert.Contains(stage, metrics, StringComparison.Ordinal);
        }
        Assert.Contains("texts/002.txt", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", metrics + traces, StringComparison.Ordinal);
    }

    [Fact]
    public void A_collector_that_is_not_there_costs_no_record()
    {
        using var folder = Announcements.Folder(2);
        var ran = ExtractProgram.RunWith(folder.Path, [("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")], "run", "texts", "--quiet");
        Assert.Equal((0, ""), (ran.Status, ran.Talk));
        Assert.Equal(2, folder.Lines("out/records.jsonl").Length);
    }

    [Fact]
    public void Without_a_collector_nothing_of_it_is_loaded()
    {
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is not null) Assert.Skip("a collector is named here");
        Assert.Null(TelemetryExport.Begin());
        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name!.StartsWith("OpenTelemetry", StringComparison.Ordinal));
    }

    /// <summary>A collector of a few lines: keeps what is sent to it.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ConcurrentQueue<(string Path, string Body)> _received = new();

        public Collector()
        {
            using (var free = new TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Address = FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
            }
            _listener.Prefixes.Add(Address);
            _listener.Start();
            _ = Task.Run(ListenAsync);
        }

        public string Address { get; }

        public string Received(string path) => string.Concat(_received.Where(message => message.Path == path).Select(message => message.Body));

        public void Dispose() => _listener.Close();

        private async Task ListenAsync()
        {
            while (_listener.IsListening)
            {
                try
                {
                    var context = await _listener.GetContextAsync();
                    using var reader = new StreamReader(context.Request.InputStream, Encoding.Latin1);
                    _received.Enqueue((context.Request.Url!.AbsolutePath, await reader.ReadToEndAsync()));
                    context.Response.Close();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
