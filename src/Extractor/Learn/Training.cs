using System.Collections.Immutable;
using Extract.Read;
using Extract.Score;
using Extract.Split;
using Extract.Tag;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>
/// Learns every model from labelled pages, in three steps: taggers; what decides over mentions (split, resolve); confidence. A step learns from what the
/// steps before it say of pages that they have not seen (inner folds by source), so that nothing trusts a model's memory of its own examples.
/// </summary>
public sealed class Training(ReadSettings reading, ScoreSettings settings, Tag.TagSettings? tagging = null, CancellationToken cancellation = default)
{
    /// <summary>Models that find mentions.</summary>
    private static ImmutableArray<ILearner> Taggers => [new OrganizationSpanLearner()];

    /// <summary>Models that decide over mentions.</summary>
    private static ImmutableArray<ILearner> Deciders =>
        [
            new SplitLearner(), new DateRoleLearner(), new PlaceChoiceLearner(), new PlaceRoleLearner(), new OrganizationRoleLearner(), new TopicLearner(),
            new EventTypeLearner(),
        ];

    /// <summary>All models, learned from these pages alone; the same pages in any order give the same models.</summary>
    public ModelSet Fit(IReadOnlyList<LabelledPage> pages) => Fit(pages, []).Models;

    /// <summary>
    /// The same, where topics and types of event are learned also from what rules and models agree on in unlabelled documents; and how many of those took part.
    /// </summary>
    /// <param name="pages">The labelled pages.</param>
    /// <param name="unlabelled">Documents that are not among them, always in the same order (<see cref="UnlabelledPages"/>).</param>
    public (ModelSet Models, int Silver) Fit(IReadOnlyList<LabelledPage> pages, IReadOnlyList<Document> unlabelled)
    {
        var sorted = pages.OrderBy(page => page.Gold.Id, StringComparer.Ordinal).ToArray();
        var untagged = Label(sorted, ModelSet.Empty);
        var taggers = Learn(Taggers, untagged, ModelSet.Empty);
        var unseenMentions = UnseenMentions(sorted, untagged);
        var tagged = Tag(unlabelled, taggers);
        var (deciders, silver) = Decide(unseenMentions, taggers, tagged);
        var unseenFindings = Folds.Unseen(unseenMentions, document => document.Gold, (rest, held) => Found(held, Decide(rest, taggers, tagged).Models));
        return (new ConfidenceLearner(settings).Learn(AnnouncingLearner.Kept(unseenFindings), AnnouncingLearner.Learn(unseenFindings, deciders)), silver);
    }

    // What is learned from gold labels what is not, and from both the labels are learned anew.
    private (ModelSet Models, int Silver) Decide(IReadOnlyList<LabelledDocument> documents, ModelSet taggers, ImmutableArray<TaggedDocument> unlabelled)
    {
        var models = Learn(Deciders, documents, taggers);
        if (unlabelled.IsEmpty) return (models, 0);
        var silver = new SilverLabels(models).Of(unlabelled);
        return (Learn([new TopicLearner(silver: silver), new EventTypeLearner(silver: silver)], documents, models), silver.Length);
    }

    private ImmutableArray<TaggedDocument> Tag(IReadOnlyList<Document> documents, ModelSet taggers)
    {
        if (documents.Count == 0) return [];
        var pipeline = new Pipeline(taggers, reading, settings, "", tagging);
        return [.. documents.Select(document =>
        {
            cancellation.ThrowIfCancellationRequested();
            return pipeline.TagWithin(document).Tagged;
        }).OfType<TaggedDocument>()];
    }

    private ModelSet Learn(ImmutableArray<ILearner> learners, IReadOnlyList<LabelledDocument> documents, ModelSet models)
    {
        foreach (var learner in learners)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (name, model) in learner.Learn(documents)) models = models.With(name, model);
        }
        return models;
    }

    // Each page with the mentions of taggers that learned from the other sources.
    private ImmutableArray<LabelledDocument> UnseenMentions(LabelledPage[] pages, ImmutableArray<LabelledDocument> untagged)
    {
        if (Taggers.IsEmpty) return untagged;
        var byId = untagged.ToDictionary(document => document.Gold.Id, StringComparer.Ordinal);
        var all = Folds.Unseen(pages, page => page.Gold, (rest, held) => Label(held, Learn(Taggers, [.. rest.Select(page => byId.GetValueOrDefault(page.Gold.Id)).OfType<LabelledDocument>()], ModelSet.Empty)));
        return [.. all.OrderBy(document => document.Gold.Id, StringComparer.Ordinal)];
    }

    /// <summary>The pages read and tagged, with gold announcements as the pipeline would have them.</summary>
    internal ImmutableArray<LabelledDocument> Label(IEnumerable<LabelledPage> pages, ModelSet models)
    {
        var pipeline = new Pipeline(models, reading, settings, "", tagging, named: true);
        return [.. pages.Select(page => Label(page, pipeline)).OfType<LabelledDocument>()];
    }

    private LabelledDocument? Label(LabelledPage labelled, Pipeline pipeline)
    {
        cancellation.ThrowIfCancellationRequested();
        if (pipeline.Read(labelled.Source, cancellation).Document is not { } document) return null;
        var tagged = pipeline.Tag(document);
        var gold = GoldLocator.Locate(labelled.Gold, tagged.Tokens);
        gold = gold with { Announcements = [.. gold.Announcements.Where(announcement => announcement.Span is not null)] };
        var page = new Page(tagged);
        var whole = gold.Announcements.Length == 1 && gold.Announcements[0].Span!.Value.Length > document.Text.Length * 0.8;
        var announcements = gold.Announcements.Select(announcement => Announcements.Of(page, announcement.Span!.Value, TitleIn(page, announcement), whole, 1));
        return new(gold, document, tagged.Tokens, tagged.Mentions, page.Blocks.IsEmpty ? [] : [.. announcements]);
    }

    private static TextSpan TitleIn(Page page, GoldAnnouncement announcement)
    {
        var span = announcement.Span!.Value;
        var blocks = Enumerable.Range(0, page.Blocks.Length).Where(i => page.Blocks[i].Span.Overlaps(span)).ToArray();
        return blocks.Length == 0 ? span : TitleFinder.Find(page, (blocks[0], blocks[^1]));
    }

    private ImmutableArray<FoundDocument> Found(IEnumerable<LabelledDocument> documents, ModelSet models)
    {
        var pipeline = new Pipeline(models, reading, settings, "", tagging, named: true);
        return [.. documents.Select(document =>
        {
            var tagged = new TaggedDocument(document.Document, document.Tokens, document.Mentions);
            return new FoundDocument(document, pipeline.Process(tagged, Stage.Resolve).Findings);
        })];
    }
}
