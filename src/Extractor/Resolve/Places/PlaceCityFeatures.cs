using Extract.Tag.Places;
using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>
/// What speaks for names being those of a city of the announcement, and not of something else that goes by the same words. Few and general ones, so that
/// what is learned of some sources holds for others.
/// </summary>
internal static class PlaceCityFeatures
{
    private static readonly Feature Named = new("named"), NamedOdds = new("named-odds"), NamedOften = new("named-often"), NamedBeside = new("named-and-stands-as");
    private static readonly Feature RuleOdds = new("rule-odds");
    private static readonly Feature Clue = new("clue");
    private static readonly Feature Inside = new("inside-body"), Part = new("part-of-name");
    private static readonly Feature Size = new("population");
    private static readonly Feature Certain = new("choice-certain");
    private static readonly Feature Spoken = new("country-spoken-of-and-size");
    private static readonly Feature Places = new("places");
    private static readonly Feature LowerToo = new("lower-case-too");
    private static readonly Feature Elsewhere = new("other-announcements");
    private static readonly Feature Markup = new("markup-says-so");

    /// <summary>Fills the features of a city.</summary>
    public static void Fill(FeatureUnion features, PlaceScene scene, PlaceCity city)
    {
        features.Clear();
        for (var i = 0; i < city.Places.Length; i++) PlaceRoleFeatures.AddWords(features, scene, city.Places[i], city.Clues[i]);
        var named = city.Clues.Max(clue => clue.Named);
        var bin = named switch { < 0.1 => "hardly", < 0.3 => "seldom", < 0.5 => "perhaps", < 0.7 => "rather", < 0.9 => "likely", _ => "surely" };
        features.Add(Named, bin);
        features.Add(NamedOften, city.Clues.Count(clue => clue.Named >= 0.5) switch { 0 => "never", 1 => "once", _ => "often" });
        features.Features.Add(NamedOdds, (float)PlaceRules.Odds(named));
        features.Features.Add(RuleOdds, (float)PlaceRules.Odds(1 - city.ByRule.None));
        features.Add(Inside, Share(city, clue => clue.InsideBody));
        features.Add(Part, Share(city, clue => clue.PartOfName));
        foreach (var clue in city.Clues)
        {
            features.Add(NamedBeside, $"{bin} {clue.StandsAs}");
            AddClues(features, clue);
        }
        features.Features.AddCount(Size, (int)Math.Log10(city.Place.Population + 1), 7);
        features.Features.AddBinned(Certain, city.Certainty);
        features.Add(Spoken, $"{scene.SpokenOf(city.Place.Country)} {(city.Place.Population >= 100_000 ? "large" : "small")}");
        features.Features.AddCount(Places, city.Places.Length, 3);
        features.Add(LowerToo, city.Places.Any(place => place.Mention.Evidence.By == PlaceTagger.CityOrWord && scene.HasInLowerCase(place)));
        features.Add(Elsewhere, scene.IsElsewhereInDocument(city.Places));
        features.Add(Markup, scene.IsInMarkup(city.Names));
    }

    private static string Share(PlaceCity city, Func<PlaceClues, bool> holds) => city.Clues.Count(holds) is var count && count == 0 ? "never" : count < city.Clues.Length ? "sometimes" : "always";

    private static readonly (FeatureValue Name, Func<PlaceClues, bool> Holds)[] Clues =
    [
        (new("country-too"), clue => clue.CountryToo), (new("in-address"), clue => clue.InAddress), (new("after-where"), clue => clue.AfterWhere), (new("on-list"), clue => clue.OnList),
        (new("in-title"), clue => clue.InTitle), (new("dateline"), clue => clue.Dateline || clue.OpensNews), (new("after-at-sign"), clue => clue.AfterAtSign), (new("below-day"), clue => clue.BelowDay),
        (new("country-too-possessive"), clue => clue.CountryToo && clue.Possessive), (new("after-hall"), clue => clue.AfterHall), (new("beside-another-land"), clue => clue.BesideAnotherLand),
    ];

    private static void AddClues(FeatureUnion features, PlaceClues clues)
    {
        foreach (var (name, holds) in Clues) features.Add(Clue, name, holds(clues));
    }
}
