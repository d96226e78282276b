using System.Collections.Immutable;
using Extract.Tag.Places;
using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>One city of an announcement, under all its names.</summary>
/// <param name="Place">The city.</param>
/// <param name="Certainty">The probability that the names mean this city, if any.</param>
/// <param name="Runner">The next best city, or null.</param>
/// <param name="Names">The names.</param>
/// <param name="Places">Where they stand: those in the announcement in order, then those in headings above it.</param>
/// <param name="Clues">What can be seen of each place.</param>
/// <param name="ByRule">Its roles by rule.</param>
internal sealed record PlaceCity(
    Place Place, double Certainty, Place? Runner, ImmutableArray<CityName> Names, ImmutableArray<CityPlace> Places, ImmutableArray<PlaceClues> Clues, PlaceRoles ByRule)
{
    private static readonly Feature Population = new("population");
    private static readonly Feature Certain = new("choice-certain");
    private static readonly Feature Count = new("places");
    private static readonly Feature Rivals = new("rivals");
    private static readonly Feature Cities = new("plausible-cities");
    private static readonly Feature RuleCity = new("rule-city");
    private static readonly Feature RuleVenue = new("rule-venue");
    private static readonly Feature RuleCityOdds = new("rule-city-odds");
    private static readonly Feature RuleVenueOdds = new("rule-venue-odds");
    private static readonly Feature Attended = new("attended"), AttendedBut = new("attended-and-stands");
    private static readonly Feature Order = new("order");
    private static readonly Feature CountrySpoken = new("country-spoken-of-and-size");
    private static readonly Feature Markup = new("markup-says-so");
    private static readonly Feature Elsewhere = new("other-announcements");

    /// <summary>The cities that the names of an announcement mean, in order of place.</summary>
    public static ImmutableArray<PlaceCity> Of(PlaceScene scene, PlaceChooser chooser)
    {
        var chosen = scene.Names.Select(name => (Name: name, Odds: chooser.Choose(scene, name))).ToArray();
        return [.. chosen.GroupBy(item => item.Name.Candidates[BestOf(item.Odds)]).Select(group => Join(scene, [.. group]))];
    }

    /// <summary>The user's own file says that one of the names is its, or of a house in it.</summary>
    public bool IsOwn => Places.Any(place => place.Mention.Evidence.By is PlaceTagger.Own or PlaceTagger.OwnVenue);

    /// <summary>The user's own file has one of the names as that of a house or ground in it.</summary>
    public bool IsOwnVenue => Places.Any(place => place.Mention.Evidence.By == PlaceTagger.OwnVenue);

    /// <summary>Fills what speaks for its role among the cities of the announcement.</summary>
    public void Fill(FeatureUnion features, PlaceScene scene, ImmutableArray<PlaceCity> cities)
    {
        features.Clear();
        for (var i = 0; i < Places.Length; i++) PlaceRoleFeatures.Add(features, scene, Places[i], Clues[i]);
        var vector = features.Features;
        vector.AddBinned(RuleCity, 1 - ByRule.None);
        vector.AddBinned(RuleVenue, ByRule.Venue);
        vector.Add(RuleCityOdds, (float)PlaceRules.Odds(1 - ByRule.None));
        vector.Add(RuleVenueOdds, (float)PlaceRules.Odds(ByRule.Venue));
        vector.AddCount(Rivals, cities.Count(other => other.ByRule.Venue > ByRule.Venue), 3);
        vector.AddCount(Cities, cities.Count(other => other.ByRule.None < 0.5), 4);
        vector.AddCount(Population, (int)Math.Log10(Place.Population + 1), 7);
        vector.AddBinned(Certain, Certainty);
        vector.AddCount(Count, Places.Length, 3);
        var stands = Clues.Any(clue => clue.InAddress || clue.AfterHall) ? "in-house" : Clues.Any(clue => clue.AfterPreposition) ? "after-preposition" : Clues.Any(clue => clue.InParentheses) ? "in-parentheses" : "bare";
        vector.Add(Attended, scene.Attended);
        vector.Add(AttendedBut, $"{scene.Attended} {stands}");
        if (cities.FirstOrDefault(other => other.ByRule.None < 0.5) is { } first) vector.Add(Order, first == this ? "first" : "later");
        vector.Add(CountrySpoken, $"{scene.SpokenOf(Place.Country)} {(Place.Population >= 100_000 ? "large" : "small")}");
        if (scene.IsInMarkup(Names)) vector.Add(Markup);
        if (scene.IsElsewhereInDocument(Places)) vector.Add(Elsewhere);
    }

    private static PlaceCity Join(PlaceScene scene, (CityName Name, double[] Odds)[] items)
    {
        var (name, odds) = items[0];
        var best = BestOf(odds);
        var second = Enumerable.Range(0, odds.Length).Where(i => i != best).OrderByDescending(i => odds[i]).Select(i => name.Candidates[i]).FirstOrDefault();
        ImmutableArray<CityPlace> places = [.. items.SelectMany(item => item.Name.Places).OrderBy(place => place.Inherited).ThenBy(place => place.Mention.Span)];
        ImmutableArray<PlaceClues> clues = [.. places.Select(place => PlaceClues.Of(scene, place, name.Candidates[best]))];
        return new(name.Candidates[best], items.Max(item => item.Odds[BestOf(item.Odds)]), second, [.. items.Select(item => item.Name)], places, clues, PlaceRules.Roles(clues));
    }

    private static int BestOf(double[] odds) => Array.IndexOf(odds, odds.Max());
}
