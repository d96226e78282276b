using System.Buffers;
using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Rules;

/// <summary>
/// A rule file with all its patterns in one matcher. Immutable and safe to share between threads. Loading it verifies its form; its examples are run
/// by <see cref="RunExamples"/>.
/// </summary>
public sealed class RuleSet
{
    private const int LongForm = 4; // tokens
    private readonly PatternMatcher _matcher;
    private readonly int[] _ruleOf;
    private readonly RuleFileContent _own;

    private RuleSet(IReadOnlyList<RuleFileContent> files, WordLists lists)
    {
        _own = files[^1];
        Rules = [.. files.SelectMany(file => file.Rules)];
        _ruleOf = [.. Rules.SelectMany((rule, i) => Enumerable.Repeat(i, rule.Match.Length))];
        var patterns = files.SelectMany(file => file.Patterns.Select(pattern => (file.File, Text: pattern))).ToArray();
        _matcher = PatternMatcher.Compile([.. patterns.Select(pattern => pattern.Text.Value)], lists, (i, e) =>
            new RuleFileException(patterns[i].File, patterns[i].Text.Line, patterns[i].Text.Column + e.Offset, $"The form “{patterns[i].Text.Value}” cannot be read. {e.Message}"));
        Lists = [.. lists.Used];
    }

    /// <summary>The file that it was read from.</summary>
    public string File => _own.File;
    /// <summary>What its matches are: <c>date</c>, <c>cue</c>, …</summary>
    public string Tag => _own.Tag;
    /// <summary>The languages of its words, ISO 639-1; empty where it says none.</summary>
    public ImmutableArray<string> Languages => _own.Languages;
    /// <summary>Words that no other language has: one of them is enough to look for the others beside it.</summary>
    public ImmutableArray<string> Signals => _own.Signals;
    /// <summary>Words that tell what a match beside them is, with their label, in the file's order.</summary>
    public IEnumerable<(string Label, string Word)> Cues => _own.Cues.Select(cue => (cue.Label.Value, cue.Word.Value));
    /// <summary>The rules, in the order of the files that it goes on from and then its own.</summary>
    public ImmutableArray<Rule> Rules { get; }
    /// <summary>The lists that its rules use.</summary>
    public ImmutableArray<WordList> Lists { get; }
    /// <summary>The number of the matcher's states, for those who measure.</summary>
    public int States => _matcher.States;

    /// <summary>The folder of the rule files that ship with the program.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "Rules");

    /// <summary>Loads a rule file that ships: <c>RuleSet.Shipped("dates/en.yml")</c>.</summary>
    public static RuleSet Shipped(string name) => Load(Path.Combine(ShippedFolder, name));

    /// <summary>The heads of the rule files of a folder that ships, in order of name.</summary>
    internal static IEnumerable<RuleFileHead> ShippedHeads(string folder) =>
        Directory.EnumerateFiles(Path.Combine(ShippedFolder, folder), "*.yml").Order(StringComparer.Ordinal).Select(path =>
        {
            var root = YamlTree.Load(path);
            var content = RuleFile.Read(path, root);
            return new RuleFileHead(Path.GetFileNameWithoutExtension(path), RuleFile.IsPart(root), content.Languages, content.Signals,
                [.. content.Words.Where(word => word.List is "month" or "weekday").Select(word => word.Word.Value)]);
        });

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
        var files = new List<RuleFileContent>();
        Add(files, RuleFile.Read(file, root));
        // What is nearest holds: a word of the file itself goes before the same word of one that it goes on from.
        foreach (var content in Enumerable.Reverse(files)) Fill(lists, content);
        return new(files, lists);
    }

    private static void Add(List<RuleFileContent> files, RuleFileContent content)
    {
        foreach (var with in content.With)
        {
            var path = Path.Combine(Path.GetDirectoryName(content.File)!, with.Value);
            if (files.Exists(file => file.File == path)) continue;
            if (!System.IO.File.Exists(path)) throw new RuleFileException(content.File, with.Line, with.Column, $"There is no file “{with.Value}” beside it. Write the name of one.");
            Add(files, RuleFile.Read(path, YamlTree.Load(path)));
        }
        foreach (var rule in content.Rules)
            if (files.Exists(file => file.Rules.Any(earlier => earlier.Id == rule.Id)))
                throw new RuleFileException(content.File, rule.Line, 1, $"The id “{rule.Id}” stands in a file that this one goes on from. Give this rule another.");
        files.Add(content);
    }

    private static void Fill(WordLists lists, RuleFileContent content)
    {
        var own = new HashSet<(string, string)>();
        foreach (var (name, word, value) in content.Words)
        {
            var list = lists.Named(name);
            if (value.Length == 0) continue;
            if (!own.Add((name, word.Value))) throw new RuleFileException(content.File, word.Line, word.Column, $"“{word.Value}” stands twice among the words of “{name}”. Keep one of them.");
            list.TryAdd(word.Value, value);
        }
    }

    /// <summary>
    /// Adds what the rules find, in order, without overlap: from left to right the longest match at each token, unless a longer or more trusted one begins inside it and ends behind it;
    /// of two rules that match the same words the more trusted one, then the one that stands first in the file.
    /// </summary>
    /// <returns>The steps that the matcher took: what the time in a text is made of.</returns>
    public long Match(TokenList tokens, List<RuleMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(matches);
        var all = tokens.All;
        var symbols = ArrayPool<int>.Shared.Rent(all.Length);
        _matcher.SymbolsOf(tokens, symbols);
        var steps = 0L;
        for (var first = 0; first < all.Length; first++)
            if (_matcher.Begins(symbols[first])) first = Match(tokens, all, symbols, first, matches, ref steps);
        ArrayPool<int>.Shared.Return(symbols);
        return steps;
    }

    // Adds the match at a token, if there is one, and gives the last token that is done with.
    private int Match(TokenList tokens, ReadOnlySpan<Token> all, int[] symbols, int first, List<RuleMatch> matches, ref long steps)
    {
        var (begin, last) = (first, _matcher.Longest(all, symbols, first, out var patterns, ref steps));
        if (last < 0) return first;
        // "Notice 7 March 14, 2018", "10:00 to 19 May": what begins later and is longer, or surer, goes first.
        for (var later = first + 1; later <= last; later++)
        {
            if (!_matcher.Begins(symbols[later])) continue;
            var end = _matcher.Longest(all, symbols, later, out var others, ref steps);
            if (end <= last || !GoesFirst(tokens, new(patterns, first, last), new(others, later, end))) continue;
            (first, last) = (later, end);
            patterns = others;
        }
        if (first > begin) AddBefore(tokens, all[..first], symbols, begin, matches, ref steps);
        Add(tokens, patterns, first, last, matches);
        return last;
    }

    // "6:00am until 12-05-2019", "every Wednesday from 3 to 24 May": what is left of the earlier one may still be something.
    private void AddBefore(TokenList tokens, ReadOnlySpan<Token> all, int[] symbols, int begin, List<RuleMatch> matches, ref long steps)
    {
        for (var first = begin; first < all.Length; first++)
        {
            var last = _matcher.Longest(all, symbols, first, out var patterns, ref steps);
            if (last < 0) continue;
            Add(tokens, patterns, first, last, matches);
            first = last;
        }
    }

    private void Add(TokenList tokens, ReadOnlySpan<int> patterns, int first, int last, List<RuleMatch> matches)
    {
        var pattern = Best(patterns);
        matches.Add(new(Rules[_ruleOf[pattern]], first, last, _matcher.Captures(tokens, new(pattern, first, last))));
    }

    private bool GoesFirst(TokenList tokens, in Stretch earlier, in Stretch later) => later.Length > earlier.Length
        || (later.Length > 1 && Trust(later) > Trust(earlier)) || (later.Length >= LongForm && SaysAsMuch(tokens, earlier, later));

    private double Trust(in Stretch stretch) => Rules[_ruleOf[Best(stretch.Patterns)]].Trust;

    // "pages 18-20. October 3, 2019": so does what begins a sentence and fills as many places in a form of some length.
    private bool SaysAsMuch(TokenList tokens, in Stretch earlier, in Stretch later)
    {
        if (!tokens[later.First].Is(TokenTraits.SentenceStart)) return false;
        var (one, other) = (Best(earlier.Patterns), Best(later.Patterns));
        return _matcher.Captures(tokens, new(other, later.First, later.Last)).Count >= _matcher.Captures(tokens, new(one, earlier.First, earlier.Last)).Count;
    }

    private readonly ref struct Stretch(ReadOnlySpan<int> patterns, int first, int last)
    {
        public ReadOnlySpan<int> Patterns { get; } = patterns;
        public int First { get; } = first;
        public int Last { get; } = last;
        public int Length => Last - First + 1;
    }

    private int Best(ReadOnlySpan<int> patterns)
    {
        var best = patterns[0];
        foreach (var pattern in patterns)
            if (Rules[_ruleOf[pattern]].Trust > Rules[_ruleOf[best]].Trust) best = pattern;
        return best;
    }

    /// <summary>Every example of every rule, run; an outcome with a failure says what was found instead.</summary>
    /// <remarks>Those of the files that it goes on from are run too, so that more words spoil nothing.</remarks>
    public IEnumerable<ExampleOutcome> RunExamples() => Rules.SelectMany(rule =>
        rule.Finds.Select(example => new ExampleOutcome(rule.File, rule.Id, example, Finds(rule, example)))
            .Concat(rule.Ignores.Select(example => new ExampleOutcome(rule.File, rule.Id, example, Ignores(rule, example)))))
        .Concat(_own.Finds.Select(example => new ExampleOutcome(File, AnyRule, example, Finds(null, example))))
        .Concat(_own.Ignores.Select(example => new ExampleOutcome(File, AnyRule, example, Ignores(null, example))));

    private string? Finds(Rule? rule, RuleExample example)
    {
        var (text, span) = MarkedText.Parse(example.Text);
        var tokens = TokenList.Of(text);
        var found = Find(tokens);
        var hit = found.Find(match => tokens.Span(match.First, match.Last) == span && (rule is null || match.Rule == rule));
        if (hit is null) return $"“{rule?.Id ?? AnyRule}” does not find “{span!.Value.Of(text)}”; found: {Describe(tokens, found)}";
        return example.Value is null || example.Value == hit.Value ? null : $"the value is “{hit.Value}”, not “{example.Value}”";
    }

    private string? Ignores(Rule? rule, RuleExample example)
    {
        var tokens = TokenList.Of(MarkedText.Parse(example.Text).Text);
        var found = Find(tokens).FindAll(match => rule is null ? match.Value != "none" : match.Rule == rule);
        return found.Count == 0 ? null : $"“{rule?.Id ?? AnyRule}” should find nothing; found: {Describe(tokens, found)}";
    }

    private const string AnyRule = "any rule";

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
/// <param name="Rule">The id of the rule.</param>
/// <param name="Example">The example.</param>
/// <param name="Failure">What went wrong; null where nothing did.</param>
public sealed record ExampleOutcome(string File, string Rule, RuleExample Example, string? Failure)
{
    /// <summary>The line that people see: file, line and what happened.</summary>
    public override string ToString() => $"{File}:{Example.Line}: {Rule}: {Failure ?? "as it should be"}";
}
