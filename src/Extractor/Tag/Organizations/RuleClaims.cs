using Extract.Rules;
using Extract.Text;

namespace Extract.Tag.Organizations;

/// <summary>What the rules of <c>Rules/organizations.yml</c> claim in a document: whole names by their first and last token.</summary>
internal sealed class RuleClaims
{
    private static readonly Lazy<RuleSet> Shipped = new(() => RuleSet.Shipped("organizations.yml"));
    private readonly Dictionary<(int, int), Rule> _claims = [];

    /// <summary>Loads the rules, which throws <see cref="RuleFileException"/> where the file is wrong: better now than with every document.</summary>
    public static RuleSet Load() => Shipped.Value;

    /// <summary>The claims in a text.</summary>
    public RuleClaims(TokenList tokens)
    {
        var matches = new List<RuleMatch>();
        Shipped.Value.Match(tokens, matches);
        foreach (var match in matches) _claims[(match.First, match.Last)] = match.Rule;
    }

    /// <summary>The rule that claims exactly this name, or null.</summary>
    public Rule? Of(NameSpan span) => _claims.Count == 0 ? null : _claims.GetValueOrDefault((span.First, span.Last));
}
