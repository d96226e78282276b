using Extract.Learn;
using Extract.Trained;

namespace Extract.Tests.Resolve.Places;

/// <summary>Floors of place resolution by folds of sources: gold announcements, so that only places are judged here.</summary>
public class PlaceQualityTests(ITestOutputHelper output)
{
    [Fact]
    public void Cities_and_venues_of_unseen_sources_are_found()
    {
        var folder = PlaceFolds.Folder("real");
        Assert.SkipWhen(folder is null, "../shared/data/announcements/real is not there");
        Judge(PlaceFolds.Of(PlaceFolds.Load(folder), 5), 0.88, 0.81);
    }

    [Fact]
    public void Reworded_pages_are_judged_by_models_of_real_ones()
    {
        var (real, reworded) = (PlaceFolds.Folder("real"), PlaceFolds.Folder("reworded"));
        Assert.SkipWhen(real is null || reworded is null, "../shared/data/announcements is not there");
        var models = PlaceFolds.Learn(PlaceFolds.Load(real));
        Judge(PlaceFolds.Load(reworded).Select(document => (document, models)), 0.82, 0.73);
    }

    private void Judge(IEnumerable<(LabelledDocument Document, ModelSet Models)> cases, double leastOfCities, double leastOfVenues)
    {
        var (cities, venues) = (new PlaceScore(false), new PlaceScore(true));
        foreach (var (document, models) in cases)
        {
            var resolver = PlaceFolds.Resolver(models);
            for (var i = 0; i < document.Announcements.Length; i++)
            {
                var found = resolver.Resolve(document.Context(i)).Select(candidate => candidate.Finding).ToArray();
                cities.Count(document.Gold, i, found);
                venues.Count(document.Gold, i, found);
            }
        }
        output.WriteLine($"cities {cities}\nvenues {venues}\n{string.Join('\n', cities.Misses)}\n\n{string.Join('\n', venues.Misses)}");
        Assert.True(cities.F1 >= leastOfCities, $"cities {cities}");
        Assert.True(venues.F1 >= leastOfVenues, $"venues {venues}");
    }

    [Fact]
    public void Without_models_rules_decide()
    {
        var folder = PlaceFolds.Folder("real");
        Assert.SkipWhen(folder is null, "../shared/data/announcements/real is not there");
        Judge(PlaceFolds.Load(folder).Select(document => (document, ModelSet.Empty)), 0.88, 0.70);
    }
}
