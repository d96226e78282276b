using System.Globalization;
using Extract.Tag.Dates;
using Extract.Text;

namespace Extract.Tests.Tag.Dates;

/// <summary>The dates of a text, and what a value says in short words.</summary>
internal static class SomeDates
{
    private static readonly DateTagger Tagger = new();

    /// <summary>The mentions of dates; each line of the text is a block of its own.</summary>
    public static List<Mention> Of(string text, string? language = "en") => All(text, language).FindAll(mention => mention.Kind == MentionKind.Date);

    /// <summary>All that the tagger of dates says.</summary>
    public static List<Mention> All(string text, string? language = "en")
    {
        var mentions = new List<Mention>();
        var document = Document(text, language);
        Tagger.Tag(document, TokenList.Of(document), mentions);
        return mentions;
    }

    public static Document Document(string text, string? language = "en") => new()
    {
        Source = new() { Id = "x", Bytes = default, MediaType = "text/plain", Sha256 = "" },
        Text = text,
        Language = language,
        Blocks = [.. Lines(text)],
    };

    private static IEnumerable<Block> Lines(string text)
    {
        for (var (start, at) = (0, 0); at <= text.Length; at++)
            if (at == text.Length || text[at] == '\n')
            {
                if (at > start) yield return new(BlockKind.Paragraph, new(start, at));
                start = at + 1;
            }
    }

    public static string Words(Mention mention) => Words((DateValue)mention.Value!);

    public static string Words(DateValue value)
    {
        var words = new List<string> { value.Ends is { } ends ? $"[{Words(ends.First)}]/[{Words(ends.Last)}]" : Days(value) };
        if (value.Weekday is { } weekday && value.Relative == RelativeKind.None) words.Add(weekday.ToString());
        if (value.Recurrence is { } rule) words = [rule];
        if (value.FromTime is { } from) words.Add(from.ToString("HH:mm", CultureInfo.InvariantCulture) + (value.ToTime is { } to ? "-" + to.ToString("HH:mm", CultureInfo.InvariantCulture) : ""));
        if (value.TimeZone is { } zone) words.Add(zone);
        if (value.OpenStart) words.Add("until");
        if (value.OpenEnd) words.Add("since");
        if (value.Impossible is not null) words.Add("impossible");
        if (value.OrderAmbiguous) words.Add("ambiguous");
        if (value.ListYear is { } year) words.Add($"list {year.ToString(CultureInfo.InvariantCulture)}");
        if (value.Excepted) words.Add("excepted");
        if (value.Moved) words.Add("moved");
        return string.Join(' ', words);
    }

    private static string Days(DateValue value) => value.Relative is not RelativeKind.None
        ? FormattableString.Invariant($"{value.Relative} {value.Offset}{(value.Nth == 0 ? "" : $" nth {value.Nth}")}{(value.Weekday is { } day ? $" {day}" : "")}{(value.From == default ? "" : " " + Day(value.From))}")
        : value.From == value.To ? Day(value.From) : $"{Day(value.From)}/{Day(value.To)}";

    private static string Day(PartialDate day) => FormattableString.Invariant($"{day.Year?.ToString(CultureInfo.InvariantCulture) ?? "?"}-{day.Month}-{day.Day}");
}
