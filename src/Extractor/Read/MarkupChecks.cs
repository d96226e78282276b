using System.Collections.Immutable;
using System.Globalization;
using Extract.Text;

namespace Extract.Read;

/// <summary>Sifts the events that markup states: programs fill in templates and the first day of their clocks where people said nothing.</summary>
internal static class MarkupChecks
{
    private static readonly HashSet<string> NoNames = ["event name", "event title", "event", "events", "my event", "your event", "new event", "sample event", "test event", "test", "example event", "untitled", "untitled event", "title", "name", "tbd", "tba", "n/a", "null", "undefined", "lorem ipsum"];
    private static readonly HashSet<string> NoPlaces = ["city", "your city", "city name", "online", "virtual", "virtual event", "tbd", "tba", "tbc", "n/a", "na", "none", "null", "undefined", "-", "various", "multiple locations", "anywhere"];
    private static readonly HashSet<string> NoBodies = ["organizer", "organiser", "organizer name", "organization", "your organization", "company name", "admin", "administrator", "author", "webmaster", "tbd", "tba", "n/a", "null", "undefined"];

    /// <summary>The document with what can be meant of its markup, and the reasons why the rest cannot.</summary>
    public static Document Sift(Document document)
    {
        if (document.MarkupEvents.IsEmpty) return document;
        var (kept, ignored) = (new List<MarkupEvent>(), ImmutableArray.CreateBuilder<string>());
        var named = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var stated in document.MarkupEvents)
            if (IsNone(stated.Name, NoNames)) ignored.Add($"{stated.By}: the name “{Cut(stated.Name)}” is a template's");
            else Join(kept, named, Sift(stated, ignored));
        return document with { MarkupEvents = [.. kept], IgnoredMarkup = ignored.ToImmutable() };
    }

    // The same event in several kinds of markup is one witness; what one does not say another may.
    private static void Join(List<MarkupEvent> kept, Dictionary<string, List<int>> named, MarkupEvent stated)
    {
        if (!named.TryGetValue(Folding.Fold(stated.Name), out var same)) named[Folding.Fold(stated.Name)] = same = [];
        var among = same.FindIndex(at => kept[at].Start is null || stated.Start is null || kept[at].Start == stated.Start);
        if (among < 0)
        {
            same.Add(kept.Count);
            kept.Add(stated);
            return;
        }
        var at = same[among];
        kept[at] = (kept[at].FromTime is null ? WithTimes(kept[at], stated) : kept[at]) with { Start = kept[at].Start ?? stated.Start, End = kept[at].End ?? stated.End, City = kept[at].City ?? stated.City, Region = kept[at].Region ?? stated.Region, Country = kept[at].Country ?? stated.Country, Location = kept[at].Location ?? stated.Location, Organizer = kept[at].Organizer ?? stated.Organizer, Recurrence = kept[at].Recurrence ?? stated.Recurrence };
    }

    // Clock times and their zone are from one hand.
    private static MarkupEvent WithTimes(MarkupEvent kept, MarkupEvent stated) => kept with { FromTime = stated.FromTime, ToTime = stated.ToTime, TimeZone = stated.TimeZone };

    private static MarkupEvent Sift(MarkupEvent stated, ImmutableArray<string>.Builder ignored)
    {
        var start = Day(stated.Start, stated, ignored);
        var end = Day(stated.End, stated, ignored);
        if (start is { } first && end < first)
        {
            ignored.Add($"{stated.By}: “{Cut(stated.Name)}” ends before it begins");
            end = null;
        }
        return stated with { Start = start, End = end, City = Words(stated.City, NoPlaces, stated, ignored), Location = stated.City is null ? Words(stated.Location, NoPlaces, stated, ignored) : null, Organizer = Words(stated.Organizer, NoBodies, stated, ignored) };
    }

    private static DateOnly? Day(DateOnly? day, MarkupEvent stated, ImmutableArray<string>.Builder ignored)
    {
        if (day is not { } said || (said.Year is >= 1990 and < 2100)) return day;
        ignored.Add(string.Create(CultureInfo.InvariantCulture, $"{stated.By}: {said:yyyy-MM-dd} is no day of “{Cut(stated.Name)}”"));
        return null;
    }

    private static string? Words(string? words, HashSet<string> none, MarkupEvent stated, ImmutableArray<string>.Builder ignored)
    {
        if (words is null || !IsNone(words, none)) return words;
        ignored.Add($"{stated.By}: “{Cut(words)}” is a template's");
        return null;
    }

    private static bool IsNone(string words, HashSet<string> none) => none.Contains(Folding.Fold(words.Trim())) || words.Contains("{{", StringComparison.Ordinal) || words.Contains("${", StringComparison.Ordinal)
        || words.Contains("<%", StringComparison.Ordinal) || words.StartsWith("lorem ipsum", StringComparison.OrdinalIgnoreCase) || !words.Any(char.IsLetter);

    private static string Cut(string words) => words.Length <= 40 ? words : words[..39] + "…";
}
