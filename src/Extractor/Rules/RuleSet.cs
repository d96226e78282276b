using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Rules;

/// <summary>
/// A rule file with all its patterns in one matcher. Immutable and safe to share between threads. Loading it verifies its form; its examples are run
/// by <see cref="RunExamples"/>.
/// </summary>
public sealed class RuleSet
{
    private readonly PatternMatcher _matcher;
    private readonly int[] _ruleOf;

    private RuleSet(string file, string tag, ImmutableArray<Rule> rules, IReadOnlyList<YamlText> patterns, WordLists lists)
    {
        (File, Tag, Rules) = (file, tag, rules);
        _ruleOf = [.. rules.SelectMany((rule, i) => Enumerable.Repeat(i, rule.Match.Length))];
        _matcher = PatternMatcher.Compile([.. patterns.Select(pattern => pattern.Value)], lists, (i, e) =>
            new RuleFileException(file, patterns[i].Line, patterns[i].Column + e.Offset, $"The form “{patterns[i].Value}” cannot be read. {e.Message}"));
        Lists = [.. lists.Used];
    }

    /// <summary>The file that it was read from.</summary>
    public string File { get; }
    /// <summary>What its matches are: <c>date</c>, <c>cue</c>, …</summary>
    public string Tag { get; }
    /// <summary>The rules, in the file's order.</summary>
    public ImmutableArray<Rule> Rules { get; }
    /// <summary>The lists that its rules use.</summary>
    public ImmutableArray<WordList> Lists { get; }
    /// <summary>The number of the matcher's states, for those who measure.</summary>
    public int States => _matcher.States;

    /// <summary>The folder of the rule files that ship with the program.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "Rules");

    /// <summary>Loads a rule file that ships: <c>RuleSet.Shipped("dates.yml")</c>.</summary>
    public static RuleSet Shipped(string name) => Load(Path.Combine(ShippedFolder, name));

    /// <summary>Loads a rule file; its lists stand in the folder <c>lists</c> beside it. Throws <see cref="RuleFileException"/> where it is not one.</summary>
    public static RuleSet Load(string path) =>
        Load(path, YamlTree.Load(path), new WordLists(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "lists")));

    /// <summary>A rule set of the given text; <paramref name="file"/> names it in errors.</summary>
    public static RuleSet Parse(string file, string yaml, WordLists lists)
    {
        using var reader = new StringReader(yaml);
        return Load(file, YamlTree.Parse(file, reader), lists);
    }

    private static RuleSet Load(string file, YamlNode root, WordLists lists)
    {
        var (tag, rules, patterns) = RuleFile.Read(file, root);
        return new(file, tag, rules, patterns, lists);
    }

    /// <summary>
    /// Adds what the rules find, in order, without overlap: from left to right the longest match at each token, unless a longer one begins inside it;
    /// of two rules that match the same words the more trusted one, then the one that stands first in the file.
    /// </summary>
    public void Match(TokenList tokens, List<RuleMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(matches);
        var all = tokens.All;
        var symbols = _matcher.SymbolsOf(tokens);
        for (var first = 0; first < all.Length; first++)
        {
            var last = _matcher.Longest(all, symbols, first, out var patterns);
            if (last < 0) continue;
            // "Notice 7 March 14, 2018": what begins later and is longer goes first.
            for (var later = first + 1; later <= last; later++)
            {
                var end = _matcher.Longest(all, symbols, later, out var others);
                if (end <= last || end - later <= last - first) continue;
                (first, last) = (later, end);
                patterns = others;
            }
            var pattern = Best(patterns);
            matches.Add(new(Rules[_ruleOf[pattern]], first, last, _matcher.Captures(tokens, new(pattern, first, last))));
            first = last;
        }
    }

    private int Best(ReadOnlySpan<int> patterns)
    {
        var best = patterns[0];
        foreach (var pattern in patterns)
            if (Rules[_ruleOf[pattern]].Trust > Rules[_ruleOf[best]].Trust) best = pattern;
        return best;
    }

    /// <summary>Every example of every rule, run; an outcome with a failure says what was found instead.</summary>
    public IEnumerable<ExampleOutcome> RunExamples() => Rules.SelectMany(rule =>
        rule.Finds.Select(example => new ExampleOutcome(File, rule, example, Finds(rule, example)))
            .Concat(rule.Ignores.Select(example => new ExampleOutcome(File, rule, example, Ignores(rule, example)))));

    private string? Finds(Rule rule, RuleExample example)
    {
        var (text, span) = MarkedText.Parse(example.Text);
        var tokens = TokenList.Of(text);
        var found = Find(tokens);
        var hit = found.Find(match => tokens.Span(match.First, match.Last) == span && match.Rule == rule);
        if (hit is null) return $"“{rule.Id}” does not find “{span!.Value.Of(text)}”; found: {Describe(tokens, found)}";
        return example.Value is null || example.Value == hit.Value ? null : $"the value is “{hit.Value}”, not “{example.Value}”";
    }

    private string? Ignores(Rule rule, RuleExample example)
    {
        var tokens = TokenList.Of(MarkedText.Parse(example.Text).Text);
        var found = Find(tokens).FindAll(match => match.Rule == rule);
        return found.Count == 0 ? null : $"“{rule.Id}” should find nothing; found: {Describe(tokens, found)}";
    }

    private List<RuleMatch> Find(TokenList tokens)
    {
        var found = new List<RuleMatch>();
        Match(tokens, found);
        return found;
    }

    private static string Describe(TokenList tokens, List<RuleMatch> found) => found.Count == 0 ? "nothing"
        : string.Join(", ", found.Select(match => $"“{tokens.Span(match.First, match.Last).Of(tokens.Text)}” ({match.Rule.Id})"));
}

/// <summary>How an example of a rule file went.</summary>
/// <param name="File">The rule file.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Example">The example.</param>
/// <param name="Failure">What went wrong; null where nothing did.</param>
public sealed record ExampleOutcome(string File, Rule Rule, RuleExample Example, string? Failure)
{
    /// <summary>The line that people see: file, line and what happened.</summary>
    public override string ToString() => $"{File}:{Example.Line}: {Rule.Id}: {Failure ?? "as it should be"}";
}
