using System.Collections.Immutable;
using Extract.Resolve;
using Extract.Resolve.Labels;
using Extract.Split;
using Extract.Tag;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>
/// Labels announcements of unlabelled documents where witnesses agree on them: the rules are loudest for a label by a clear margin, the classifier
/// puts it first, and models learned from gold are sure of it. Where they do not agree nothing is said.
/// </summary>
/// <param name="models">The models learned from gold.</param>
internal sealed class SilverLabels(ModelSet models)
{
    private const double Announces = 0.5; // split lets pass what may announce something, and what is found in it is not judged here
    private const double Sure = 0.8; // the least probability of a label that is taught
    private const double Loud = 1; // the rules hear at least one phrase of weight in the title or the body
    private const double Margin = 1.2; // the loudest label of the rules is at least so many times as loud as the next

    private readonly Splitter _splitter = new(models);
    private readonly LabelScorer _topics = new(LabelSet.Topics(null, models.Find("topics")), models, LabelWitness.Both);
    private readonly LabelScorer _types = new(LabelSet.EventTypes(null, models.Find("event-type")), models, LabelWitness.Both);

    /// <summary>The documents that hold an announcement on whose topic or type the witnesses agree, with these announcements alone.</summary>
    public ImmutableArray<LabelledDocument> Of(IEnumerable<TaggedDocument> documents) => [.. documents.Select(Label).Where(document => document.Announcements.Length > 0)];

    private LabelledDocument Label(TaggedDocument tagged)
    {
        var found = _splitter.Split(tagged).Announcements;
        var labelled = found.Select((announcement, i) => (announcement, Gold: Gold(new(tagged.Document, tagged.Tokens, tagged.Mentions, found, i))))
            .Where(each => each.announcement.Confidence >= Announces && (each.Gold.Topics.Length > 0 || each.Gold.EventType is not null)).ToArray();
        var gold = new GoldDocument { Id = tagged.Document.Source.Id, TextSource = Site(tagged.Document.Source), Announcements = [.. labelled.Select(each => each.Gold)] };
        return new(gold, tagged.Document, tagged.Tokens, tagged.Mentions, [.. labelled.Select(each => each.announcement)]);
    }

    // As gold names sources; of a file whose address nobody knows each is a source of its own.
    private static string? Site(Source source) => Uri.TryCreate(source.Address ?? source.Uri, UriKind.Absolute, out var address)
        ? address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host : null;

    private GoldAnnouncement Gold(ResolveContext context) => new()
    {
        StartOffset = context.Announcement.Span.Start,
        EndOffset = context.Announcement.Span.End,
        Topics = [.. Agreed(_topics, context, several: true)],
        EventType = Agreed(_types, context, several: false).FirstOrDefault(),
    };

    // Of topics those besides the loudest too, of which the models are as sure: what is left out is taught as none.
    private static IEnumerable<string> Agreed(LabelScorer scorer, ResolveContext context, bool several)
    {
        var scores = scorer.Score(context);
        var (loudest, next) = Loudest(scores.Rules.Totals);
        if (scores.Rules.Total(loudest) < Math.Max(Loud, Margin * next) || First(scores.Odds) != loudest) return [];
        var sum = several ? 1 : Math.Max(1, scores.Probabilities.Sum());
        if (scores.Probabilities[loudest] / sum < Sure) return [];
        return Enumerable.Range(0, scores.Probabilities.Length).Where(label => label == loudest || (several && scores.Probabilities[label] >= Sure)).Select(label => scorer.Set.Labels[label]);
    }

    // The classifier's first label; −1 where it can say nothing.
    private static int First(double[] odds)
    {
        var first = -1;
        for (var label = 0; label < odds.Length; label++)
            if (!double.IsNaN(odds[label]) && (first < 0 || odds[label] > odds[first])) first = label;
        return first;
    }

    private static (int Label, double Next) Loudest(double[] totals)
    {
        var label = Array.IndexOf(totals, totals.Max());
        return (label, totals.Where((_, i) => i != label).Max());
    }
}
