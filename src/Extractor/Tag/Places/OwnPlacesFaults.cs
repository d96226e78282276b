namespace Extract.Tag.Places;

/// <summary>What is told of a line of a user's file of places.</summary>
internal static class OwnPlacesFaults
{
    private const string Forms = "Write a city and its country (Geneva, CH), with its region between them (Paris, Texas, US), a GeoNames id, a place of your own with coordinates (Camp Nothing, XK, 42.36, 21.25), or - for no place.";

    public const string Fields = "A line is a name, a tab, its place, and for a hall or ground a tab and the word venue. Mend the line, or begin it with # for a comment.";

    public static string Kind(string text) => $"“venue” or nothing is expected here, not “{text}”.";

    public static string Name(string name, int most) => $"“{name}” cannot be looked for: a name has no more than {most} words, and no marks but full stops, hyphens and apostrophes. Shorten it.";

    public static string Twice(string name, int line) => $"“{name}” stands in line {line} too. Keep one of them.";

    public static string Id(int id) => $"the gazetteer has no city with the GeoNames id {id}. {Forms}";

    public static string Place(string text) => $"“{text}” is no place. {Forms}";

    public static string Country(string text) => $"“{text}” is no country. Write its English name or its code (ISO 3166-1, such as CH).";

    public static string NoCity(string text) => $"the gazetteer has no city “{text}”. {Forms}";
}
