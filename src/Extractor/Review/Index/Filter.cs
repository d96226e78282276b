using System.Globalization;
using System.Text;

namespace Extract.Review.Index;

/// <summary>Which records are asked for; what is null or empty does not matter.</summary>
public sealed record Filter
{
    /// <summary>open, all, settled, unsure, differences or again.</summary>
    public string View { get; init; } = "open";
    /// <summary>Words that all stand in the record.</summary>
    public string? Words { get; init; }
    /// <summary>Host, file or folder.</summary>
    public string? Source { get; init; }
    /// <summary>A field that is asked about.</summary>
    public string? Field { get; init; }
    /// <summary>Two probabilities, as in <c>0.3-0.5</c>; in tenths.</summary>
    public string? Confidence { get; init; }
    /// <summary>A topic.</summary>
    public string? Topic { get; init; }
    /// <summary>A type of event.</summary>
    public string? Type { get; init; }
    /// <summary>A country by its two letters.</summary>
    public string? Country { get; init; }
    /// <summary>A month of the event, as in <c>2018-06</c>.</summary>
    public string? Month { get; init; }
    /// <summary>Who decided last.</summary>
    public string? Reviewer { get; init; }
    /// <summary>The record's status.</summary>
    public string? Status { get; init; }

    /// <summary>The views.</summary>
    public static readonly IReadOnlyList<string> Views = ["open", "all", "settled", "unsure", "differences", "again"];

    /// <summary>True where nothing but the view is asked for.</summary>
    internal bool IsView => (this with { View = "" }) == new Filter { View = "" };

    /// <summary>What the index is asked; null for all records.</summary>
    /// <param name="reader">Who asks: what they have read themselves does not wait for them as second reader.</param>
    /// <param name="hasSecond">Some records are read by two.</param>
    internal string? Match(string? reader, bool hasSecond)
    {
        var parts = new List<string>();
        if (ViewMatch(reader, hasSecond) is { } view) parts.Add(view);
        foreach (var (kind, value) in new[] { ("source", Source), ("field", Field), ("topic", Topic), ("type", Type), ("country", Country), ("month", Month) })
            if (!string.IsNullOrEmpty(value)) parts.Add(Quoted(new Facet(kind, value).Token));
        if (!string.IsNullOrEmpty(Reviewer)) parts.Add(Quoted(Facet.Reviewer(Reviewer)));
        if (!string.IsNullOrEmpty(Status)) parts.Add(Quoted(Facet.Status(Status)));
        if (Tenths(Confidence) is { } tenths) parts.Add($"({string.Join(" OR ", tenths.Select(tenth => Quoted(Facet.Confidence(tenth / 10d + 0.05))))})");
        parts.AddRange(WordsOf(Words ?? "").Select(Quoted));
        return parts.Count == 0 ? null : string.Join(" AND ", parts);
    }

    private string? ViewMatch(string? reader, bool hasSecond) => View switch
    {
        "all" => null,
        "settled" => Any(Standing.Settled, Standing.Second, Standing.SecondUnsure),
        "unsure" => hasSecond ? $"({Quoted(Entry.Token(Standing.Unsure))} OR {Unread(reader, Standing.SecondUnsure)})" : Quoted(Entry.Token(Standing.Unsure)),
        "differences" => Quoted(Entry.Token(Standing.Differs)),
        "again" => Quoted(Entry.Token(Standing.Again)),
        _ when !hasSecond => Quoted(Entry.Waits),
        _ => $"({Quoted(Entry.Waits)} OR {Unread(reader, Standing.Second, Standing.SecondUnsure)})",
    };

    private static string Any(params ReadOnlySpan<Standing> standings) => $"({string.Join(" OR ", standings.ToArray().Select(standing => Quoted(Entry.Token(standing))))})";

    // What one has settled oneself waits for somebody else.
    private static string Unread(string? reader, params ReadOnlySpan<Standing> standings) => reader is null ? Any(standings) : $"({Any(standings)} NOT {Quoted(Facet.Decided(reader))})";

    // “0.3-0.5” is the tenths 3 and 4; what is no range matters not.
    private static int[]? Tenths(string? range)
    {
        if (range?.Split('-') is not [var low, var high] || Number(low) is not { } least || Number(high) is not { } most) return null;
        var (first, last) = ((int)Math.Round(least * 10), Math.Min(9, (int)Math.Round(most * 10) - 1));
        return first <= last && first >= 0 ? [.. Enumerable.Range(first, last - first + 1)] : null;
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    // As the index parts texts into words: by whatever is no letter, digit or mark.
    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in (text + " ").EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse) word.Append(rune);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        return words;
    }

    private static string Quoted(string word) => $"\"{word}\"";
}
