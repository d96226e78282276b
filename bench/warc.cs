#:project ../src/Extractor/Extractor.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property ServerGarbageCollection=false
#:property ConcurrentGarbageCollection=false

// Prints how fast records come out of a web archive, against a plain pass of gzip over the same file in the same run.
// usage: bench/warc.sh [DOCUMENTS.jsonl[.gz]]
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Extract.Fetch;

var folder = Directory.CreateTempSubdirectory("extract-").FullName;
try
{
    var warc = Path.Combine(folder, "pages.warc.gz");
    var records = Write(args[0], warc);
    var size = new FileInfo(warc).Length;
    Line($"{records} records, {size / 1e6:0.0} MB packed, {Pass(warc) / 1e6:0.0} MB unpacked; processor seconds, the best of 7 rounds after 3");
    var plain = Best(() => Pass(warc));
    var ours = Best(() => Documents(folder, records / 3));
    Line($"plain gzip pass     {plain:0.000} s  {records / plain:N0} records/s");
    Line($"extract's records   {ours:0.000} s  {records / ours:N0} records/s");
    Line($"ratio               {ours / plain:0.00} (the aim is 2 or less)");
    return ours / plain <= 2 ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

// Each page as crawlers write it: request, response, metadata, each packed by itself.
static int Write(string documents, string warc)
{
    using var output = File.Create(warc);
    var records = 0;
    // Several times over: what is measured is the steady pace of a large file.
    foreach (var line in Enumerable.Repeat(documents, 5).SelectMany(Lines))
    {
        using var document = JsonDocument.Parse(line);
        if (!document.RootElement.TryGetProperty("html", out var html) || html.GetString() is not { } page) continue;
        var uri = document.RootElement.TryGetProperty("url", out var url) ? url.GetString() : $"https://example.org/{records}";
        Record(output, "request", uri, "GET / HTTP/1.1\r\nHost: example.org\r\nUser-Agent: some\r\n\r\n");
        Record(output, "response", uri, $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nServer: some\r\n\r\n{page}");
        Record(output, "metadata", uri, "fetchTimeMs: 12\r\nvia: https://example.org/\r\n");
        records += 3;
    }
    return records;
}

static IEnumerable<string> Lines(string documents)
{
    using Stream file = File.OpenRead(documents);
    using var lines = new StreamReader(documents.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
    while (lines.ReadLine() is { } line) yield return line;
}

static void Record(Stream output, string type, string? uri, string content)
{
    var bytes = Encoding.UTF8.GetBytes(content);
    using var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
    gzip.Write(Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2018-06-04T10:11:12Z\r\nWARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype={type}\r\nContent-Length: {bytes.Length}\r\n\r\n"));
    gzip.Write(bytes);
    gzip.Write("\r\n\r\n"u8);
}

static long Pass(string warc)
{
    using var gzip = new GZipStream(new FileStream(warc, FileMode.Open, FileAccess.Read, FileShare.Read, 1), CompressionMode.Decompress);
    var (buffer, bytes) = (new byte[1 << 16], 0L);
    for (int read; (read = gzip.Read(buffer)) > 0;) bytes += read;
    return bytes;
}

static long Documents(string folder, int expected)
{
    using var fetcher = new Fetcher(new FetchSettings { Sources = ["pages.warc.gz"] }, folder, 50_000_000, new HashSet<string>());
    var documents = fetcher.InputsAsync(CancellationToken.None).ToBlockingEnumerable().Count(input => fetcher.FetchAsync(input, CancellationToken.None).Result.Source is not null);
    return documents == expected ? documents : throw new InvalidOperationException($"{documents} documents instead of {expected}");
}

// The first rounds are the compiler's.
static double Best(Func<long> act) => Enumerable.Range(0, 10).Select(_ =>
{
    var start = Process.GetCurrentProcess().TotalProcessorTime;
    act();
    return (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds;
}).Skip(3).Min();
