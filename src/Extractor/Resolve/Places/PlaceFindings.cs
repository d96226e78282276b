using System.Collections.Immutable;
using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>Writes a decided city as the finding of a record, with what to ask where it is doubtful.</summary>
internal static class PlaceFindings
{
    private static readonly Feature By = new("city-found-as");
    private static readonly Feature RoleOdds = new("city-role-odds");
    private static readonly Feature CityOdds = new("city-odds");
    private static readonly Feature Choice = new("city-choice");
    private static readonly Feature Size = new("city-population");
    private static readonly Feature Beside = new("city-land-beside");
    private static readonly Feature Role = new("city-role");
    private static readonly Feature Probability = new("city-probability");

    /// <summary>The finding with its features for calibration.</summary>
    public static Candidate<CityFinding> Candidate(PlaceScene scene, PlaceCity city, PlaceRoles roles, string by)
    {
        var role = roles.Venue >= roles.Mentioned ? PlaceResolver.Venue : PlaceResolver.Mentioned;
        var odds = Math.Max(roles.Venue, roles.Mentioned);
        var finding = Finding(scene, city, role, by);
        return new(finding, odds * city.Certainty, Features(city, roles, role, odds, scene.Context.Named), Question(city, roles, finding));
    }

    private static CityFinding Finding(PlaceScene scene, PlaceCity city, string role, string by)
    {
        var (first, place) = (city.Places[0], city.Place);
        var spans = city.Places.Where(at => at.Inherited == first.Inherited).Skip(1).Select(at => ImmutableArray.Create(at.Mention.Span.Start, at.Mention.Span.End)).ToImmutableArray();
        return Of(place, first.Mention.Span.Of(scene.Context.Document.Text), role, by) with
        {
            Start = first.Mention.Span.Start,
            End = first.Mention.Span.End,
            Inherited = first.Inherited ? true : null,
            Also = spans.IsEmpty ? null : spans,
        };
    }

    /// <summary>A city of the gazetteer as a finding that stands nowhere in the text.</summary>
    public static CityFinding Of(Place place, string words, string role, string by) => new()
    {
        Text = words,
        Name = place.Name,
        Country = place.Country,
        Region = place.Region,
        GeonameId = place.GeonameId,
        Latitude = place.Latitude,
        Longitude = place.Longitude,
        Role = role,
        By = by,
    };

    private static FeatureVector Features(PlaceCity city, PlaceRoles roles, string role, double odds, bool named)
    {
        var features = new FeatureVector(named);
        features.Add(Role, role);
        features.Add(By, city.Places[0].Mention.Evidence.By);
        features.Add(Beside, city.Places.Any(place => place.Beside.Length > 0) ? "yes" : "no");
        features.AddBinned(RoleOdds, odds);
        features.AddBinned(CityOdds, 1 - roles.None);
        features.AddBinned(Choice, city.Certainty);
        features.AddCount(Size, (int)Math.Log10(city.Place.Population + 1), 7);
        features.Add(Probability, (float)PlaceRules.Odds(odds * city.Certainty));
        return features;
    }

    private static Question? Question(PlaceCity city, PlaceRoles roles, CityFinding finding)
    {
        if (city.Certainty < 0.8 && city.Runner is { } runner)
            return new("geonameId", PlaceQuestions.Which(finding.Text), [PlaceQuestions.Answer(city.Place), PlaceQuestions.Answer(runner)]);
        if (Math.Max(roles.Venue, roles.Mentioned) >= 0.8) return null;
        return new("role", PlaceQuestions.Role(finding.Name), [PlaceResolver.Venue, PlaceResolver.Mentioned, PlaceResolver.None]);
    }
}
