using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Extract.Score;

/// <summary>Makes the record of an announcement from its scored findings.</summary>
internal static class RecordBuilder
{
    /// <summary>The records of a document's announcements, in order, before anything is accepted.</summary>
    public static ImmutableArray<Record> Build(Document document, IEnumerable<ScoredFindings> findings, MadeBy madeBy)
    {
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. findings.Select(scored => Build(document, scored, madeBy, ordinals))];
    }

    private static Record Build(Document document, ScoredFindings scored, MadeBy madeBy, Dictionary<string, int> ordinals)
    {
        var announcement = scored.Findings.Announcement;
        var ordinal = ordinals[announcement.Anchor] = ordinals.GetValueOrDefault(announcement.Anchor) + 1;
        return new()
        {
            Id = IdOf(document.Source.Id, announcement.Anchor, ordinal),
            Source = SourceOf(document),
            Start = announcement.Span.Start,
            End = announcement.Span.End,
            Title = announcement.Title,
            Text = announcement.Span.Of(document.Text),
            EventType = scored.EventType,
            EventStatus = scored.Findings.EventStatus,
            Online = scored.Findings.Online,
            Dates = scored.Dates,
            Cities = scored.Cities,
            Organizations = scored.Organizations,
            Persons = scored.Findings.Persons,
            Topics = scored.Topics,
            Links = LinksOf(document, announcement.Span),
            MadeBy = madeBy,
        };
    }

    /// <summary>The id of an announcement: the same from run to run, whatever its neighbours; an ordinal counts only among equal anchors.</summary>
    private static string IdOf(string source, string anchor, int ordinal)
    {
        var key = ordinal == 1 ? $"{source}\n{anchor}" : string.Create(CultureInfo.InvariantCulture, $"{source}\n{anchor}\n{ordinal}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 12));
    }

    private static RecordSource SourceOf(Document document) => new()
    {
        Id = document.Source.Id,
        Uri = document.Source.Uri,
        Retrieved = document.Source.Retrieved,
        Published = document.Published,
        Language = document.Language,
        Sha256 = document.Source.Sha256,
    };

    private static ImmutableArray<RecordLink> LinksOf(Document document, TextSpan span) =>
        [.. document.Links.Where(link => span.Contains(link.Span)).Select(link => new RecordLink(link.Span.Of(document.Text), link.Span.Start, link.Span.End, link.Href))];
}
