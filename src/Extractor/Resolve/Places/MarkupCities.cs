using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>What a page's markup says of the city of an announcement.</summary>
internal static class MarkupCities
{
    private const double Trust = 0.6;
    private static readonly Feature OnlyMarkup = new("only-markup");

    /// <summary>True where the markup names the city, by any of its names that stand in the text.</summary>
    public static bool Agrees(PlaceCity city, MarkupEvent[] stated)
    {
        foreach (var each in stated)
            if (Folding.Fold(each.City!.Trim()) is var said && (said == Folding.Fold(city.Place.Name) || city.Names.Any(name => name.Folded == said))) return true;
        return false;
    }

    /// <summary>The city of the one event of the markup that is the announcement's, for where its text names no venue; or null.</summary>
    public static Candidate<CityFinding>? Of(MarkupEvent[] stated)
    {
        if (stated is not [{ City: { } city } only]) return null;
        var features = new FeatureVector(named: true);
        features.Add(OnlyMarkup);
        var isCode = only.Country is { Length: 2 } code && code.All(char.IsAsciiLetter);
        return new(new() { Text = city, Name = city, Country = isCode ? only.Country!.ToUpperInvariant() : null, Role = PlaceResolver.Venue, By = only.By }, Trust, features);
    }
}
