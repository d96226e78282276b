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
        if (LogisticTrainer.Fit(choices, l2: float.Parse(Environment.GetEnvironmentVariable("L2") ?? "20", System.Globalization.CultureInfo.InvariantCulture)) is { } segmentation) yield return new(Splitter.SegmentationModel, segmentation);
        if (LogisticTrainer.Fit(items, l2: float.Parse(Environment.GetEnvironmentVariable("KL") ?? "3", System.Globalization.CultureInfo.InvariantCulture), leastCount: 3) is { } keep) yield return new(Splitter.KeepModel, keep);
    }

    private static void Collect(LabelledDocument labelled, Examples choices, Examples items)
    {
        var page = new Page(new TaggedDocument(labelled.Document, labelled.Tokens, labelled.Mentions));
        if (page.Blocks.IsEmpty) return;
        var gold = labelled.Announcements.Select(announcement => announcement.Span).ToImmutableArray();
        var proposals = Segmenter.Propose(page).Select(proposal => (proposal, Fit: Fit(page, proposal, gold))).ToArray();
        var features = new FeatureVector(named: true);
        Compare(page, proposals, gold.Length, choices);
        var (chosen, chosenFit) = proposals.MaxBy(proposal => proposal.Fit);
        if (gold.Length > 0 && chosenFit < 0.3) return;
        foreach (var item in chosen.Items)
        {
            ItemFeatures.Write(page, chosen.By, item, features);
            items.Add(features, gold.Any(span => Spans.Overlap(span, page.Span(item.First, item.Last)) >= 0.3), 1f / MathF.Sqrt(chosen.Items.Length));
        }
    }

    // The best proposals against each other one: what is learned is which of two serves a page better (Bradley and Terry 1952), so that what all
    // proposals of a page share does not count, and each page counts by what there is to lose.
    private static void Compare(Page page, (Segmentation Proposal, double Fit)[] proposals, int gold, Examples choices)
    {
        var best = proposals.Max(proposal => proposal.Fit);
        if (best < 0.5) return;
        var vectors = proposals.Select(proposal => Features(page, proposal.Proposal)).ToArray();
        foreach (var (better, i) in proposals.Select((proposal, i) => (proposal, i)).Where(pair => pair.proposal.Fit >= 0.95 * best))
            foreach (var (worse, j) in proposals.Select((proposal, j) => (proposal, j)).Where(pair => pair.proposal.Fit < 0.95 * best))
            {
                var weight = (float)((better.Fit - worse.Fit) * Math.Pow(Math.Max(1, gold), double.Parse(Environment.GetEnvironmentVariable("PW") ?? "0", System.Globalization.CultureInfo.InvariantCulture)) / Math.Pow(proposals.Length, double.Parse(Environment.GetEnvironmentVariable("NW") ?? "0.5", System.Globalization.CultureInfo.InvariantCulture)));
                choices.Add(Difference(vectors[i], vectors[j]), true, weight);
                choices.Add(Difference(vectors[j], vectors[i]), false, weight);
            }
    }

    private static FeatureVector Features(Page page, Segmentation proposal)
    {
        var features = new FeatureVector(named: true);
        SegmentationFeatures.Write(page, proposal, features);
        return features;
    }

    private static FeatureVector Difference(FeatureVector plus, FeatureVector minus)
    {
        var features = new FeatureVector(named: true);
        for (var i = 0; i < plus.Items.Length; i++) features.Add(plus.Items[i].Key, plus.Items[i].Value, plus.NameOf(i));
        for (var i = 0; i < minus.Items.Length; i++) features.Add(minus.Items[i].Key, -minus.Items[i].Value, minus.NameOf(i));
        return features;
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
