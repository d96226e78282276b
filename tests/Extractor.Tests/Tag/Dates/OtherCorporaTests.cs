using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Extract.Resolve;
using Extract.Resolve.Dates;
using Extract.Tag;
using Extract.Tag.Dates;

namespace Extract.Tests.Tag.Dates;

/// <summary>Date expressions that others collected, as floors.</summary>
public sealed partial class OtherCorporaTests(ITestOutputHelper output)
{
    private static readonly DateTagger Tagger = new();

    /// <summary>Cases of Microsoft Recognizers-Text (MIT): days only, a missing year may be the past or the coming one.</summary>
    [Fact]
    public void Recognizers_cases()
    {
        var (right, all) = (0, 0);
        foreach (var line in File.ReadLines(Repository.Needs("../shared/data/dates/recognizers-text-calendar.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("input").GetString()!;
            var readings = Read(text, Day(json.RootElement.GetProperty("reference").GetString()!));
            foreach (var expected in json.RootElement.GetProperty("expected").EnumerateArray())
            {
                var days = expected.GetProperty("values").EnumerateArray().Select(Days).ToArray();
                all++;
                // Ends are exclusive in some cases and inclusive in others.
                if (readings.Any(reading => days.Any(day => day.From == reading.From && Math.Abs(day.To.DayNumber - reading.To.DayNumber) <= 1))) right++;
                else output.WriteLine($"{text} | {expected.GetProperty("text").GetString()} | {string.Join(", ", readings.Select(reading => $"{reading.From:O}..{reading.To:O}"))}");
            }
        }
        output.WriteLine($"{right} of {all}");
        Assert.True(right >= all * 0.75, $"{right} of {all}");
    }

    /// <summary>The free-text days of 1,160 conference editions (ccf-deadlines, MIT): one range that covers the words, in the edition's year or beside it.</summary>
    [Fact]
    public void Conference_days()
    {
        var (whole, all) = (0, 0);
        foreach (var path in Directory.EnumerateFiles(Repository.Needs("../shared/data/dates/ccf-deadlines"), "*.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            foreach (Match match in DateLine().Matches(File.ReadAllText(path)))
            {
                var text = match.Groups[1].Value.Trim().Trim('\'', '"');
                if (text.Length == 0 || !char.IsAsciiDigit(text[^1]) || text.Length < 8) continue;
                all++;
                var mentions = Tag(text).Mentions;
                if (mentions.Length == 1 && mentions[0].Span.Length >= text.Length - 1 && mentions[0].Value is DateValue { From.Year: not null, Impossible: null }) whole++;
                else output.WriteLine(text);
            }
        output.WriteLine($"{whole} of {all}");
        Assert.True(all > 0 && whole >= all * 0.995, $"{whole} of {all}");
    }

    private static IReadOnlyList<Reading> Read(string text, DateOnly reference)
    {
        var tagged = Tag(text, reference);
        var context = new ResolveContext(tagged.Document, tagged.Tokens, tagged.Mentions, [new() { Span = new(0, text.Length), Title = "", Anchor = "" }], 0);
        return new Readings(null, new()).Of(context, new(context));
    }

    private static TaggedDocument Tag(string text, DateOnly? published = null) => TaggedDocument.Of(Of(text, published), [Tagger]);

    private static Document Of(string text, DateOnly? published) => new()
    {
        Source = new() { Id = "x", Bytes = default, MediaType = "text/plain", Sha256 = "" },
        Text = text,
        Blocks = [new(BlockKind.Paragraph, new(0, text.Length))],
        Published = published,
    };

    private static (DateOnly From, DateOnly To) Days(JsonElement value)
    {
        string? Get(string name) => value.TryGetProperty(name, out var found) ? found.GetString() : null;
        var from = Get("value") ?? Get("start") ?? Get("end");
        return (Day(from), Day(Get("value") ?? Get("end") ?? from));
    }

    private static DateOnly Day(string? text) => DateOnly.TryParseExact((text ?? "").AsSpan(0, Math.Min(10, text?.Length ?? 0)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default;

    [GeneratedRegex(@"(?m)^\s+date: (.*)$")]
    private static partial Regex DateLine();
}
