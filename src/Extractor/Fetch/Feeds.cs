using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using CodeHollow.FeedReader;

namespace Extract.Fetch;

/// <summary>Reads RSS and Atom feeds into inputs, one an item.</summary>
internal static class Feeds
{
    // Less than this is a summary, and the page has more.
    private const int FullContent = 600;

    /// <summary>The items with a link, in the feed's order, each once; null where the feed cannot be read.</summary>
    public static List<Input>? Items(Source feed, string origin)
    {
        try
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var items = new List<Input>();
            foreach (var item in FeedReader.ReadFromByteArray(feed.Bytes.ToArray()).Items)
                if (Address(item, feed) is { } address && seen.Add(address)) items.Add(ToInput(item, address, feed, origin));
            return items;
        }
#pragma warning disable CA1031 // The parser throws all sorts of exceptions on what is no feed; whichever it was, the feed cannot be read.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static string? Address(FeedItem item, Source feed)
    {
        var link = item.Link ?? item.Id;
        return link is not null && Uri.TryCreate(new Uri(feed.Uri!), link.Trim(), out var address) && address.Scheme is "http" or "https"
            ? address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped) : null;
    }

    private static Input ToInput(FeedItem item, string address, Source feed, string origin)
    {
        var published = Day(item.PublishingDateString);
        var input = new Input(address, address, origin) { Published = published };
        return item.Content is { } content && IsFull(item, content) ? input with { Held = new(Page(item.Title, content, address, published, feed)) } : input;
    }

    private static bool IsFull(FeedItem item, string content) => content.Length >= FullContent && content.Length > (item.Description?.Length ?? 0);

    // The content of an item without its title is half of it.
    private static Source Page(string? title, string content, string address, DateOnly? published, Source feed)
    {
        var bytes = Encoding.UTF8.GetBytes($"<article><h1>{WebUtility.HtmlEncode(WebUtility.HtmlDecode(title))}</h1>{content}</article>");
        return new()
        {
            Id = address,
            Uri = address,
            Bytes = bytes,
            MediaType = "text/html",
            Charset = "utf-8",
            Published = published,
            Retrieved = feed.Retrieved,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        };
    }

    // The day where the author was: "Mon, 04 Jun 2018 23:30:00 +0200" is the 4th. Names of zones that .NET does not read tell no day apart.
    private static DateOnly? Day(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return DateOnly.FromDateTime(time.DateTime);
        var zone = text.Trim().LastIndexOf(' ');
        return zone > 0 && DateTimeOffset.TryParse(text.Trim()[..zone], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time) ? DateOnly.FromDateTime(time.DateTime) : null;
    }
}
