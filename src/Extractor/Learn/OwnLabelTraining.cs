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
public sealed class OwnLabelTraining(ReadSettings reading, ScoreSettings scoring, CancellationToken cancellation = default)
{
    /// <summary>A label with fewer examples is not learned.</summary>
    public const int LeastExamples = LabelLearner.LeastExamples;

    /// <summary>The models with the labels of a file; the same file gives the same models.</summary>
    /// <param name="models">The models to go on from.</param>
    /// <param name="rules">The label file.</param>
    /// <param name="yaml">Its text, which stands beside the models from now on.</param>
    public ModelSet Fit(ModelSet models, LabelRules rules, string yaml)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(rules);
        var topics = rules.Kind == MentionKind.Topic;
        models = models.WithLabels(topics ? OwnLabels.Topics : OwnLabels.EventTypes, yaml);
        var pipeline = new Pipeline(models, reading, scoring, "");
        var documents = rules.Rules.SelectMany(rule => rule.Examples.Select((text, i) => Document(pipeline, rule.Label, text, i, topics))).OfType<LabelledDocument>().ToArray();
        ILearner learner = topics ? new TopicLearner(rules) : new EventTypeLearner(rules);
        foreach (var (name, model) in learner.Learn(documents)) models = models.With(name, model);
        return models;
    }

    // Examples are as good as sources: the first of each label is one, the second another, so that folds hold all labels.
    private LabelledDocument? Document(Pipeline pipeline, string label, string text, int number, bool topics)
    {
        cancellation.ThrowIfCancellationRequested();
        var bytes = Encoding.UTF8.GetBytes(text);
        var source = new Source { Id = $"{label} {number}", Bytes = bytes, Text = text, MediaType = "text/plain", Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
        if (pipeline.Read(source, cancellation).Document is not { Blocks.IsEmpty: false } document) return null;
        var tagged = pipeline.Tag(document);
        var page = new Page(tagged);
        var span = new TextSpan(0, document.Text.Length);
        var gold = new GoldAnnouncement { StartOffset = span.Start, EndOffset = span.End, Topics = topics ? [label] : [], EventType = topics ? null : label };
        return new(
            new() { Id = source.Id, Text = document.Text, TextSource = $"example{number}", Announcements = [gold] }, document, tagged.Tokens, tagged.Mentions,
            [Announcements.Of(page, span, TitleFinder.Find(page, (0, page.Blocks.Length - 1)), true, 1)]);
    }
}
