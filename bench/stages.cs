#:project ../src/Extractor/Extractor.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property ServerGarbageCollection=false
#:property ConcurrentGarbageCollection=false
#:property TieredPGO=false

// Measures what each stage has of the path of one document from read to score: all documents one after another on one thread, the best of some rounds for each
// stage, so that other work on the machine weighs little. The first round compiles the program's own code and does not count. Compiled as the program is, which does
// without profiles: code that counts for one runs in the first rounds, slower than what is measured.
// usage: bench/stages.sh [DOCUMENTS.jsonl[.gz]]
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Extract;
using Extract.Models;
using Extract.Trained;

const int Rounds = 3;
var pipeline = new Pipeline(ModelSet.Load(Path.Combine(AppContext.BaseDirectory, "Trained")), new(), new(), "");
var sources = Sources(args[0]).ToArray();
var best = new Dictionary<Stage, TimeSpan>();
long characters = 0;
for (var round = 0; round <= Rounds; round++)
{
    var watch = new Times();
    characters = 0;
    foreach (var source in sources) characters += pipeline.Process(source, default, watch: watch).Document?.Text.Length ?? 0;
    if (round == 0) continue;
    foreach (var (stage, time) in watch.Spent) best[stage] = best.TryGetValue(stage, out var before) && before < time ? before : time;
}
var all = best.Values.Aggregate(TimeSpan.Zero, (sum, time) => sum + time);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sources.Length} documents, {characters / 1e6:0.0} million characters of text, one thread: {all.TotalSeconds:0.00} s, {characters / 1e6 / all.TotalSeconds:0.00} million characters a second"));
foreach (var (stage, time) in best) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage.ToString().ToLowerInvariant(),-8} {time.TotalSeconds,6:0.00} s {time / all,7:0.0%}"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"resolve and score together {(best[Stage.Resolve] + best[Stage.Score]) / all:0.0%} (15 % is the aim)"));

static IEnumerable<Source> Sources(string path)
{
    using var file = File.OpenRead(path);
    using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
    using var reader = new StreamReader(plain);
    while (reader.ReadLine() is { } line)
    {
        using var json = JsonDocument.Parse(line);
        string? Of(string name) => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        var (html, text) = (Of("html"), Of("text"));
        var bytes = System.Text.Encoding.UTF8.GetBytes(html ?? text ?? "");
        yield return new()
        {
            Id = Of("id")!,
            Bytes = bytes,
            Text = html ?? text,
            MediaType = html is null ? "text/plain" : "text/html",
            Published = DateOnly.TryParseExact(Of("published"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        };
    }
}

internal sealed class Times : IStageWatch
{
    public SortedDictionary<Stage, TimeSpan> Spent { get; } = [];

    public T In<T>(Stage stage, Func<T> work)
    {
        var began = Stopwatch.GetTimestamp();
        var made = work();
        Spent[stage] = Spent.GetValueOrDefault(stage) + Stopwatch.GetElapsedTime(began);
        return made;
    }
}
