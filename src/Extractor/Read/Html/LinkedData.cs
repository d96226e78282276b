using System.Collections.Immutable;
using System.Text.Json;

namespace Extract.Read.Html;

/// <summary>What the JSON-LD of a page states: its events, and when it came out. What is no JSON is passed over.</summary>
/// <param name="Published">When the page came out, or null.</param>
/// <param name="Events">The events, in order.</param>
internal sealed record LinkedData(DateOnly? Published, ImmutableArray<MarkupEvent> Events)
{
    private const int Deepest = 24;
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static LinkedData Of(PageStatements page)
    {
        var collector = new Collector();
        foreach (var script in page.Scripts)
        {
            if (script.GetAttribute("type") is not { } type || !type.StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase)) continue;
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, Options);
                collector.Visit(json.RootElement, 0);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // A page's mistake (also half an emoji, where a program cut a text); the text still speaks.
            }
        }
        return new(collector.Published, [.. collector.Events]);
    }

    private sealed class Collector
    {
        public DateOnly? Published { get; private set; }

        public List<MarkupEvent> Events { get; } = [];

        public void Visit(JsonElement element, int depth)
        {
            if (depth > Deepest) return;
            if (element.ValueKind == JsonValueKind.Array)
                foreach (var item in element.EnumerateArray()) Visit(item, depth + 1);
            if (element.ValueKind != JsonValueKind.Object) return;
            var type = Schema.Type(element);
            if (Schema.IsEvent(type) && Schema.Event(element) is { } found) Events.Add(found);
            else if (Schema.IsPage(type)) Published ??= PageDates.Parse(Schema.Text(element, "datePublished"));
            foreach (var property in element.EnumerateObject())
                if (property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object && property.Name is not ("location" or "organizer" or "superEvent")) Visit(property.Value, depth + 1);
        }
    }
}
