#:project ../src/Extractor/Extractor.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property ServerGarbageCollection=false
#:property ConcurrentGarbageCollection=false
#:property TieredPGO=true

// Measures places alone: on LGL and GeoWebNews (Gritta and others 2018, 2020) how many toponyms that are populated places are found, and how many of those
// lie within 161 km of the gold place; and how fast they are found with gazetteers of several sizes. Nothing is learned from either set.
// usage: bench/places.sh [--half even|odd [--misses] | --speed]: one half alone, so that the other stays unseen while one develops; the speed alone
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Extract;
using Extract.Models;
using Extract.Tag.Places;
using Extract.Text;
using Extract.Trained;

Memory(); // first: nothing is in memory yet
const double Near = 161; // kilometres: the 100 miles of the literature
var half = args is [_, "--half", var one, ..] ? one : null;
var (misses, speed) = (args is [.., "--misses"], args is [.., "--speed"]);
var pipeline = new Pipeline(ModelSet.Load(Path.Combine(AppContext.BaseDirectory, "Trained")), new(), new(), "");
var sets = new[] { ("lgl", Lgl(Path.Combine(args[0], "lgl.xml"))), ("geowebnews", GeoWebNews(Path.Combine(args[0], "geowebnews.xml"))) };
Line($"{"",-12}{"articles",10}{"half",6}{"places",8}{"found",7}{"recall",8}{"near",6}{"of found",10}{"of all",8}");
foreach (var (name, articles) in speed ? [] : sets)
    foreach (var (odd, label) in new[] { (0, "even"), (1, "odd") })
    {
        if (half is not null && half != label) continue;
        var tally = new Tally();
        for (var i = odd; i < articles.Count; i += 2) Judge(articles[i], tally, misses);
        Line($"{name,-12}{(articles.Count + 1 - odd) / 2,10}{label,6}{tally.Places,8}{tally.Found,7}{tally.Found / (double)tally.Places,8:0.000}{tally.Near,6}{tally.Near / (double)tally.Found,10:0.000}{tally.Near / (double)tally.Places,8:0.000}");
    }
if (half is null) Speed([.. sets.SelectMany(set => set.Item2).Select(article => article.Text)]);

void Judge(Article article, Tally tally, bool tell)
{
    var bytes = Encoding.UTF8.GetBytes(article.Text);
    var source = new Source { Id = article.Id, Uri = article.Url, Bytes = bytes, Text = article.Text, MediaType = "text/plain", Sha256 = Convert.ToHexString(SHA256.HashData(bytes)) };
    if (pipeline.Read(source, default).Document is not { } document) return;
    var whole = new Announcement { Span = new TextSpan(0, article.Text.Length).Trim(article.Text), Title = "", Anchor = "" };
    var found = pipeline.Resolve(pipeline.Tag(document), [whole])[0].Cities.Select(city => city.Finding).ToArray();
    foreach (var place in article.Places)
    {
        var city = found.FirstOrDefault(city => Spans(city).Any(place.Span.Overlaps));
        var distance = city?.Latitude is { } latitude ? Kilometres(latitude, city.Longitude!.Value, place.Latitude, place.Longitude) : double.NaN;
        tally.Places++;
        if (city is not null) tally.Found++;
        if (distance <= Near) tally.Near++;
        else if (tell) Line($"{article.Id}\t{(city is null ? "missed" : $"{city.Name}, {city.Region}, {city.Country}, {distance:0} km")}\t{place.Says}\t…{Around(article.Text, place.Span)}…");
    }
}

static IEnumerable<TextSpan> Spans(CityFinding city) =>
    (city.Also ?? []).Select(also => new TextSpan(also[0], also[1])).Prepend(city.Span!.Value);

static string Around(string text, TextSpan span) =>
    $"{text[Math.Max(0, span.Start - 50)..span.Start]}[{span.Of(text)}]{text[span.End..Math.Min(text.Length, span.End + 50)]}".ReplaceLineEndings(" ");

static List<Article> Lgl(string path) =>
[
    .. from article in XElement.Load(path).Elements("article")
       let text = (string)article.Element("text")!
       select new Article((string)article.Attribute("docid")!, (string)article.Element("url")!, text,
       [
           .. from toponym in article.Descendants("toponym")
              let place = toponym.Element("gaztag")
              where (string?)place?.Element("fclass") == "P"
              select new GoldPlace(SpanOf(toponym), Degrees(place.Element("lat")), Degrees(place.Element("lon")), $"{(string?)place.Element("name")}, {(string?)place.Element("admin1")}, {(string?)place.Element("country")}"),
       ]),
];

// This set does not say what is a populated place: what our gazetteer has as one by its id is taken.
static List<Article> GeoWebNews(string path)
{
    var gazetteer = Gazetteer.Shared;
    var cities = Enumerable.Range(0, gazetteer.Entries).Where(entry => gazetteer.KindOf(entry) == MentionKind.City).Select(entry => gazetteer.PlaceOf(entry)).ToDictionary(place => place.GeonameId!.Value);
    return
    [
        .. from article in XElement.Load(path).Elements("article")
           let text = (string)article.Element("text")!
           select new Article((string)article.Attribute("file")!, (string)article.Element("link")!, text,
           [
               .. from toponym in article.Descendants("toponym")
                  where int.TryParse((string?)toponym.Element("geonamesID"), out var id) && cities.ContainsKey(id)
                  let place = cities[int.Parse((string)toponym.Element("geonamesID")!, CultureInfo.InvariantCulture)]
                  select new GoldPlace(SpanOf(toponym), Degrees(toponym.Element("latitude")), Degrees(toponym.Element("longitude")), $"{place.Name}, {place.Region}, {place.Country} ({(string?)toponym.Element("type")})"),
           ]),
    ];
}

static TextSpan SpanOf(XElement toponym) => new((int)toponym.Element("start")!, (int)toponym.Element("end")!);

static double Degrees(XElement? degrees) => double.Parse((string)degrees!, CultureInfo.InvariantCulture);

static double Kilometres(double latitude, double longitude, double otherLatitude, double otherLongitude)
{
    var (x, y) = (double.DegreesToRadians(latitude), double.DegreesToRadians(otherLatitude));
    var h = (1 - Math.Cos(y - x) + (Math.Cos(x) * Math.Cos(y) * (1 - Math.Cos(double.DegreesToRadians(otherLongitude - longitude))))) / 2;
    return 12742 * Math.Asin(Math.Sqrt(Math.Clamp(h, 0, 1)));
}

// The tagger over tokens that are there already, as every tagger has them.
static void Speed(string[] texts)
{
    var documents = texts.Select(text => TokenList.Of(text)).ToArray();
    var bytes = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
    foreach (var most in new[] { 10_000, 30_000, int.MaxValue })
    {
        using var gazetteer = SomeGazetteer.Of(most);
        var tagger = new PlaceTagger(gazetteer);
        var (best, mentions) = (double.MaxValue, new List<Mention>()); // of many rounds: the first ones run code that is not compiled to the end
        for (var round = 0; round < 25; round++)
        {
            var start = Processor();
            foreach (var tokens in documents)
            {
                mentions.Clear();
                tagger.Tag(tokens, mentions);
            }
            best = Math.Min(best, (Processor() - start).TotalSeconds);
        }
        Line($"{gazetteer.Cities,8:N0} cities: {bytes / 1e6 / best:0.0} MB/s of text on one core, tokens made before");
    }
}

// What the gazetteer adds to the memory of the process where every page of it is in memory and as many names as are ever kept are decoded, and how long opening takes.
static void Memory()
{
    var text = TokenList.Of("Vienna"); // what is loaded for any text is not the gazetteer's
    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    var before = Resident();
    var start = Stopwatch.GetTimestamp();
    var gazetteer = Gazetteer.Shared;
    var opened = Stopwatch.GetElapsedTime(start);
    var mentions = new List<Mention>();
    var tagger = new PlaceTagger(gazetteer);
    tagger.Tag(text, mentions);
    var first = Stopwatch.GetElapsedTime(start);
    foreach (var entries in Enumerable.Range(0, gazetteer.Entries).Chunk(500))
    {
        mentions.Clear();
        tagger.Tag(TokenList.Of(string.Join("\n\n", entries.Select(entry => gazetteer.PlaceOf(entry).Name))), mentions);
    }
    mentions = [];
    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    Line($"gazetteer: opened in {opened.TotalMilliseconds:0.0} ms, first place after {first.TotalMilliseconds:0.0} ms, {(Resident() - before) / 1e6:0} MB resident with all of it in use ({before / 1e6:0} MB before)");
    GC.KeepAlive(tagger);
}

// Of this process, so that others on the machine do not count.
static TimeSpan Processor()
{
    using var process = Process.GetCurrentProcess();
    return process.TotalProcessorTime;
}

static long Resident()
{
    using var process = Process.GetCurrentProcess();
    return process.WorkingSet64;
}

static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

/// <summary>A place of the gold: where it is named, and where it lies.</summary>
internal sealed record GoldPlace(TextSpan Span, double Latitude, double Longitude, string Says);

/// <summary>An article with its places.</summary>
internal sealed record Article(string Id, string Url, string Text, ImmutableArray<GoldPlace> Places);

/// <summary>What was counted.</summary>
internal sealed class Tally
{
    public int Places { get; set; }
    public int Found { get; set; }
    public int Near { get; set; }
}

/// <summary>The shipped gazetteer with fewer cities.</summary>
internal static class SomeGazetteer
{
    /// <summary>A gazetteer of the most populous cities.</summary>
    public static Gazetteer Of(int most)
    {
        var folder = Directory.CreateTempSubdirectory("extract-").FullName;
        try
        {
            Write(folder, most);
            return Gazetteer.Open(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true); // what is mapped stays
        }
    }

    private static void Write(string folder, int most)
    {
        var keys = File.ReadAllBytes(Path.Combine(Gazetteer.Shipped, "keys.bin"));
        var refs = File.ReadAllBytes(Path.Combine(Gazetteer.Shipped, "refs.bin"));
        var old = GazetteerFormat.Read(keys);
        var lands = old.Countries + old.Regions;
        var kept = Enumerable.Range(0, old.Keys).Where(i => Entry(i) < lands + Math.Min(most, old.Cities)).ToArray();
        var format = old with { Cities = Math.Min(most, old.Cities), Keys = kept.Length };
        var bytes = new byte[format.Length];
        keys.AsSpan(0, format.RestsAt).CopyTo(bytes);
        format.Write(bytes);
        for (int bucket = 0, at = 0; bucket <= GazetteerFormat.Buckets; bucket++)
        {
            while (at < kept.Length && kept[at] < GazetteerFormat.Int(keys, old.BucketsAt + (bucket * 4))) at++;
            BitConverter.TryWriteBytes(bytes.AsSpan(format.BucketsAt + (bucket * 4)), at);
        }
        for (var i = 0; i < kept.Length; i++) keys.AsSpan(old.RestsAt + (kept[i] * 4), 4).CopyTo(bytes.AsSpan(format.RestsAt + (i * 4)));
        File.WriteAllBytes(Path.Combine(folder, "keys.bin"), bytes);
        File.WriteAllBytes(Path.Combine(folder, "refs.bin"), [.. kept.SelectMany(i => refs[(i * 3)..((i * 3) + 3)])]);
        foreach (var file in new[] { "entries.bin", "names.bin" }) File.Copy(Path.Combine(Gazetteer.Shipped, file), Path.Combine(folder, file));

        int Entry(int place) => (refs[place * 3] | (refs[(place * 3) + 1] << 8) | (refs[(place * 3) + 2] << 16)) & GazetteerFormat.EntryMask;
    }
}
