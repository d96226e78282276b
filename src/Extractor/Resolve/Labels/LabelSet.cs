using Extract.Tag.Labels;
using Extract.Trained;

namespace Extract.Resolve.Labels;

/// <summary>A set of labels that announcements are given, and the names of its models.</summary>
/// <param name="name">The name of its classifier; <c>topics</c> or <c>event-type</c>.</param>
/// <param name="kind">The mentions that speak for its labels.</param>
/// <param name="labels">The labels.</param>
/// <param name="weights">What a word counts for the classifier in each zone.</param>
/// <param name="ruleWeights">What a phrase of the rules counts in each zone.</param>
/// <param name="priors">How common a label is counts too. Not for types of event: sources differ in them, and what one source abounds in says nothing of another's.</param>
internal sealed class LabelSet(string name, MentionKind kind, IReadOnlyList<string> labels, ZoneWeights weights, ZoneWeights ruleWeights, bool priors)
{
    /// <summary>The topics of a rule file, and those that only a classifier knows.</summary>
    public static LabelSet Topics(LabelRules? rules, LinearModel? classifier) =>
        new("topics", MentionKind.Topic, Union(rules ?? LabelRules.Topics, classifier), new(3, 1, 1, 0.4f), new(3, 1, 1, 0.3f), priors: true);

    /// <summary>The types of event of a rule file, and those that only a classifier knows.</summary>
    public static LabelSet EventTypes(LabelRules? rules, LinearModel? classifier) =>
        new("event-type", MentionKind.EventType, Union(rules ?? LabelRules.EventTypes, classifier), new(3, 1, 1, 0), new(3, 1.5f, 0.5f, 0.2f, 1), priors: false);

    public string Name => name;
    public string RarityModel => name + ".words";
    public string CombinationModel => name + ".combination";
    public MentionKind Kind => kind;
    public IReadOnlyList<string> Labels => labels;
    public bool Priors => priors;
    public ZoneWeights Weights => weights;
    public ZoneWeights RuleWeights => ruleWeights;
    public IReadOnlyList<Feature> Features { get; } = [.. labels.Select(label => new Feature("label:" + label))];
    public IReadOnlyDictionary<string, int> Index { get; } = labels.Select((label, i) => (label, i)).ToDictionary(pair => pair.label, pair => pair.i, StringComparer.Ordinal);

    /// <summary>The same set with further labels, those that no rule knows.</summary>
    public LabelSet Including(IEnumerable<string> more) => new(name, kind, [.. labels.Union(more, StringComparer.Ordinal)], weights, ruleWeights, priors);

    private static string[] Union(LabelRules rules, LinearModel? classifier) =>
        [.. rules.Rules.Select(rule => rule.Label).Union(classifier?.Classes ?? [], StringComparer.Ordinal)];
}
