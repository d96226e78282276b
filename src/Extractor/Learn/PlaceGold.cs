using Extract.Resolve.Places;
using Extract.Text;

namespace Extract.Learn;

/// <summary>Finds the label of a name among the gold cities of its announcement.</summary>
internal static class PlaceGold
{
    /// <summary>The label that stands at one of the places or has one of the names, whatever its country; null where there is none.</summary>
    public static GoldLabel? Find(GoldDocument gold, int announcement, IEnumerable<CityPlace> places, string name)
    {
        var spans = places.Select(place => place.Mention.Span).ToArray();
        return gold.Announcements[announcement].Cities.FirstOrDefault(label => Is(label, spans, name));
    }

    /// <summary>True where a heading that serves several items has the city: it may be given or left out, so that nothing is learned from it.</summary>
    public static bool IsShared(GoldDocument gold, IEnumerable<CityPlace> places, string name) =>
        gold.Shared is { } shared && shared.Cities.Any(label => Is(label, [.. places.Select(place => place.Mention.Span)], name));

    private static bool Is(GoldLabel label, TextSpan[] spans, string name)
    {
        if (label.Span is { } span && spans.Any(other => other.Overlaps(span))) return true;
        return Folding.Fold(label.Text) == name || Folding.Fold(label.Name) == name;
    }
}
