#:project ../src/Extractor/Extractor.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property ServerGarbageCollection=false
#:property ConcurrentGarbageCollection=false

// Prints how fast pages become blocks, against the bare parse of the same pages by AngleSharp in the same run.
// usage: bench/read.sh [FILE.jsonl[.gz] | FOLDER]...
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Extract.Models;
using Extract.Read;

var reader = new HtmlReader(new ReadSettings());
// The options of our own reader: with AngleSharp's defaults the parse takes longer, and the ratio would flatter us.
var parser = new HtmlParser(new HtmlParserOptions { MaximumDepth = 512, SkipComments = true, SkipCDATA = true, SkipProcessingInstructions = true, DisableElementPositionTracking = true });
var enough = true;
foreach (var name in args)
{
    var pages = (Directory.Exists(name) ? Files(name) : Lines(name)).ToList();
    var megabytes = pages.Sum(page => page.Text!.Length) / 1e6;
    var (parse, read) = Rounds(() => pages.ForEach(Parse), () => pages.ForEach(page => reader.Read(page, CancellationToken.None)));
    Line($"{Path.GetFileName(name)}: {pages.Count} pages, {megabytes:0.0} M characters; processor seconds, the median of 9 rounds after 4");
    Line($"AngleSharp's parse  {parse:0.000} s  {megabytes / parse:0.0} M/s");
    Line($"HTML to blocks      {read:0.000} s  {megabytes / read:0.0} M/s");
    Line($"ratio               {parse / read:0.00} (the aim is 0.8 or more)");
    enough &= parse / read >= 0.8;
}
return enough ? 0 : 1;

static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

void Parse(Source page)
{
    using var document = parser.ParseDocument(page.Text!);
}

static IEnumerable<Source> Files(string folder)
{
    foreach (var file in Directory.EnumerateFiles(folder, "*.html*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
    {
        using Stream stream = File.OpenRead(file);
        using var text = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        yield return Page(file, text.ReadToEnd());
    }
}

static IEnumerable<Source> Lines(string documents)
{
    using Stream file = File.OpenRead(documents);
    using var lines = new StreamReader(documents.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
    while (lines.ReadLine() is { } line)
    {
        using var document = JsonDocument.Parse(line);
        if (document.RootElement.TryGetProperty("html", out var html) && html.GetString() is { } page) yield return Page(documents, page);
    }
}

static Source Page(string name, string html) => new() { Id = name, Bytes = default, Text = html, MediaType = "text/html", Sha256 = "" };

// One after the other in each round, so that both see the same machine. The first rounds are the compiler's.
static (double First, double Second) Rounds(Action first, Action second)
{
    var rounds = Enumerable.Range(0, 13).Select(_ => (Seconds(first), Seconds(second))).Skip(4).ToList();
    return (Median(rounds.Select(round => round.Item1)), Median(rounds.Select(round => round.Item2)));
}

static double Median(IEnumerable<double> values) => values.Order().ElementAt(4);

static double Seconds(Action act)
{
    GC.Collect();
    var start = Process.GetCurrentProcess().TotalProcessorTime;
    act();
    return (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds;
}
