#:project ../src/Extractor/Extractor.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property ServerGarbageCollection=false
#:property ConcurrentGarbageCollection=false
#:property TieredPGO=true

// Measures the names of organizations alone: how long what they need takes to load, how large it is, and how fast they are found on one core, in tokens and places that are there already.
// usage: bench/organizations.sh [DOCUMENTS.jsonl[.gz]] [--again]: --again also prints a hash of all that was found, so that a change that is to change nothing can be held to it
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Extract;
using Extract.Models;
using Extract.Tag.Organizations;
using Extract.Tag.Places;
using Extract.Text;
using Extract.Trained;

const int Rounds = 15;
var trained = Path.Combine(AppContext.BaseDirectory, "Trained");
var tagger = Load();
var documents = Documents(args[0]).ToArray();
var (best, found) = (double.MaxValue, new List<Mention>());
for (var round = 0; round < Rounds; round++)
{
    var start = Processor();
    foreach (var (document, tokens, places) in documents)
    {
        found.Clear();
        found.AddRange(places);
        tagger.Tag(document, tokens, found);
    }
    best = Math.Min(best, (Processor() - start).TotalSeconds);
}
var megabytes = documents.Sum(each => (long)Encoding.UTF8.GetByteCount(each.Document.Text)) / 1e6;
Line($"{documents.Length:N0} documents, {megabytes:0.00} MB of text: {megabytes / best:0.0} MB/s on one core, tokens and places made before (processor time, the best of {Rounds} rounds; the aim is 20)");
if (args.Contains("--again")) Line($"what was found: {Found()}");
return megabytes / best >= 20 ? 0 : 1;

// First: nothing is in memory or compiled yet.
OrganizationTagger Load()
{
    var (start, cpu) = (Stopwatch.GetTimestamp(), Processor());
    var set = ModelSet.Empty.With(OrganizationTagger.ModelName, LinearModel.Load(new MemoryStream(File.ReadAllBytes(Path.Combine(trained, OrganizationTagger.ModelName + ".weights")))));
    var made = new OrganizationTagger(set);
    _ = WordClasses.Shipped.Of(Folding.Hash("council"));
    var (ready, used) = (Stopwatch.GetElapsedTime(start), Processor() - cpu);
    var size = Directory.EnumerateFiles(Path.Combine(trained, "organizations")).Append(Path.Combine(trained, OrganizationTagger.ModelName + ".weights")).Sum(file => new FileInfo(file).Length);
    Line($"models and gazetteer: ready in {ready.TotalMilliseconds:0} ms ({used.TotalMilliseconds:0} ms of the processor; the aim is 150), {size / 1e6:0.0} MB on disk (8)");
    return made;
}

string Found()
{
    using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    foreach (var (document, tokens, places) in documents)
    {
        found.Clear();
        found.AddRange(places);
        tagger.Tag(document, tokens, found);
        foreach (var mention in found) hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{document.Source.Id} {mention.Kind} {mention.Span} {mention.Value} {mention.Evidence.By} {mention.Evidence.Trust:R}\n")));
    }
    return Convert.ToHexStringLower(hash.GetHashAndReset(), 0, 8);
}

static IEnumerable<(Document Document, TokenList Tokens, Mention[] Places)> Documents(string path)
{
    var pipeline = new Pipeline(ModelSet.Empty, new(), new(), "");
    var places = new PlaceTagger(Gazetteer.Shared);
    using Stream file = File.OpenRead(path);
    using var lines = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
    while (lines.ReadLine() is { } line)
    {
        using var json = JsonDocument.Parse(line);
        var (id, html) = (json.RootElement.GetProperty("id").GetString()!, json.RootElement.TryGetProperty("html", out var page) ? page.GetString() : null);
        var text = html ?? json.RootElement.GetProperty("text").GetString()!;
        var bytes = Encoding.UTF8.GetBytes(text);
        var source = new Source { Id = id, Bytes = bytes, Text = text, MediaType = html is null ? "text/plain" : "text/html", Sha256 = Convert.ToHexString(SHA256.HashData(bytes)) };
        if (pipeline.Read(source, default).Document is not { } document) continue;
        var (tokens, mentions) = (TokenList.Of(document), new List<Mention>());
        places.Tag(document, tokens, mentions);
        yield return (document, tokens, [.. mentions]);
    }
}

// Of this process, so that others on the machine do not count.
static TimeSpan Processor()
{
    using var process = Process.GetCurrentProcess();
    return process.TotalProcessorTime;
}

static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
