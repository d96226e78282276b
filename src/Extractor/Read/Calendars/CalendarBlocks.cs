using System.Collections.Immutable;
using Extract.Read.Plain;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Extract.Read.Calendars;

/// <summary>Writes the events of a calendar as a notice would: the name as heading; when, where and by whom on lines of their own; the description below.</summary>
internal sealed class CalendarBlocks(Func<string, Document?> readPage)
{
    private static readonly string[] Ordinals = ["", "first", "second", "third", "fourth", "fifth"];
    private readonly BlockText _text = new();
    private int _group;

    public (string Text, ImmutableArray<Block> Blocks, ImmutableArray<Hyperlink> Links) Write(CalendarFile calendar)
    {
        var several = calendar.Events.Count > 1;
        if (several && calendar.Name is { } name) Line(name, new(BlockKind.Heading, default, 1), tight: false);
        foreach (var stated in calendar.Events) Write(stated, several ? 2 : 1);
        return _text.Finish();
    }

    private void Write(CalendarEvent stated, int level)
    {
        if (string.IsNullOrWhiteSpace(stated.Summary)) return;
        Line(stated.Summary, new(BlockKind.Heading, default, level, ++_group, stated.Uid), tight: false);
        if (EventTime.Of(stated) is { } time) Label("When", time.Words + Repeats(stated.RecurrenceRule, time));
        Label("Where", stated.Location);
        Label("Organizer", CalendarEvents.Organizer(stated));
        if (string.Equals(stated.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase)) Label("Status", "cancelled");
        Describe(stated.Description);
        if (stated.Url is { } url) Label("More", url.OriginalString, url.OriginalString);
    }

    private void Label(string label, string? words, string? href = null)
    {
        if (string.IsNullOrWhiteSpace(words)) return;
        _text.Begin(new(BlockKind.Paragraph, default, 0, _group), tight: true);
        _text.Append($"{label}: ");
        var start = _text.Length;
        _text.Append(words);
        if (href is not null) _text.Link(start, href);
    }

    private void Line(string words, Block block, bool tight)
    {
        _text.Begin(block, tight);
        _text.Append(words);
    }

    // People paste pages into their calendars.
    private void Describe(string? description)
    {
        if (string.IsNullOrWhiteSpace(description)) return;
        var isPage = description.Contains("</", StringComparison.Ordinal) || description.Contains("<br", StringComparison.OrdinalIgnoreCase);
        if (isPage && readPage(description) is { } page) Copy(page.Text, page.Blocks, page.Links);
        else Copy(description, PlainBlocks.Of(description), []);
    }

    // A heading inside a description heads no event.
    private void Copy(string text, ImmutableArray<Block> blocks, ImmutableArray<Hyperlink> links)
    {
        foreach (var block in blocks)
        {
            Line("", block.Kind == BlockKind.Heading ? new(BlockKind.Paragraph, default) : block with { Group = 0, Anchor = null }, tight: false);
            var at = block.Span.Start;
            foreach (var link in links.Where(link => block.Span.Contains(link.Span)))
            {
                _text.Append(text.AsSpan(at, link.Span.Start - at));
                var start = _text.Length;
                _text.Append(link.Span.Of(text));
                _text.Link(start, link.Href);
                at = link.Span.End;
            }
            _text.Append(text.AsSpan(at, block.Span.End - at));
        }
    }

    // What a notice says in words; other rules of repetition have none.
    private static string Repeats(RecurrenceRule? rule, EventTime time) => rule switch
    {
        { Frequency: FrequencyType.Weekly, Interval: 1, ByDay.Count: <= 1 } => $", every {(rule.ByDay.Count == 1 ? rule.ByDay[0].DayOfWeek : time.First.DayOfWeek)}",
        { Frequency: FrequencyType.Monthly, Interval: 1, ByDay: [{ Offset: > 0 and <= 5 and int offset } day] } => $", every {Ordinals[offset]} {day.DayOfWeek} of the month",
        _ => "",
    };
}
