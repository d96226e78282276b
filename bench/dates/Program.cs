// Prints how fast dates are found in the texts of press releases: Extract's tagger with its tokens, and Microsoft.Recognizers.Text, in the same run over the same texts.
// usage: bench/dates.sh [DOCUMENTS.jsonl[.gz]]     The texts are written for bench/dates/chrono.js, which runs over them in turn.
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Extract.Models;
using Extract.Read;
using Extract.Tag.Dates;
using Extract.Text;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;

const int Rounds = 12;
const int SlowBytes = 30_000; // the slow one sees so much of the texts, line by line: over a whole text its time grows with the square of the length
var texts = Read(args[0]);
File.WriteAllLines(args[1], texts.Select(text => JsonSerializer.Serialize(text)));
var bytes = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
var documents = texts.Select(text => new Document { Source = new() { Id = "x", Bytes = default, MediaType = "text/plain", Sha256 = "" }, Text = text, Language = "en", Blocks = [new(BlockKind.Paragraph, new(0, text.Length))] }).ToArray();
var tagger = new DateTagger();
var (best, tokensOnly, found) = (double.MaxValue, double.MaxValue, 0);
for (var round = 0; round < Rounds; round++)
{
    var start = Used();
    foreach (var document in documents) _ = TokenList.Of(document);
    tokensOnly = Math.Min(tokensOnly, Used() - start);
}
for (var round = 0; round < Rounds; round++)
{
    found = 0;
    var start = Used();
    foreach (var document in documents)
    {
        var mentions = new List<Mention>();
        tagger.Tag(document, TokenList.Of(document), mentions);
        found += mentions.Count;
    }
    best = Math.Min(best, Used() - start);
}
Print("extract (tokens and dates)", bytes, best, found);
Print("extract (tokens, which all taggers share)", bytes, tokensOnly, 0);
if (args.Contains("--ours")) return;

var few = texts.SelectMany(text => text.Split('\n')).Where(line => line.Length > 0).TakeWhile(Until(SlowBytes)).ToArray();
var model = new DateTimeRecognizer(Culture.English).GetDateTimeModel();
var (slow, seen) = (Used(), 0);
foreach (var text in few) seen += model.Parse(text, new DateTime(2024, 1, 1)).Count;
var took = Used() - slow;
Print("Microsoft.Recognizers.Text", few.Sum(text => (long)Encoding.UTF8.GetByteCount(text)), took, seen);
var same = few.Sum(text => (long)Encoding.UTF8.GetByteCount(text)) / took;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"extract is {bytes / best / same:0} times as fast as Microsoft.Recognizers.Text (200 is the target)"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"EXTRACT {bytes / best / 1e6:0.00}"));

// Processor time: on a machine with other work it alone says how fast a program is.
static double Used() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

static Func<string, bool> Until(int limit)
{
    var sum = 0;
    return text => (sum += text.Length) < limit;
}

static void Print(string name, long bytes, double seconds, int found) =>
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {bytes / seconds / 1e6:0.00} MB/s, {found} found in {bytes / 1e6:0.0} MB"));

static List<string> Read(string path)
{
    using var file = File.OpenRead(path);
    using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
    using var lines = new StreamReader(stream);
    var (readers, texts) = (new Readers(new ReadSettings()), new List<string>());
    while (lines.ReadLine() is { } line)
    {
        using var json = JsonDocument.Parse(line);
        var (html, isHtml) = json.RootElement.TryGetProperty("html", out var page) ? (page.GetString()!, true) : (json.RootElement.GetProperty("text").GetString()!, false);
        var source = new Source { Id = "x", Text = html, Bytes = Encoding.UTF8.GetBytes(html), MediaType = isHtml ? "text/html" : "text/plain", Charset = "utf-8", Sha256 = "" };
        if (readers.Read(source, default).Document is { } document) texts.Add(document.Text);
    }
    return texts;
}
