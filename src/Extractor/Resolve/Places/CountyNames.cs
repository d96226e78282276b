using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Extract.Tag.Places;
using Extract.Text;

namespace Extract.Resolve.Places;

/// <summary>
/// The counties of the United States as evidence: local news and notices name the county and not the state ("Henry County"), and there are few of a name where there
/// are thirty Springfields. Loaded once; safe to share between threads.
/// </summary>
internal static class CountyNames
{
    private const int MostWords = 3;
    private static readonly ulong County = Folding.Hash("county"), Counties = Folding.Hash("counties"), Parish = Folding.Hash("parish");
    private static readonly Lazy<FrozenDictionary<ulong, ImmutableArray<Place>>> Shipped = new(Load);

    /// <summary>The counties that a span of the text names, each with all that it may mean.</summary>
    public static IEnumerable<ImmutableArray<Place>> Of(TokenList tokens, TextSpan span)
    {
        for (var i = tokens.IndexAt(span.Start); i < tokens.Count && tokens[i].Start < span.End; i++)
        {
            if (!tokens[i].Is(TokenTraits.Capitalized) || (tokens[i].Hash != County && tokens[i].Hash != Counties && tokens[i].Hash != Parish)) continue;
            if (NameBefore(tokens, i) is { IsDefault: false } meanings) yield return meanings;
        }
    }

    /// <summary>The county whose inhabitants are nearest to a city of its region; null where there is none.</summary>
    public static Place? Nearest(Place city) =>
        Shipped.Value.Values.SelectMany(places => places).Where(county => county.Country == city.Country && county.Region == city.Region).MinBy(county => PlaceChoiceFeatures.Kilometres(county, city));

    // The longest name right before it: "Prince George's County".
    private static ImmutableArray<Place> NameBefore(TokenList tokens, int county)
    {
        for (var first = Math.Max(0, county - (MostWords * 2)); first < county; first++)
            if (tokens[first].Is(TokenTraits.Capitalized) && KeyOf(tokens, first, county) is { } key && Shipped.Value.TryGetValue(key, out var meanings)) return meanings;
        return default;
    }

    private static ulong? KeyOf(TokenList tokens, int first, int end)
    {
        var (key, words) = (0UL, 0);
        for (var i = first; i < end; i++)
        {
            if (i > first && tokens[i].Is(TokenTraits.LineStart)) return null;
            if (tokens[i].Kind == TokenKind.Mark)
            {
                if (!PlaceKey.Joins(tokens.Text[tokens[i].Start])) return null;
                continue;
            }
            (key, words) = (PlaceKey.Append(key, tokens[i].Hash), words + 1);
        }
        return words <= MostWords && !tokens[end].Is(TokenTraits.LineStart) ? key : null;
    }

    private static FrozenDictionary<ulong, ImmutableArray<Place>> Load()
    {
        var path = Path.Combine(Gazetteer.Shipped, "counties.tsv");
        if (!File.Exists(path)) return FrozenDictionary<ulong, ImmutableArray<Place>>.Empty;
        var rows = from line in File.ReadLines(path)
                   where line.Length > 0 && line[0] != '#'
                   let f = line.Split('\t')
                   let keys = PlaceKey.Of(f[0])
                   where keys.Length > 0
                   select (Key: keys[^1], Place: new Place(f[0], f[1], f[2], null, Degrees(f[3]), Degrees(f[4]), 0));
        return rows.GroupBy(row => row.Key).ToFrozenDictionary(group => group.Key, group => group.Select(row => row.Place).ToImmutableArray());
    }

    private static double Degrees(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
