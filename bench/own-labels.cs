#:project ../src/Extractor/Extractor.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// Measures label sets of a user's own: the texts of every second document are examples of its labels (about ten a label), learned as `train --labels` does beside
// the shipped models; the other documents are labelled and held against gold. The shipped models have seen those documents, so that what announces something is
// known too well here; the labels are not.
// usage: bench/own-labels.sh [topic|event-type]
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Extract;
using Extract.Learn;
using Extract.Models;
using Extract.Tag.Labels;
using Extract.Trained;

const int Most = 10;
var (folder, topics) = (args[0], args.ElementAtOrDefault(1) != "event-type");
var gold = Gold.Load(folder).Where(page => page.Text is not null).OrderBy(page => page.Id, StringComparer.Ordinal).ToArray();
foreach (var half in new[] { 0, 1 }) Measure([.. gold.Where((_, i) => i % 2 == half)], [.. gold.Where((_, i) => i % 2 != half)]);

void Measure(GoldDocument[] taught, GoldDocument[] tested)
{
    var examples = taught.SelectMany(page => page.Announcements.Where(each => each.Span is not null).Select(each => (Text: each.Span!.Value.Of(page.Text!), Labels: Labels(each)))).ToArray();
    var labels = Known(examples.Select(example => example.Labels), Most).Intersect(Known(tested.SelectMany(page => page.Announcements).Select(Labels), 8)).ToArray();
    var yaml = LabelFile(labels, [.. labels.SelectMany(label => Spread([.. examples.Where(example => example.Labels.Contains(label))])).Distinct()]);
    var shipped = ModelSet.Load(Path.Combine(AppContext.BaseDirectory, "Trained"));
    var models = new OwnLabelTraining(shipped, new(), new()).Fit(shipped, LabelRules.Parse("own.yml", yaml), yaml);
    var pipeline = new Pipeline(models, new(), new(), "");
    var given = new ConcurrentBag<(double Confidence, bool Right)>();
    Parallel.ForEach(tested, page => { foreach (var each in Judge(page, pipeline)) given.Add(each); });
    Print(labels.Length, [.. given.OrderBy(each => each.Confidence).ThenBy(each => each.Right)], tested.SelectMany(page => page.Announcements).Sum(each => Labels(each).Count(labels.Contains)));
}

string[] Labels(GoldAnnouncement announcement) => topics ? [.. announcement.Topics] : announcement.EventType is { } type ? [type] : [];

static string[] Known(IEnumerable<string[]> labels, int least) => [.. labels.SelectMany(each => each).GroupBy(label => label).Where(same => same.Count() >= least).Select(same => same.Key).Order(StringComparer.Ordinal)];

static IEnumerable<T> Spread<T>(T[] all) => all.Where((_, i) => i % Math.Max(1, all.Length / Most) == 0).Take(Most);

string LabelFile(string[] labels, (string Text, string[] Labels)[] examples)
{
    var yaml = new StringBuilder(topics ? "tag: topic\ntopics:\n" : "tag: event-type\ntypes:\n");
    foreach (var label in labels)
    {
        yaml.Append(CultureInfo.InvariantCulture, $"  - label: {label}\n    covers: all of it\n    examples:\n");
        foreach (var (text, _) in examples.Where(example => example.Labels.Contains(label))) yaml.Append(CultureInfo.InvariantCulture, $"      - \"{JsonEncodedText.Encode(text)}\"\n");
    }
    return yaml.ToString();
}

IEnumerable<(double, bool)> Judge(GoldDocument page, Pipeline pipeline)
{
    var free = page.Announcements.Where(each => each.Span is not null).ToList();
    foreach (var record in pipeline.Process(LabelledPages.Of(page).Source, default).Records)
    {
        var (best, overlap) = free.Select(each => (each, Overlap(each.Span!.Value, new(record.Start, record.End)))).OrderByDescending(pair => pair.Item2).FirstOrDefault();
        var met = overlap > 0.2 ? best : null;
        if (met is not null) free.Remove(met);
        if (topics) foreach (var topic in record.Topics) yield return (topic.Confidence, met?.Topics.Contains(topic.Label) == true);
        else if (met is not null) yield return (record.EventType.Confidence, met.EventType == record.EventType.Label);
    }
}

static double Overlap(TextSpan a, TextSpan b)
{
    var both = Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
    return both / (double)(a.Length + b.Length - both);
}

static void Print(int labels, (double Confidence, bool Right)[] given, int all)
{
    double right = given.Count(each => each.Right), precision = right / given.Length, recall = right / all;
    var bins = given.Chunk((given.Length + 9) / 10).ToArray();
    var error = bins.Sum(bin => bin.Length * Math.Abs(bin.Average(each => each.Confidence) - bin.Average(each => each.Right ? 1.0 : 0))) / given.Length;
    Console.WriteLine($"{labels} labels: F1 {2 * precision * recall / (precision + recall):0.000} (precision {precision:0.000}, recall {recall:0.000}); confidence {given.Average(each => each.Confidence):0.000} on average, "
        + $"calibration error {error:0.000}, Brier {given.Average(each => Math.Pow(each.Confidence - (each.Right ? 1 : 0), 2)):0.000} (base rate {precision * (1 - precision):0.000})");
}
