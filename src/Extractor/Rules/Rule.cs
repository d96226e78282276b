using System.Collections.Immutable;
using System.Text;

namespace Extract.Rules;

/// <summary>A rule of a rule file: what it matches, what that means, and examples of both. Immutable.</summary>
public sealed record Rule
{
    /// <summary>Its name, unique in its file.</summary>
    public required string Id { get; init; }
    /// <summary>Why it is there.</summary>
    public required string Why { get; init; }
    /// <summary>What it matches, one form a pattern.</summary>
    public required ImmutableArray<string> Match { get; init; }
    /// <summary>What a match means: text with <c>&lt;name&gt;</c> for what a placeholder took; null where the rule only marks words.</summary>
    public string? Value { get; init; }
    /// <summary>How far it is to be trusted before anything is learned, 0 to 1.</summary>
    public double Trust { get; init; }
    /// <summary>Texts in which it finds the marked words.</summary>
    public required ImmutableArray<RuleExample> Finds { get; init; }
    /// <summary>Texts in which it finds nothing.</summary>
    public required ImmutableArray<RuleExample> Ignores { get; init; }
    /// <summary>The file that it stands in.</summary>
    public string File { get; init; } = "";
    /// <summary>Where it stands in its file.</summary>
    public int Line { get; init; }

    /// <summary>The value with what was captured in its places; "?" stands for what was left out.</summary>
    public string? Fill(IReadOnlyList<Capture> captures)
    {
        ArgumentNullException.ThrowIfNull(captures);
        if (Value is null || !Value.Contains('<')) return Value;
        var filled = new StringBuilder();
        for (var at = 0; at < Value.Length; at++)
        {
            var close = Value[at] == '<' ? Value.IndexOf('>', at) : -1;
            if (close < 0) { filled.Append(Value[at]); continue; }
            filled.Append(Find(captures, Value.AsSpan(at + 1, close - at - 1)));
            at = close;
        }
        return filled.ToString();
    }

    // <a|b>: the first of them that was captured, because forms of one rule may fill a place by different lists.
    private static string Find(IReadOnlyList<Capture> captures, ReadOnlySpan<char> names)
    {
        foreach (var range in names.Split('|'))
            foreach (var capture in captures)
                if (names[range].SequenceEqual(capture.Name)) return capture.Value;
        return "?";
    }
}

/// <summary>An example of a rule file.</summary>
/// <param name="Text">The text, with the words to be found between &lt; and &gt;.</param>
/// <param name="Value">What they mean; null where the example does not say.</param>
/// <param name="Line">Where it stands in its file.</param>
public sealed record RuleExample(string Text, string? Value, int Line);

/// <summary>What a rule found: tokens <see cref="First"/> to <see cref="Last"/>, both included.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="First">The first token.</param>
/// <param name="Last">The last token.</param>
/// <param name="Captures">What its placeholders took, in order.</param>
public sealed record RuleMatch(Rule Rule, int First, int Last, IReadOnlyList<Capture> Captures)
{
    /// <summary>The rule's value for this match.</summary>
    public string? Value => Rule.Fill(Captures);

    /// <summary>What a placeholder took, or null.</summary>
    public Capture? Find(string name)
    {
        foreach (var capture in Captures)
            if (capture.Name == name) return capture;
        return null;
    }
}
