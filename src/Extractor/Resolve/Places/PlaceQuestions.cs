namespace Extract.Resolve.Places;

/// <summary>What a reviewer is asked about cities.</summary>
internal static class PlaceQuestions
{
    /// <summary>Which of two cities of one name.</summary>
    public static string Which(string text) => $"Which {text} is meant? There are several, and the text does not say clearly.";

    /// <summary>What the city is to the announcement.</summary>
    public static string Role(string name) => $"Does it take place in {name}, or is {name} only mentioned, or is it no city here?";

    /// <summary>A city as an answer to choose.</summary>
    public static string Answer(Place place) => place.Region is null ? $"{place.Name}, {place.Country} ({place.GeonameId})" : $"{place.Name}, {place.Region}, {place.Country} ({place.GeonameId})";
}
