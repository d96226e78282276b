using Extract.Resolve;
using Extract.Resolve.Places;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>
/// Learns which city a name means. Gold says name and country only: of several cities of a name in the right country, the one whose region stands
/// beside the name is right, else the most populous. Few labelled names are those of a smaller city; so each text is a teacher too: where it writes
/// "Paris, Texas", the same text with its regions struck out shows how a reader would have known. Texts made of the gazetteer
/// (<see cref="Neighbourhoods"/>) teach what neighbours, counties and states are worth.
/// </summary>
internal sealed class PlaceChoiceLearner : ILearner
{
    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, LinearModel>> Learn(IReadOnlyList<LabelledDocument> documents)
    {
        var (examples, features) = (new Examples(), new FeatureVector(named: true));
        foreach (var document in documents)
            for (var i = 0; i < document.Gold.Announcements.Length; i++)
            {
                var scene = PlaceScene.Of(document.Context(i));
                foreach (var name in scene.Names)
                    if (name.Candidates.Length > 1 && PlaceGold.Find(document.Gold, i, name.Places, name.Folded) is { Country: { } country })
                        Add(examples, features, scene, name, country);
            }
        foreach (var document in documents) AddStruckOut(examples, features, document);
        foreach (var (scene, meant) in new Neighbourhoods().All())
            foreach (var name in scene.Names)
                if (name.Candidates.Length > 1 && meant.TryGetValue(name.Folded, out var place)) Add(examples, features, scene, name, name.Candidates.IndexOf(place));
        if (LogisticTrainer.Fit(examples, l2: 0.5f) is { } model) yield return new(PlaceChooser.Model, model);
    }

    private static void AddStruckOut(Examples examples, FeatureVector features, LabelledDocument document)
    {
        var whole = new Announcement { Span = new TextSpan(0, document.Document.Text.Length).Trim(document.Document.Text), Title = "", Anchor = "" };
        var context = new ResolveContext(document.Document, document.Tokens, document.Mentions, [whole], 0);
        var stated = PlaceScene.Of(context).Names.ToDictionary(name => name.Folded);
        var beside = stated.Values.SelectMany(name => name.Places).SelectMany(place => place.BesideAt).ToHashSet();
        var struck = PlaceScene.Of(context with { Mentions = [.. context.Mentions.Where(mention => mention.Kind is not (MentionKind.Region or MentionKind.Country) || !beside.Contains(mention.Span))] });
        foreach (var name in struck.Names)
            if (name.Candidates.Length > 1 && stated.TryGetValue(name.Folded, out var said)) Add(examples, features, struck, name, RightBySaid(said));
    }

    // The most populous city in the one region that the text names beside it; −1 where it names none, or several.
    private static int RightBySaid(CityName name)
    {
        var regions = name.Places.SelectMany(place => place.Beside).Where(land => land.Region is not null).Select(land => (land.Country, land.Region)).Distinct().ToArray();
        if (regions is not [var only]) return -1;
        for (var i = 0; i < name.Candidates.Length; i++)
            if ((name.Candidates[i].Country, name.Candidates[i].Region) == only) return i;
        return -1;
    }

    private static void Add(Examples examples, FeatureVector features, PlaceScene scene, CityName name, string country) => Add(examples, features, scene, name, RightOf(name, country));

    private static void Add(Examples examples, FeatureVector features, PlaceScene scene, CityName name, int right)
    {
        if (right < 0) return;
        var byRule = PlaceChooser.ByRule(scene, name);
        for (var i = 0; i < name.Candidates.Length; i++)
        {
            PlaceChoiceFeatures.Fill(features, scene, name, i, byRule);
            examples.Add(features, i == right);
        }
    }

    private static int RightOf(CityName name, string country)
    {
        var beside = name.Places.SelectMany(place => place.Beside).ToArray();
        var best = -1;
        for (var i = name.Candidates.Length - 1; i >= 0; i--)
        {
            if (name.Candidates[i].Country != country) continue;
            if (best < 0 || IsBeside(name.Candidates[i]) || !IsBeside(name.Candidates[best])) best = i;
        }
        return best;

        bool IsBeside(Place place) => place.Region is not null && beside.Any(land => land.Region == place.Region && land.Country == place.Country);
    }
}
