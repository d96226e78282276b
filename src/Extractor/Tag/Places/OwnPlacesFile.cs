using System.Collections.Immutable;
using System.Globalization;
using Extract.Rules;

namespace Extract.Tag.Places;

/// <summary>
/// Reads a user's file of names: name, tab, place, and where the name is of a house or ground in it, a tab and <c>venue</c>. A place is a city with its
/// country ("Geneva, CH", "Geneva, Switzerland"), with its region between them ("Paris, Texas, US"), a GeoNames id, a place of the user's own with its
/// coordinates ("Camp Nothing, XK, 42.36, 21.25"), or "-": the name is of no place. "#" begins a comment.
/// </summary>
/// <param name="gazetteer">The cities that may be named.</param>
internal sealed class OwnPlacesFile(Gazetteer gazetteer)
{
    private const string Nowhere = "-", Venue = "venue";

    /// <summary>Reads a file; throws <see cref="RuleFileException"/> where a line is wrong.</summary>
    public OwnPlaces Load(string path)
    {
        var names = new List<(ImmutableArray<ulong>, OwnPlace)>();
        var (seen, number) = (new Dictionary<ulong, int>(), 0);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Trim() is not { Length: > 0 } text || text[0] == '#') continue;
            var fields = line.Split('\t', StringSplitOptions.TrimEntries);
            if (fields.Length is not (2 or 3) || fields.Any(field => field.Length == 0)) throw Refuse(1, OwnPlacesFaults.Fields);
            if (fields.Length == 3 && fields[2] != Venue) throw Refuse(ColumnOf(line, 2), OwnPlacesFaults.Kind(fields[2]));
            var keys = PlaceKey.Of(fields[0]);
            if (keys.Length == 0) throw Refuse(1, OwnPlacesFaults.Name(fields[0], PlaceKey.MostWords));
            if (!seen.TryAdd(keys[^1], number)) throw Refuse(1, OwnPlacesFaults.Twice(fields[0], seen[keys[^1]]));
            var place = fields[1] == Nowhere ? null : PlaceOf(fields[1], what => Refuse(ColumnOf(line, 1), what));
            names.Add(([.. keys], new(place is null ? null : new PlaceValue([place]), fields.Length == 3)));

            RuleFileException Refuse(int column, string what) => new(path, number, column, what);
        }
        return new(names);
    }

    private static int ColumnOf(string line, int field)
    {
        var at = 0;
        for (var i = 0; i < field; i++) at = line.IndexOf('\t', at) + 1;
        return at + 1;
    }

    private Place PlaceOf(string text, Func<string, RuleFileException> refuse)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return gazetteer.CityOf(id) ?? throw refuse(OwnPlacesFaults.Id(id));
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length is < 2 or > 4 || parts.Any(part => part.Length == 0)) throw refuse(OwnPlacesFaults.Place(text));
        if (parts.Length == 4) return Own(parts) ?? throw refuse(OwnPlacesFaults.Place(text));
        var country = CountryOf(parts[^1]) ?? throw refuse(OwnPlacesFaults.Country(parts[^1]));
        var region = parts.Length == 3 ? Text.Folding.Fold(parts[1]) : null;
        return CitiesOf(parts[0]).FirstOrDefault(city => city.Country == country && (region is null || (city.Region is { } own && Text.Folding.Fold(own) == region)))
            ?? throw refuse(OwnPlacesFaults.NoCity(text));
    }

    private Place? Own(string[] parts) =>
        CountryOf(parts[1]) is { } country && Degrees(parts[2], 90) is { } latitude && Degrees(parts[3], 180) is { } longitude
            ? new(parts[0], country, null, null, latitude, longitude, 0) : null;

    private static double? Degrees(string text, int most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;

    private ImmutableArray<Place> CitiesOf(string name) =>
        PlaceKey.Of(name) is [.., var key] && gazetteer.Find(key) is var (first, end) ? gazetteer.Places(first, end, MentionKind.City, int.MaxValue) : [];

    // A code is taken before a name: "IN" is India.
    private string? CountryOf(string text)
    {
        if (text.Length == 2 && text.All(char.IsAsciiLetterUpper) && gazetteer.IsCountry(text)) return text;
        return PlaceKey.Of(text) is [.., var key] && gazetteer.Find(key) is var (first, end) && gazetteer.Places(first, end, MentionKind.Country, 1) is [var country] ? country.Country : null;
    }
}
