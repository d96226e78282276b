using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Learn;

/// <summary>
/// Gives gold without offsets (of HTML pages) the offsets of a document as it was read: announcements by their first and last words, labels by
/// their quotes. What cannot be placed is left without a span.
/// </summary>
public static class GoldLocator
{
    private const int Ends = 8; // tokens by which an announcement's start and end are recognized

    /// <summary>The gold with offsets into the tokens' text; gold that has offsets stays as it is.</summary>
    public static GoldDocument Locate(GoldDocument gold, TokenList tokens)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(tokens);
        if (gold.Announcements.All(announcement => announcement.Span is not null)) return gold;
        var from = 0;
        var located = ImmutableArray.CreateBuilder<GoldAnnouncement>();
        foreach (var announcement in gold.Announcements)
        {
            var span = Find(announcement, tokens, from);
            if (span is { } found) from = tokens.IndexAt(found.Start) + 1;
            located.Add(span is null ? announcement : Place(announcement, span.Value, tokens));
        }
        return gold with { Announcements = located.ToImmutable() };
    }

    private static TextSpan? Find(GoldAnnouncement announcement, TokenList tokens, int from)
    {
        if (announcement.Span is not null) return announcement.Span;
        var words = TokenList.Of(announcement.Text ?? "");
        if (words.Count == 0) return null;
        var first = IndexOf(tokens, from, words, 0, Math.Min(Ends, words.Count));
        if (first < 0) return null;
        var tail = Math.Max(0, words.Count - Ends);
        var last = IndexOf(tokens, first, words, tail, words.Count - tail);
        return last < 0 ? null : tokens.Span(first, last + words.Count - tail - 1);
    }

    private static int IndexOf(TokenList tokens, int from, TokenList words, int start, int length)
    {
        for (var i = from; i + length <= tokens.Count; i++)
        {
            var same = 0;
            while (same < length && tokens[i + same].Hash == words[start + same].Hash) same++;
            if (same == length) return i;
        }
        return -1;
    }

    private static GoldAnnouncement Place(GoldAnnouncement announcement, TextSpan span, TokenList tokens) => announcement with
    {
        StartOffset = span.Start,
        EndOffset = span.End,
        Dates = [.. announcement.Dates.Select(label => Place(label, span, tokens))],
        Cities = [.. announcement.Cities.Select(label => Place(label, span, tokens))],
        Organizations = [.. announcement.Organizations.Select(label => Place(label, span, tokens))],
    };

    private static GoldLabel Place(GoldLabel label, TextSpan span, TokenList tokens)
    {
        var words = TokenList.Of(label.Text);
        if (words.Count == 0 || label.Start is not null) return label;
        var start = IndexOf(tokens, label.Inherited == true ? 0 : tokens.IndexAt(span.Start), words, 0, words.Count);
        if (start < 0) return label;
        var found = tokens.Span(start, start + words.Count - 1);
        return label with { Start = found.Start, End = found.End };
    }
}
