using Extract.Resolve.Places;
using Extract.Tag.Places;
using Extract.Text;

namespace Extract.Learn;

/// <summary>
/// Texts of our own making about a place and those around it, by the gazetteer: what announcements teach of small towns is little, and a paper of a small
/// town names its neighbours, its county, its state. A place is drawn the more often the more inhabitants it has, so that a name alone still means the largest
/// city; half of the texts are about the wide world. The same gazetteer gives the same texts.
/// </summary>
internal sealed class Neighbourhoods
{
    private const int Texts = 2400, Seed = 1, Near = 50, MostNamed = 5;
    private const double LocalShare = 0.6, LocalPower = 0.55, WorldPower = 0.9, NeighbourPower = 0.4;
    private readonly Random _random = new(Seed);
    private readonly PlaceTagger _tagger = new(Gazetteer.Shared);
    private readonly Place[] _cities;
    private readonly Dictionary<string, string> _countries;
    private readonly ILookup<(string, int, int), Place> _squares;

    /// <summary>Texts of the shipped gazetteer.</summary>
    public Neighbourhoods()
    {
        var gazetteer = Gazetteer.Shared;
        _cities = [.. Enumerable.Range(0, gazetteer.Entries).Where(entry => gazetteer.KindOf(entry) == MentionKind.City).Select(gazetteer.PlaceOf).Where(place => place.Population > 0)];
        _countries = Enumerable.Range(0, gazetteer.Entries).Where(entry => gazetteer.KindOf(entry) == MentionKind.Country).Select(gazetteer.PlaceOf).ToDictionary(place => place.Country, place => place.Name);
        _squares = _cities.ToLookup(city => (city.Country, (int)Math.Floor(city.Latitude), (int)Math.Floor(city.Longitude)));
    }

    /// <summary>The names in each text, with the city that each means.</summary>
    public IEnumerable<(PlaceScene Scene, IReadOnlyDictionary<string, Place> Meant)> All()
    {
        var (local, world) = (Sums(LocalPower), Sums(WorldPower));
        for (var i = 0; i < Texts; i++) yield return Write(_random.NextDouble() < LocalShare ? Local(Draw(local)) : World(Draw(world), world));
    }

    private (List<Place> Named, string More) Local(Place about)
    {
        var around = Around(about);
        var named = new List<Place> { about };
        for (var more = _random.Next(0, MostNamed); more > 0 && around.Length > 0; more--) named.Add(around[Pick(around)]);
        var words = "";
        if (_random.NextDouble() < 0.4 && CountyNames.Nearest(about) is { } county) words += $"{county.Name} County pays. ";
        if (_random.NextDouble() < 0.3 && about.Region is { } region) words += $"They told {region} so. ";
        if (_random.NextDouble() < 0.2) words += $"They told {_countries[about.Country]} so. ";
        return (named, words);
    }

    private (List<Place> Named, string More) World(Place about, double[] sums)
    {
        var named = new List<Place> { about };
        for (var more = _random.Next(0, MostNamed); more > 0; more--) named.Add(Draw(sums));
        return (named, _random.NextDouble() < 0.4 ? $"They told {_countries[about.Country]} so. " : "");
    }

    // Each in a sentence of its own, so that none stands beside another; of two places of one name the first is meant.
    private (PlaceScene, IReadOnlyDictionary<string, Place>) Write((List<Place> Named, string More) told)
    {
        var meant = new Dictionary<string, Place>();
        foreach (var place in told.Named) meant.TryAdd(Folding.Fold(place.Name), place);
        var text = string.Concat(meant.Values.Select(place => $"They met in {place.Name}. ")) + told.More;
        var source = new Source { Id = "", Bytes = default, Text = text, MediaType = "text/plain", Sha256 = "" };
        var document = new Document { Source = source, Text = text, Blocks = [new(BlockKind.Paragraph, new TextSpan(0, text.Length).Trim(text))] };
        var (tokens, mentions) = (TokenList.Of(document), new List<Mention>());
        _tagger.Tag(tokens, mentions);
        var whole = new Announcement { Span = new TextSpan(0, text.Length).Trim(text), Title = "", Anchor = "" };
        return (PlaceScene.Of(new(document, tokens, [.. mentions.OrderBy(mention => mention.Span).ThenBy(mention => mention.Kind)], [whole], 0)), meant);
    }

    private Place[] Around(Place about)
    {
        var (latitude, longitude) = ((int)Math.Floor(about.Latitude), (int)Math.Floor(about.Longitude));
        return [.. from y in Enumerable.Range(latitude - 1, 3)
                   from x in Enumerable.Range(longitude - 1, 3)
                   from city in _squares[(about.Country, y, x)]
                   where city != about && PlaceChoiceFeatures.Kilometres(city, about) < Near
                   select city];
    }

    private int Pick(Place[] places)
    {
        var left = _random.NextDouble() * places.Sum(place => Math.Pow(place.Population, NeighbourPower));
        for (var i = 0; i < places.Length; i++)
            if ((left -= Math.Pow(places[i].Population, NeighbourPower)) <= 0) return i;
        return places.Length - 1;
    }

    private double[] Sums(double power)
    {
        var (sums, sum) = (new double[_cities.Length], 0.0);
        for (var i = 0; i < sums.Length; i++) sums[i] = sum += Math.Pow(_cities[i].Population, power);
        return sums;
    }

    private Place Draw(double[] sums)
    {
        var at = Array.BinarySearch(sums, _random.NextDouble() * sums[^1]);
        return _cities[Math.Min(at < 0 ? ~at : at, _cities.Length - 1)];
    }
}
