using System.Text.Json;

namespace Extract.Read.Html;

/// <summary>Reads objects of schema.org in JSON.</summary>
internal static class Schema
{
    /// <summary>The type without its address; the first that is an event's where there are several; empty for none.</summary>
    public static string Type(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type)) return "";
        if (type.ValueKind == JsonValueKind.String) return Bare(type.GetString()!);
        if (type.ValueKind != JsonValueKind.Array) return "";
        var types = type.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => Bare(item.GetString()!)).ToList();
        return types.FirstOrDefault(IsEvent) ?? types.FirstOrDefault() ?? "";
    }

    public static bool IsEvent(string type) => type.EndsWith("Event", StringComparison.Ordinal) || type is "Festival" or "Hackathon" or "CourseInstance" or "EventSeries";

    public static bool IsPage(string type) => type.EndsWith("Article", StringComparison.Ordinal) || type is "BlogPosting" or "WebPage" or "Report" or "DiscussionForumPosting" or "LiveBlogPosting";

    /// <summary>The event that an object states, or null where it has no name.</summary>
    public static MarkupEvent? Event(JsonElement element)
    {
        if (Text(element, "name") is not { } name) return null;
        var place = Place(element);
        var address = place is { } p ? Inner(p, "address") : null;
        var stated = new MarkupEvent(name, null, null, Part("addressLocality"), Part("addressCountry"), Text(element, "organizer"), "json-ld")
        {
            Region = Part("addressRegion"),
            Location = (place is { } q ? Text(q, "address") : null) ?? (place is { } r ? Text(r, "name") : Text(element, "location")),
        };
        return Moment.Date(stated, Text(element, "startDate"), Text(element, "endDate"));

        string? Part(string property) => address is { } a ? Text(a, property) : null;
    }

    // Of several locations the one with an address: the other one is a link to a video call.
    private static JsonElement? Place(JsonElement element)
    {
        if (element.TryGetProperty("location", out var several) && several.ValueKind == JsonValueKind.Array)
            foreach (var one in several.EnumerateArray())
                if (one.ValueKind == JsonValueKind.Object && one.TryGetProperty("address", out _)) return one;
        return Inner(element, "location");
    }

    /// <summary>A property's text, or the name of the object or of the first object that stands there; null where there is none.</summary>
    public static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array) value = value.EnumerateArray().FirstOrDefault();
        return value.ValueKind switch
        {
            JsonValueKind.String when value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) => System.Net.WebUtility.HtmlDecode(text).Trim(),
            JsonValueKind.Object when name != "name" => Text(value, "name"),
            _ => null,
        };
    }

    private static JsonElement? Inner(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array) value = value.EnumerateArray().FirstOrDefault(item => item.ValueKind == JsonValueKind.Object);
        return value.ValueKind == JsonValueKind.Object ? value : null;
    }

    private static string Bare(string type) => type[(type.LastIndexOfAny(['/', '#', ':']) + 1)..];
}
