using System.Collections.Immutable;
using Extract.Resolve;
using Extract.Trained;

namespace Extract.Score;

/// <summary>
/// Gives every finding and every record its probability: a logistic regression over readable features for each kind of finding and for each field,
/// fitted on documents that the other models had not seen. Pure and thread-safe.
/// </summary>
public sealed partial class Scorer
{
    /// <summary>The name of the model for the findings of a kind: <c>confidence.dates</c>, …</summary>
    public static string ModelOf(string kind) => "confidence." + kind;

    /// <summary>The name of the model that joins the fields to the record's confidence.</summary>
    public const string RecordModel = "confidence.record";

    private readonly LinearModel? _dates, _cities, _organizations, _topics, _eventType, _record;
    private readonly ImmutableArray<(string Name, LinearModel? Model)> _fields;
    private readonly ImmutableArray<LinearModel?> _all;
    private readonly double _threshold;
    private readonly bool _ownTopics;

    /// <summary>A scorer by the given models; without them the resolvers' own probabilities stand.</summary>
    public Scorer(ModelSet models, ScoreSettings settings)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(settings);
        LinearModel? Find(string kind) => models.Find(ModelOf(kind));
        (_dates, _cities, _organizations, _topics, _eventType, _record) = (Find("dates"), Find("cities"), Find("organizations"), Find("topics"), Find("event-type"), models.Find(RecordModel));
        _fields = [.. settings.Require.Select(name => (name, models.Find(new RequiredField(name).Model)))];
        _all = [.. RequiredField.All.Select(field => models.Find(field.Model))];
        _ownTopics = models.LabelFiles.ContainsKey("topics");
        _threshold = models.Acceptance.Threshold(settings.AcceptError);
    }

    /// <summary>The confidence from which a record is accepted.</summary>
    public double Threshold => _threshold;

    /// <summary>The findings of an announcement with their confidences.</summary>
    public ScoredFindings Score(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var features = new FeatureVector();
        var dates = ScoreAll(_dates, findings.Dates, findings, features);
        var cities = ScoreAll(_cities, findings.Cities, findings, features);
        var organizations = ScoreAll(_organizations, findings.Organizations, findings, features);
        var topics = findings.Topics.Select(topic => topic.Finding with { Confidence = Topic(topic, findings, features) }).ToImmutableArray();
        var eventType = findings.EventType.Finding with { Confidence = Type(findings, features) };
        var scored = new ScoredFindings(findings, dates, cities, organizations, topics, eventType, [], 0);
        var fields = _fields.Select(field => (field.Name, Field(field.Name, field.Model, scored, features))).ToImmutableArray();
        return scored with { Fields = fields, Confidence = Joined(fields), Needed = _threshold };
    }

    /// <summary>What the settings judge the announcement by; it does not depend on them.</summary>
    public Doubts Doubts(ScoredFindings scored)
    {
        ArgumentNullException.ThrowIfNull(scored);
        var features = new FeatureVector();
        return new([.. RequiredField.All.Select((field, i) => Probability(field.Name, _all[i], scored, features))], Questions.Own(scored));
    }

    private static double Probability(string name, LinearModel? model, ScoredFindings scored, FeatureVector features)
    {
        foreach (var field in scored.Fields)
            if (field.Name == name) return field.Probability;
        return Field(name, model, scored, features);
    }

    /// <summary>Writes the features by which the fields' probabilities are joined.</summary>
    internal static void WriteRecord(IEnumerable<double> fields, FeatureVector features)
    {
        features.Clear();
        var (product, least) = (1.0, 1.0);
        foreach (var field in fields) (product, least) = (product * field, Math.Min(least, field));
        features.Add(ProductFeature, LogOdds.Bounded(product));
        features.Add(LeastFeature, LogOdds.Bounded(least));
    }

    private static readonly Feature ProductFeature = new("product-of-fields"), LeastFeature = new("least-field");

    private static ImmutableArray<T> ScoreAll<T>(LinearModel? confidence, ImmutableArray<Candidate<T>> candidates, Findings findings, FeatureVector features) where T : Finding =>
        [.. candidates.Select(candidate => candidate.Finding with { Confidence = Math.Min(candidate.MostConfidence, Confidence(confidence, candidate, candidates, findings, features)) })];

    private static double Confidence<T>(LinearModel? confidence, Candidate<T> candidate, ImmutableArray<Candidate<T>> siblings, Findings findings, FeatureVector features) where T : Finding
    {
        if (confidence is not { } model) return Round(candidate.Probability);
        ConfidenceFeatures.Write(candidate, siblings, findings, features);
        var probability = model.Probability(features);
        var prior = MarkupWitness.Prior(candidate.Features, model);
        return Round(prior == 0 ? probability : LogOdds.ToProbability(LogOdds.Bounded(probability) + prior));
    }

    private double Topic(Candidate<TopicFinding> topic, Findings findings, FeatureVector features)
    {
        if (_topics is not { } model) return Round(topic.Probability);
        WriteTopic(topic, findings, features);
        return Round(model.Probability(features) * OfWhole(findings));
    }

    // Every example of a label set of the user's own announces something: what is none has none of the topics.
    private double OfWhole(Findings findings) => _ownTopics ? findings.Announcement.Confidence : 1;

    private double Type(Findings findings, FeatureVector features)
    {
        if (_eventType is not { } model) return Round(findings.EventType.Probability);
        WriteType(findings, features);
        return Round(model.Probability(features));
    }

    private static void WriteTopic(Candidate<TopicFinding> topic, Findings findings, FeatureVector features) =>
        ConfidenceFeatures.WriteLabel(topic, topic.Finding.Label, topic.Finding.By, findings, features);

    private static void WriteType(Findings findings, FeatureVector features) =>
        ConfidenceFeatures.WriteLabel(findings.EventType, findings.EventType.Finding.Label, findings.EventType.Finding.By, findings, features);

    private static double Field(string name, LinearModel? field, ScoredFindings scored, FeatureVector features)
    {
        var values = scored.ConfidencesOf(name).Values;
        if (field is not { } model) return values.IsEmpty ? 0.5 : values.Aggregate(1.0, (product, value) => product * value);
        FieldFeatures.Write(name, scored, features);
        return model.Probability(features);
    }

    /// <summary>The probability that all fields are right.</summary>
    internal double Joined(ImmutableArray<(string Name, double Probability)> fields)
    {
        var probabilities = fields.Select(field => field.Probability);
        if (_record is not { } model) return Round(probabilities.Aggregate(1.0, (product, value) => product * value));
        var features = new FeatureVector();
        WriteRecord(probabilities, features);
        return Round(model.Probability(features));
    }

    private static double Round(double probability) => Math.Round(probability, 4, MidpointRounding.AwayFromZero);
}
