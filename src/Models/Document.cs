using System.Collections.Immutable;

namespace Extract.Models;

/// <summary>What a block of the text is.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,
    /// <summary>A heading; <see cref="Block.Level"/> is 1 to 6.</summary>
    Heading,
    /// <summary>An item of a list; <see cref="Block.Level"/> is its depth from 1.</summary>
    ListItem,
    /// <summary>A row of a table; cells are separated by a tab in the text.</summary>
    TableRow,
    /// <summary>A caption of a picture or table.</summary>
    Caption,
    /// <summary>Preformatted text.</summary>
    Preformatted,
}

/// <summary>A block of a document's text: a heading, a paragraph, an item. Blocks are in order, do not overlap and hold no white space at their ends.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands in <see cref="Document.Text"/>.</param>
/// <param name="Level">The level of a heading (1–6), the depth of a list item (from 1), else 0.</param>
/// <param name="Group">Blocks of one container (a list, a table, an article, a section) have the same number; 0 for none. Repetition of structure shows in it.</param>
/// <param name="Anchor">The id of the element that holds the block, or null.</param>
public readonly record struct Block(BlockKind Kind, TextSpan Span, int Level = 0, int Group = 0, string? Anchor = null);

/// <summary>A link of the page.</summary>
/// <param name="Span">The words of the link in <see cref="Document.Text"/>.</param>
/// <param name="Href">The absolute address, or as written where the page's address is unknown.</param>
public readonly record struct Hyperlink(TextSpan Span, string Href);

/// <summary>
/// One unchanging text with its block structure and what is known of it. Offsets everywhere count into <see cref="Text"/>.
/// </summary>
public sealed record Document
{
    /// <summary>Where it came from.</summary>
    public required Source Source { get; init; }

    /// <summary>The text that all spans point into; for plain text exactly the given string.</summary>
    public required string Text { get; init; }

    /// <summary>The blocks, in order.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>The page's title as its metadata says, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The publication date: the source's own, else the page's metadata; null where unknown.</summary>
    public DateOnly? Published { get; init => field = PublicationDay.Known(value); }

    /// <summary>The language as an ISO 639-1 code, or null where it cannot be told.</summary>
    public string? Language { get; init; }

    /// <summary>The links, in order of their span.</summary>
    public ImmutableArray<Hyperlink> Links { get; init; } = [];

    /// <summary>Words that the page's markup gives a day for machines (<c>time datetime</c>), in order of their span: one more witness; empty where none.</summary>
    public ImmutableArray<StatedTime> Times { get; init; } = [];

    /// <summary>Events that the page states in markup (JSON-LD, microdata, hCalendar) or the mail or calendar as an invitation, as one more witness; empty where none.</summary>
    public ImmutableArray<MarkupEvent> MarkupEvents { get; init; } = [];

    /// <summary>What of the markup was not believed, with the reason: templates, days on which nothing is; empty where none.</summary>
    public ImmutableArray<string> IgnoredMarkup { get; init; } = [];
}

/// <summary>Words for which markup states a day: a witness, not the truth.</summary>
/// <param name="Span">The words in <see cref="Document.Text"/>.</param>
/// <param name="Day">The day.</param>
/// <param name="Time">The clock time, or null.</param>
/// <param name="Zone">The offset of the time, or null.</param>
public readonly record struct StatedTime(TextSpan Span, DateOnly Day, TimeOnly? Time, string? Zone);

/// <summary>An event as markup states it (JSON-LD, microdata, hCalendar, an invitation): a witness, not the truth.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">Its first day, or null.</param>
/// <param name="End">Its last day, or null.</param>
/// <param name="City">The locality, or null.</param>
/// <param name="Country">The country as written (a code or a name), or null.</param>
/// <param name="Organizer">Who organizes, or null.</param>
/// <param name="By">Which markup said so: <c>json-ld</c>, <c>microdata</c>, <c>hcalendar</c>, <c>h-event</c>, <c>icalendar</c>.</param>
public sealed record MarkupEvent(string Name, DateOnly? Start, DateOnly? End, string? City, string? Country, string? Organizer, string By)
{
    /// <summary>What a calendar is called in <see cref="By"/>.</summary>
    public const string Calendar = "icalendar";

    /// <summary>The region of its city as written ("TX", "Texas"), or null.</summary>
    public string? Region { get; init; }

    /// <summary>Where it is in one piece, as calendars say it ("Town Hall, Main Square 1, Ljubljana"); null where the city is said apart, or nothing is.</summary>
    public string? Location { get; init; }

    /// <summary>The clock time of its beginning, or null.</summary>
    public TimeOnly? FromTime { get; init; }

    /// <summary>The clock time of its end, or null.</summary>
    public TimeOnly? ToTime { get; init; }

    /// <summary>The zone of its times, an IANA name or an offset, or null.</summary>
    public string? TimeZone { get; init; }

    /// <summary>An RFC 5545 RRULE, or null.</summary>
    public string? Recurrence { get; init; }
}
