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
    private const int InnerFolds = 4;

    /// <summary>Models that find mentions.</summary>
    private static ImmutableArray<ILearner> Taggers => [new OrganizationSpanLearner()];

    /// <summary>Models that decide over mentions.</summary>
    private static ImmutableArray<ILearner> Deciders =>
        [
            new SplitLearner(), new DateRoleLearner(), new PlaceChoiceLearner(), new PlaceRoleLearner(), new OrganizationRoleLearner(), new TopicLearner(),
            new EventTypeLearner(),
        ];

    /// <summary>All models, learned from these pages alone; the same pages in any order give the same models.</summary>
    public ModelSet Fit(IReadOnlyList<LabelledPage> pages)
    {
        var sorted = pages.OrderBy(page => page.Gold.Id, StringComparer.Ordinal).ToArray();
        var untagged = Label(sorted, ModelSet.Empty);
        var taggers = Learn(Taggers, untagged, ModelSet.Empty);
        var unseenMentions = UnseenMentions(sorted, untagged);
        var deciders = Learn(Deciders, unseenMentions, taggers);
        var unseenFindings = UnseenFindings(unseenMentions, (rest, held) => Found(held, Learn(Deciders, rest, taggers)));
        return new ConfidenceLearner(settings).Learn(unseenFindings, deciders);
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
        var folds = Folds.Of([.. pages.Select(page => page.Gold)], InnerFolds);
        var foldOf = pages.Zip(folds).ToDictionary(pair => pair.First.Gold.Id, pair => pair.Second, StringComparer.Ordinal);
        var all = Enumerable.Range(0, InnerFolds).SelectMany(fold => Label(
            pages.Where((_, i) => folds[i] == fold), Learn(Taggers, [.. untagged.Where(document => foldOf[document.Gold.Id] != fold)], ModelSet.Empty)));
        return [.. all.OrderBy(document => document.Gold.Id, StringComparer.Ordinal)];
    }

    private static ImmutableArray<FoundDocument> UnseenFindings(
        ImmutableArray<LabelledDocument> documents, Func<ImmutableArray<LabelledDocument>, ImmutableArray<LabelledDocument>, ImmutableArray<FoundDocument>> find)
    {
        var folds = Folds.Of([.. documents.Select(document => document.Gold)], InnerFolds);
        return [.. Enumerable.Range(0, InnerFolds).SelectMany(fold => find(
            [.. documents.Where((_, i) => folds[i] != fold)], [.. documents.Where((_, i) => folds[i] == fold)]))];
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
