using Extract.Rules;
using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>Words of a language that tell what a date beside them is: a deadline, the day of publication, another day. Immutable.</summary>
internal sealed class DateCues
{
    private readonly PatternMatcher _matcher;
    private readonly string[] _labels;

    private DateCues(PatternMatcher matcher, string[] labels) => (_matcher, _labels) = (matcher, labels);

    public static DateCues? Of(RuleSet rules)
    {
        var cues = rules.Cues.ToArray();
        return cues.Length == 0 ? null : new(PatternMatcher.Compile([.. cues.Select(cue => cue.Word)]), [.. cues.Select(cue => cue.Label)]);
    }

    /// <summary>Adds the cues that stand in the text, labelled as those of <c>date-roles.yml</c> are.</summary>
    public void Tag(TokenList tokens, List<Mention> mentions)
    {
        var matches = new List<PatternMatch>();
        _matcher.FindAll(tokens, matches);
        foreach (var match in matches)
        {
            var (span, label) = (tokens.Span(match.First, match.Last), "date-" + _labels[match.Pattern]);
            mentions.Add(new(MentionKind.Cue, span, new LabelValue(label), new("dates." + label, span, 1)));
        }
    }
}
