using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Extract.Read;
using Extract.Score;
using Extract.Split;
using Extract.Tag.Labels;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>
/// Learns a label set of the user's own from the examples of its file, and puts it in the place of the topics or the types of event of other models.
/// What else was learned stays as it is.
/// </summary>
/// <param name="shipped">The models that ship: from them it is known how rare words are.</param>
/// <param name="reading">How examples are read.</param>
/// <param name="scoring">What is accepted.</param>
/// <param name="cancellation">Stops it.</param>
public sealed class OwnLabelTraining(ModelSet shipped, ReadSettings reading, ScoreSettings scoring, CancellationToken cancellation = default)
{
    /// <summary>A label with fewer examples is not learned.</summary>
    public const int LeastExamples = LabelLearner.LeastExamples;

    /// <summary>The models with the labels of a file; the same file gives the same models.</summary>
    /// <param name="models">The models to go on from.</param>
    /// <param name="rules">The label file.</param>
    /// <param name="yaml">Its text, which stands beside the models from now on.</param>
    /// <param name="pages">Labelled pages, of which those count that were labelled by this set.</param>
    public ModelSet Fit(ModelSet models, LabelRules rules, string yaml, IReadOnlyList<LabelledPage>? pages = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(rules);
        var topics = rules.Kind == MentionKind.Topic;
        var name = topics ? OwnLabels.Topics : OwnLabels.EventTypes;
        models = models.WithLabels(name, yaml);
        var pipeline = new Pipeline(models, reading, scoring, "");
        var documents = Examples(rules).Select(example => Document(pipeline, example, topics)).OfType<LabelledDocument>()
            .Concat(new Training(reading, scoring, null, cancellation).Label((pages ?? []).Where(page => IsOf(rules, topics, page)), models)).ToArray();
        var own = new OwnSet(shipped.Find(name + ".words"), name);
        ILearner learner = topics ? new TopicLearner(rules, own) : new EventTypeLearner(rules, own);
        foreach (var (each, model) in learner.Learn(documents)) models = models.With(each, model);
        return models;
    }

    // Labelled by this set: no label is of another one; and a page that has none is one that a person decided so, and no gold of something else.
    private static bool IsOf(LabelRules rules, bool topics, LabelledPage page)
    {
        var labels = page.Gold.Announcements.SelectMany(announcement => topics ? announcement.Topics : announcement.EventType is { } type ? [type] : []).ToArray();
        return labels.All(label => rules.Rules.Any(rule => rule.Label == label)) && (labels.Length > 0 || page.Gold.Path is null);
    }

    // Examples are as good as sources: the first of each label is one, the second another, so that folds hold all labels. A text that stands below several labels has them all.
    private static IEnumerable<(int Number, string Text, ImmutableArray<string> Labels)> Examples(LabelRules rules) => rules.Rules
        .SelectMany(rule => rule.Examples.Select((text, i) => (Text: text, Label: rule.Label, Number: i))).GroupBy(example => example.Text.Trim(), StringComparer.Ordinal)
        .Select(same => (same.First().Number, same.Key, same.Select(example => example.Label).ToImmutableArray()));

    private LabelledDocument? Document(Pipeline pipeline, (int Number, string Text, ImmutableArray<string> Labels) example, bool topics)
    {
        cancellation.ThrowIfCancellationRequested();
        var (number, text, labels) = example;
        var bytes = Encoding.UTF8.GetBytes(text);
        var source = new Source { Id = $"{labels[0]} {number}", Bytes = bytes, Text = text, MediaType = "text/plain", Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
        if (pipeline.Read(source, cancellation).Document is not { Blocks.IsEmpty: false } document) return null;
        var tagged = pipeline.Tag(document);
        var page = new Page(tagged);
        var span = new TextSpan(0, document.Text.Length);
        var gold = new GoldAnnouncement { StartOffset = span.Start, EndOffset = span.End, Topics = topics ? labels : [], EventType = topics ? null : labels[0] };
        return new(
            new() { Id = source.Id, Text = document.Text, TextSource = $"example{number}", Announcements = [gold] }, document, tagged.Tokens, tagged.Mentions,
            [Announcements.Of(page, span, TitleFinder.Find(page, (0, page.Blocks.Length - 1)), true, 1)]);
    }
}
