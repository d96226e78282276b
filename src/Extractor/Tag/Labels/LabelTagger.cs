using Extract.Text;
using Extract.Trained;

namespace Extract.Tag.Labels;

/// <summary>Marks the words that speak for topics, for types of event, or for a status, as a label file says.</summary>
public sealed class LabelTagger : ITagger
{
    private readonly LabelRules _rules;
    private readonly (string By, LabelValue Value)[] _strong;
    private readonly (string By, LabelValue Value)[] _weak;

    /// <summary>A tagger of the given label file.</summary>
    public LabelTagger(LabelRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        var file = Path.GetFileNameWithoutExtension(rules.File);
        _strong = [.. rules.Rules.Select(rule => ($"{file}.{rule.Label}", new LabelValue(rule.Label, LabelRules.Strong)))];
        _weak = [.. rules.Rules.Select(rule => ($"{file}.{rule.Label}", new LabelValue(rule.Label, LabelRules.Weak)))];
    }

    /// <summary>The taggers of the label files that ship: topics, types of event, status, what announces, roles of dates. Loaded side by side, because the first document waits for them.</summary>
    public static IEnumerable<ITagger> Shipped => Of(ModelSet.Empty);

    /// <summary>The same, with the user's own topics and types of event in the place of those that ship where the models were learned for them.</summary>
    public static IEnumerable<ITagger> Of(ModelSet models)
    {
        var topics = Task.Run(() => OwnLabels.TopicsOf(models));
        LabelRules[] rules = [OwnLabels.EventTypesOf(models), LabelRules.Status, LabelRules.Announces, LabelRules.DateRoles];
        // The awaiter throws what is wrong with the file as it is, which no AggregateException would.
        return [new LabelTagger(topics.GetAwaiter().GetResult()), .. rules.Select(file => new LabelTagger(file))];
    }

    /// <inheritdoc/>
    public void Tag(Document document, TokenList tokens, List<Mention> mentions)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(mentions);
        var matches = new List<LabelMatch>();
        _rules.Match(tokens, matches);
        foreach (var match in matches)
        {
            var (by, value) = (match.Weight == LabelRules.Strong ? _strong : _weak)[match.Label];
            var span = tokens.Span(match.First, match.Last);
            mentions.Add(new(_rules.Kind, span, value, new(by, span, value.Weight)));
        }
    }
}
