using Extract.Text;

namespace Extract.Resolve.Labels;

/// <summary>Where words stand that speak for a label of an announcement.</summary>
internal enum Zone
{
    /// <summary>In its title, or its first line where it has none.</summary>
    Title,
    /// <summary>At its beginning.</summary>
    Lead,
    /// <summary>In the rest of it.</summary>
    Body,
    /// <summary>Outside it: headings above it, the head of the document, its neighbours. An item of a list often says what it is about there only.</summary>
    Around,
}

/// <summary>A stretch of tokens of one zone, end exclusive.</summary>
internal readonly record struct ZoneSpan(Zone Zone, int First, int End)
{
    public bool IsEmpty => End <= First;

    public TextSpan Span(TokenList tokens) => tokens.Span(First, End - 1);
}

/// <summary>Divides what is read for a label into zones. Bounded in tokens, so that work stays linear in the document.</summary>
internal static class Zones
{
    /// <summary>Tokens of an announcement that are read: what comes later repeats.</summary>
    public const int MostTokens = 1500;
    private const int LeadTokens = 60;
    private const int NearTokens = 80;
    private const int HeadTokens = 40;
    private const int TitleTokens = 25;

    public static List<ZoneSpan> Of(ResolveContext context)
    {
        var (tokens, span) = (context.Tokens, context.Announcement.Span);
        var first = tokens.IndexAt(span.Start);
        var end = tokens.IndexAt(span.End);
        var title = Title(context, first, end);
        var zones = new List<ZoneSpan>(8) { title };
        var last = Math.Min(end, first + MostTokens);
        var body = Math.Max(first, title.End);
        var lead = Math.Min(last, body + LeadTokens);
        zones.Add(new(Zone.Lead, first, Math.Min(title.First, last)));
        zones.Add(new(Zone.Lead, body, lead));
        zones.Add(new(Zone.Body, lead, last));
        AddAround(zones, context, first, end);
        zones.RemoveAll(zone => zone.IsEmpty);
        return zones;
    }

    private static ZoneSpan Title(ResolveContext context, int first, int end)
    {
        var tokens = context.Tokens;
        if (context.Announcement.TitleSpan is { } title) return new(Zone.Title, tokens.IndexAt(title.Start), tokens.IndexAt(title.End));
        var last = Math.Min(end, first + 1);
        while (last < end && last < first + TitleTokens && !tokens[last].Is(TokenTraits.LineStart)) last++;
        return new(Zone.Title, first, last);
    }

    private static void AddAround(List<ZoneSpan> zones, ResolveContext context, int first, int end)
    {
        var tokens = context.Tokens;
        var before = Math.Max(0, first - NearTokens);
        foreach (var heading in context.Announcement.Headings)
        {
            var (from, to) = (tokens.IndexAt(heading.Start), tokens.IndexAt(heading.End));
            if (to <= before || from >= end) zones.Add(new(Zone.Around, from, to));
        }
        zones.Add(new(Zone.Around, 0, Math.Min(HeadTokens, before)));
        zones.Add(new(Zone.Around, before, first));
        zones.Add(new(Zone.Around, end, Math.Min(tokens.Count, end + NearTokens)));
    }
}
