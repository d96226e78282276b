using System.Collections.Immutable;
using Extract.Learn.Judging;
using Extract.Split;
using Extract.Tag;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>Learns to choose the segmentation of a page, and to tell what announces something from what does not.</summary>
internal sealed class SplitLearner : ILearner
{
    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, LinearModel>> Learn(IReadOnlyList<LabelledDocument> documents)
    {
        var (choices, items) = (new Examples(), new Examples());
        foreach (var labelled in documents) Collect(labelled, choices, items);
        if (LogisticTrainer.Fit(choices, l2: 1) is { } segmentation) yield return new(Splitter.SegmentationModel, segmentation);
        if (LogisticTrainer.Fit(items, l2: 3, leastCount: 3) is { } keep) yield return new(Splitter.KeepModel, keep);
    }

    private static void Collect(LabelledDocument labelled, Examples choices, Examples items)
    {
        var page = new Page(new TaggedDocument(labelled.Document, labelled.Tokens, labelled.Mentions));
        if (page.Blocks.IsEmpty) return;
        var gold = labelled.Announcements.Select(announcement => announcement.Span).ToImmutableArray();
        var proposals = Segmenter.Propose(page).Select(proposal => (proposal, Fit: Fit(page, proposal, gold))).ToArray();
        var best = proposals.Max(proposal => proposal.Fit);
        var features = new FeatureVector(named: true);
        foreach (var (proposal, fit) in proposals)
        {
            SegmentationFeatures.Write(page, proposal, features);
            choices.Add(features, fit >= 0.5 && fit >= 0.85 * best);
        }
        var (chosen, chosenFit) = proposals.MaxBy(proposal => proposal.Fit);
        if (gold.Length > 0 && chosenFit < 0.3) return;
        foreach (var item in chosen.Items)
        {
            ItemFeatures.Write(page, chosen.By, item, features);
            items.Add(features, gold.Any(span => Spans.Overlap(span, page.Span(item.First, item.Last)) >= 0.3), 1f / MathF.Sqrt(chosen.Items.Length));
        }
    }

    /// <summary>How well a segmentation serves the gold: the share of gold announcements that are items; a page with one or none is whole.</summary>
    private static double Fit(Page page, Segmentation proposal, ImmutableArray<TextSpan> gold)
    {
        if (gold.Length == 0) return proposal.By == Segmentation.Whole ? 1 : 0;
        var hits = gold.Count(span => proposal.Items.Any(item => Spans.Overlap(span, page.Span(item.First, item.Last)) >= 0.5));
        var noise = proposal.Items.Length - hits;
        // Items that announce nothing can be dropped afterwards, and so cost less than announcements that are lost.
        return hits / (gold.Length + (0.2 * noise));
    }
}
