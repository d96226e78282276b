using System.Collections.Immutable;
using Extract.Learn.Judging;
using Extract.Split;
using Extract.Tag;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>
/// Learns to choose the segmentation of a page, and, on the segmentations that serve best, to tell the items that announce something from those that do not.
/// </summary>
internal sealed class SplitLearner : ILearner
{
    private const double Serves = 0.5; // a page that no proposal serves better teaches nothing
    private const double Alike = 0.95; // of the best fit: proposals that serve as well as the best
    private const double CostOfNoise = 0.2; // an item that announces nothing can be dropped afterwards; an announcement that is lost is lost
    private const double WithoutStart = 0.7; // of an announcement that is cut off at its start, its name is lost
    private const int Near = 4; // code units: a bullet
    private const double Found = 0.3; // the overlap from which an item is an announcement, if cut a little wrong

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, LinearModel>> Learn(IReadOnlyList<LabelledDocument> documents)
    {
        var pages = documents.Select(labelled => new ProposedPage(labelled)).Where(page => !page.Proposals.IsEmpty).ToArray();
        var choices = new Examples();
        foreach (var page in pages.Where(page => page.Best.Fit >= Serves)) Compare(page, choices);
        var segmentation = LogisticTrainer.Fit(choices, l2: 1);
        if (segmentation is not null) yield return new(Splitter.SegmentationModel, segmentation);
        var items = new Examples();
        foreach (var page in pages) AddItems(page, items, page.Best.Segmentation);
        if (segmentation is not null) AddChosen(pages, segmentation, items);
        if (LogisticTrainer.Fit(items, l2: 2, leastCount: 3) is { } keep) yield return new(Splitter.KeepModel, keep);
    }

    // The best proposals against each other one: what is learned is which of two serves a page better (Bradley and Terry 1952), so that what all
    // proposals of a page share does not count. A pair counts by what there is to lose.
    private static void Compare(ProposedPage page, Examples choices)
    {
        var vectors = page.Proposals.Select(proposal => Features(page.Page, proposal.Segmentation)).ToArray();
        var isBest = page.Proposals.Select(proposal => proposal.Fit >= Alike * page.Best.Fit).ToArray();
        for (var better = 0; better < vectors.Length; better++)
            for (var worse = 0; worse < vectors.Length; worse++)
            {
                if (!isBest[better] || isBest[worse]) continue;
                var weight = (float)((page.Proposals[better].Fit - page.Proposals[worse].Fit) / Math.Sqrt(vectors.Length));
                choices.Add(Difference(vectors[better], vectors[worse]), true, weight);
                choices.Add(Difference(vectors[worse], vectors[better]), false, weight);
            }
    }

    // What is cut is not always the best: items of a worse cut, a list's own heading among them, are to be told from announcements too.
    private static void AddChosen(IEnumerable<ProposedPage> pages, LinearModel segmentation, Examples items)
    {
        var splitter = new Splitter(ModelSet.Empty.With(Splitter.SegmentationModel, segmentation));
        foreach (var page in pages)
            if (splitter.Choose(page.Page).Segmentation is var chosen && !chosen.Items.SequenceEqual(page.Best.Segmentation.Items)) AddItems(page, items, chosen);
    }

    private static void AddItems(ProposedPage page, Examples items, Segmentation chosen)
    {
        if (!page.Gold.IsEmpty && page.Best.Fit < Found) return;
        var features = new FeatureVector(named: true);
        var list = Splitter.ListOf(page.Page, chosen);
        foreach (var item in chosen.Items)
        {
            ItemFeatures.Write(page.Page, chosen.By, item, list, features);
            var announces = page.Gold.Any(span => Spans.Overlap(span, page.Page.Span(item.First, item.Last)) >= Found);
            items.Add(features, announces, 1f / MathF.Sqrt(chosen.Items.Length));
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

    /// <summary>A labelled page with what the segmenter proposes for it, and how well each proposal serves.</summary>
    private sealed class ProposedPage
    {
        public ProposedPage(LabelledDocument labelled)
        {
            Page = new Page(new TaggedDocument(labelled.Document, labelled.Tokens, labelled.Mentions));
            Gold = [.. labelled.Announcements.Select(announcement => announcement.Span)];
            Proposals = [.. Segmenter.Propose(Page).Select(proposal => (proposal, FitOf(proposal)))];
            Best = Proposals.IsEmpty ? default : Proposals.MaxBy(proposal => proposal.Fit);
        }

        public Page Page { get; }

        public ImmutableArray<TextSpan> Gold { get; }

        public ImmutableArray<(Segmentation Segmentation, double Fit)> Proposals { get; }

        public (Segmentation Segmentation, double Fit) Best { get; }

        // The share of the gold announcements that are items; where nothing is announced, the page is whole.
        private double FitOf(Segmentation proposal)
        {
            if (Gold.IsEmpty) return proposal.By == Segmentation.Whole ? 1 : 0;
            var spans = proposal.Items.Select(item => Page.Span(item.First, item.Last)).ToArray();
            var hits = Gold.Select(span => spans.Where(item => Spans.Overlap(span, item) >= 0.5).Select(item => Math.Abs(item.Start - span.Start) <= Near ? 1 : WithoutStart).DefaultIfEmpty().Max()).ToArray();
            return hits.Sum() / (Gold.Length + (CostOfNoise * (proposal.Items.Length - hits.Count(hit => hit > 0))));
        }
    }
}
