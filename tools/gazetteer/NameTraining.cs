using Extract.Learn;
using Extract.Resolve.Places;
using Extract.Text;
using Extract.Trained;

namespace Extract.Tools.Gazetteer;

/// <summary>
/// Trains <c>names.weights</c>: what speaks for words that the gazetteer has being the name of a place where they stand. Weighed on free sets of named
/// entities, which hold none of the labelled announcements; the resolver hears it as one witness.
/// </summary>
internal static class NameTraining
{
    /// <summary>Reads the sets of a folder and writes the weights; a line to print.</summary>
    public static string Write(string entities, string folder)
    {
        var (examples, tagger) = (new Examples(), new PlaceTagger(Tag.Places.Gazetteer.Shared));
        foreach (var text in EntitySets.Read(entities)) Add(text, tagger, examples);
        var model = LogisticTrainer.Fit(examples, l2: 1, leastCount: 3)!;
        using var stream = File.Create(Path.Combine(folder, "names.weights"));
        model.Save(stream);
        return $"{examples.Items.Count:N0} cases, {examples.Items.Count(item => item.Label == LogisticTrainer.Yes):N0} places, {model.Features:N0} features";
    }

    private static void Add(LabelledText text, PlaceTagger tagger, Examples examples)
    {
        var (tokens, mentions, vector) = (TokenList.Of(text.Text), new List<Mention>(), new FeatureVector(named: true));
        tagger.Tag(tokens, mentions);
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Kind != MentionKind.City) continue;
            var (first, last) = (tokens.IndexAt(mentions[i].Span.Start), tokens.IndexAt(mentions[i].Span.End - 1));
            vector.Clear();
            PlaceNameFeatures.Add(vector, tokens, first, last, mentions[i], IsLandBeside(mentions, i), mentions.Any(other => other != mentions[i] && other.Span == mentions[i].Span));
            examples.Add(vector, text.Places.Any(place => IsName(mentions[i].Span, place)));
        }
    }

    private static bool IsLandBeside(List<Mention> mentions, int at) => mentions.Any(other =>
        other.Kind is MentionKind.Region or MentionKind.Country && other.Evidence.By != PlaceTagger.People && other.Span.Start > mentions[at].Span.End && other.Span.Start - mentions[at].Span.End <= 3);

    // More than half of the place's name: "Geneva" in "Geneva , Switzerland" is one, "River" in "Ohio River" is none.
    private static bool IsName(TextSpan words, TextSpan place) => words.Start == place.Start && place.Contains(words) && (words.Length * 2 > place.Length || words.End == place.End);
}
