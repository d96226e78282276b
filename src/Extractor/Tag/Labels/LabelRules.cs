using System.Collections.Immutable;
using Extract.Rules;
using Extract.Text;

namespace Extract.Tag.Labels;

/// <summary>Words of a text that speak for a label.</summary>
/// <param name="Label">The label's place in <see cref="LabelRules.Rules"/>.</param>
/// <param name="Weight"><see cref="LabelRules.Strong"/> or <see cref="LabelRules.Weak"/>.</param>
/// <param name="First">The first token.</param>
/// <param name="Last">The last token, included.</param>
public readonly record struct LabelMatch(int Label, double Weight, int First, int Last);

/// <summary>
/// A label file with all its phrases in one matcher. Immutable and safe to share between threads. Loading it verifies its form; its examples are run
/// by <see cref="RunExamples"/>.
/// </summary>
public sealed class LabelRules
{
    /// <summary>The weight of words that say so by themselves.</summary>
    public const double Strong = 1;
    /// <summary>The weight of words that need company.</summary>
    public const double Weak = 0.4;
    /// <summary>The weight of words that are something else: they cover what stands in them.</summary>
    internal const double Never = -1;

    private readonly PatternMatcher _matcher;
    private readonly (int Label, double Weight)[][] _meanings;

    private LabelRules(string file, MentionKind kind, ImmutableArray<LabelRule> rules, IReadOnlyList<LabelFile.Phrase> phrases)
    {
        (File, Kind, Rules) = (file, kind, rules);
        var patterns = phrases.SelectMany(phrase => Plurals.Of(phrase.Text.Value).Select(form => (Form: form, Phrase: phrase)))
            .GroupBy(pair => pair.Form, StringComparer.Ordinal).ToArray();
        // Of two phrases of one entry that meet in a plural the first of the file counts.
        _meanings = [.. patterns.Select(group => group.Select(pair => (pair.Phrase.Label, pair.Phrase.Weight)).DistinctBy(meaning => meaning.Label).ToArray())];
        _matcher = PatternMatcher.Compile([.. patterns.Select(group => group.Key)], null, (i, e) =>
        {
            var text = patterns[i].First().Phrase.Text;
            return new RuleFileException(file, text.Line, text.Column + e.Offset, $"The phrase “{text.Value}” cannot be read. {e.Message}");
        });
    }

    /// <summary>The file that it was read from.</summary>
    public string File { get; }
    /// <summary>What its words are mentions of: topics, types of event, or cues.</summary>
    public MentionKind Kind { get; }
    /// <summary>The entries, in the file's order.</summary>
    public ImmutableArray<LabelRule> Rules { get; }

    /// <summary>The topics that ship (<c>Rules/topics.yml</c>), loaded when first asked for.</summary>
    public static LabelRules Topics => ShippedTopics.Value;
    /// <summary>The types of event that ship (<c>Rules/event-types.yml</c>), loaded when first asked for.</summary>
    public static LabelRules EventTypes => ShippedEventTypes.Value;
    /// <summary>The cues of status and attendance that ship (<c>Rules/status.yml</c>), loaded when first asked for.</summary>
    public static LabelRules Status => ShippedStatus.Value;

    /// <summary>The shipped cues of what announces something and what does not.</summary>
    public static LabelRules Announces => ShippedAnnounces.Value;

    /// <summary>The shipped cues of what a date beside them is.</summary>
    public static LabelRules DateRoles => ShippedDateRoles.Value;

    private static readonly Lazy<LabelRules> ShippedDateRoles = new(() => Load(Path.Combine(RuleSet.ShippedFolder, "date-roles.yml")));
    private static readonly Lazy<LabelRules> ShippedTopics = new(() => Load(Path.Combine(RuleSet.ShippedFolder, "topics.yml")));
    private static readonly Lazy<LabelRules> ShippedEventTypes = new(() => Load(Path.Combine(RuleSet.ShippedFolder, "event-types.yml")));
    private static readonly Lazy<LabelRules> ShippedAnnounces = new(() => Load(Path.Combine(RuleSet.ShippedFolder, "announces.yml")));
    private static readonly Lazy<LabelRules> ShippedStatus = new(() => Load(Path.Combine(RuleSet.ShippedFolder, "status.yml")));

    /// <summary>Loads a label file; throws <see cref="RuleFileException"/> where it is not one.</summary>
    public static LabelRules Load(string path) => Of(path, YamlTree.Load(path));

    /// <summary>A label file of the given text; <paramref name="file"/> names it in errors.</summary>
    public static LabelRules Parse(string file, string yaml)
    {
        using var reader = new StringReader(yaml);
        return Of(file, YamlTree.Parse(file, reader));
    }

    private static LabelRules Of(string file, YamlNode root)
    {
        var (kind, rules, phrases) = LabelFile.Read(file, root);
        return new(file, kind, rules, phrases);
    }

    /// <summary>
    /// Adds the words that speak for each label, in order of their first token. Those of one label do not overlap: from left to right the longest
    /// phrase is taken, and a phrase that stands against the label covers what it holds.
    /// </summary>
    public void Match(TokenList tokens, List<LabelMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        var found = new List<PatternMatch>();
        _matcher.FindAll(tokens, found);
        var ends = new int[Rules.Length];
        var best = new LabelMatch[Rules.Length];
        Array.Fill(ends, -1);
        for (var i = 0; i < found.Count;)
        {
            var (first, from) = (found[i].First, i);
            while (i < found.Count && found[i].First == first) i++;
            TakeLongest(found, from, i, ends, best);
            Add(found, from, i, ends, best, matches);
        }
    }

    private void TakeLongest(List<PatternMatch> found, int from, int to, int[] ends, LabelMatch[] best)
    {
        for (var i = from; i < to; i++)
            foreach (var (label, weight) in _meanings[found[i].Pattern])
                if (found[i].First > ends[label] && (best[label].First != found[i].First || best[label].Weight == 0 || found[i].Last > best[label].Last))
                    best[label] = new(label, weight, found[i].First, found[i].Last);
    }

    private void Add(List<PatternMatch> found, int from, int to, int[] ends, LabelMatch[] best, List<LabelMatch> matches)
    {
        for (var i = from; i < to; i++)
            foreach (var (label, _) in _meanings[found[i].Pattern])
            {
                if (found[i].First <= ends[label]) continue;
                ends[label] = best[label].Last;
                if (best[label].Weight > 0) matches.Add(best[label]);
            }
    }

    /// <summary>Every example of every entry, run.</summary>
    public IEnumerable<LabelOutcome> RunExamples() => Rules.SelectMany((rule, label) =>
        rule.Finds.Select(example => new LabelOutcome(File, rule.Label, example, Finds(label, example)))
            .Concat(rule.Ignores.Select(example => new LabelOutcome(File, rule.Label, example, Ignores(label, example)))));

    private string? Finds(int label, RuleExample example)
    {
        var (text, span) = MarkedText.Parse(example.Text);
        if (span is null) return "the example marks no words; put < and > around what is to be found";
        var found = Spans(label, text);
        return found.Contains(span.Value) ? null : $"it does not find “{span.Value.Of(text)}”; found: {Describe(text, found)}";
    }

    private string? Ignores(int label, RuleExample example)
    {
        var found = Spans(label, example.Text);
        return found.Count == 0 ? null : $"it should find nothing; found: {Describe(example.Text, found)}";
    }

    private List<TextSpan> Spans(int label, string text)
    {
        var tokens = TokenList.Of(text);
        var matches = new List<LabelMatch>();
        Match(tokens, matches);
        return [.. matches.Where(match => match.Label == label).Select(match => tokens.Span(match.First, match.Last))];
    }

    private static string Describe(string text, List<TextSpan> found) =>
        found.Count == 0 ? "nothing" : string.Join(", ", found.Select(span => $"“{span.Of(text)}”"));
}
