using System.Collections.Immutable;
using Extract.Tag.Places;
using Extract.Text;

namespace Extract.Resolve.Places;

/// <summary>
/// What the other names of an announcement say of where it is about: places that are named together lie together. Each name speaks for the cities that it
/// may mean as far as each is likely at first sight, so that one with a single meaning says more than one with twenty.
/// </summary>
internal sealed class PlaceNeighbours
{
    // Names further off in a long text say little, and looking at all would cost the square of their number.
    private const int Reach = 25;
    private const int MostMeanings = 10;
    private const double Kilometres = 60;
    private const double OfWord = 0.3;
    private const int None = -1;

    private readonly Voice[] _voices;
    private readonly Voice[] _counties;
    private readonly Dictionary<CityName, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private CityName? _asked;
    private ImmutableArray<Nearness> _answers;

    private readonly record struct Voice(int Name, Place Place, string? Region, double Weight);

    /// <summary>What the names of an announcement say.</summary>
    /// <param name="scene">The announcement.</param>
    public PlaceNeighbours(PlaceScene scene)
    {
        var voices = new List<Voice>();
        for (var i = 0; i < scene.Names.Length; i++)
        {
            _numbers[scene.Names[i]] = i;
            Add(voices, i, scene.Names[i], PlaceChooser.AtFirstSight(scene, scene.Names[i]));
        }
        _voices = [.. voices];
        _counties = [.. CountyNames.Of(scene.Context.Tokens, scene.Context.Announcement.Span).DistinctBy(county => county[0]).SelectMany(county => county.Select(place => new Voice(None, place, place.Region, 1.0 / county.Length)))];
    }

    /// <summary>How near the other names lie to each city that a name may mean, in the order of its candidates.</summary>
    public ImmutableArray<Nearness> Of(CityName name)
    {
        if (ReferenceEquals(name, _asked)) return _answers; // each candidate asks about all of them
        var number = _numbers[name];
        var (first, end) = (EndOf(number - Reach - 1), EndOf(number + Reach));
        (_asked, _answers) = (name, [.. name.Candidates.Select(place => Of(number, place, first, end))]);
        return _answers;
    }

    private Nearness Of(int number, Place place, int first, int end)
    {
        var (near, region, country) = (0.0, 0.0, 0.0);
        for (var i = first; i < end; i++)
        {
            ref readonly var voice = ref _voices[i];
            if (voice.Name == number || voice.Place.Country != place.Country || voice.Place == place) continue;
            country += voice.Weight;
            if (voice.Region is not null && voice.Region == place.Region) region += voice.Weight;
            if (Math.Abs(voice.Place.Latitude - place.Latitude) < 3) near += voice.Weight * Math.Exp(-PlaceChoiceFeatures.Kilometres(voice.Place, place) / Kilometres);
        }
        foreach (ref readonly var county in _counties.AsSpan())
        {
            if (county.Place.Country != place.Country) continue;
            country += county.Weight;
            if (county.Region == place.Region) region += county.Weight;
            near += county.Weight * Math.Exp(-PlaceChoiceFeatures.Kilometres(county.Place, place) / Kilometres);
        }
        return new(near, region, country);
    }

    // The index of the first voice of a name after the given one.
    private int EndOf(int name) => Bisection.FirstAbove<Voice>(_voices, name, voice => voice.Name);

    private static void Add(List<Voice> voices, int number, CityName name, double[] odds)
    {
        var word = name.Places[0].Mention.Evidence.By == PlaceTagger.CityOrWord ? OfWord : 1;
        for (var i = 0; i < Math.Min(odds.Length, MostMeanings); i++)
            if (odds[i] > 0.02) voices.Add(new(number, name.Candidates[i], name.Candidates[i].Region, odds[i] * word));
    }
}

/// <summary>How many of the other names lie near a place, in its region, in its country: each as far as its meanings are likely.</summary>
internal readonly record struct Nearness(double Near, double Region, double Country);
