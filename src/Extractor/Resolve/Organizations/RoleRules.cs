using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Resolve.Organizations;

/// <summary>Roles by how sentences are built: all of them where nothing was trained, and those that are plain no matter what was learned.</summary>
internal static class RoleRules
{
    // What decides first where a body is said to be several things: running the event is said of few, being somewhere of many.
    private static readonly string[] Order = ["organizes", "announces", "hosts", "partners", "supports", "places", "presents", "attends"];

    /// <summary>The role that the sentences around the body's mentions tell; <c>mentioned</c> where they tell none.</summary>
    public static RoleDecision Decide(Body body, ImmutableArray<Construction> constructions)
    {
        var plain = constructions.Where(each => Array.IndexOf(Order, each.Says) >= 0).OrderBy(each => Array.IndexOf(Order, each.Says)).ToArray();
        var role = plain is [var first, ..] ? RoleOf(first) : "mentioned";
        return new(role, role == "mentioned" ? 0.3 : 0.5, 0.1, 1 - body.Trust);
    }

    /// <summary>What holds no matter what was learned, because the labels are plain and the examples few; else null.</summary>
    public static RoleDecision? Sure(ResolveContext context, Body body, ImmutableArray<Construction> constructions) =>
        StandsAtAddress(constructions) ? new("host", 0.7, 0.4, 0.2)
        : Publishes(context, body) ? new("mentioned", 0.7, 0.4, 0.2)
        : Supports(context, body) && body.Trust > 0.3 ? new("supporter", 0.7, 0.4, 0.2) : null;

    // "A, B and C hold": A runs it, B and C stand beside A.
    private static string RoleOf(Construction said) => said.Says switch
    {
        "organizes" or "announces" => said.Later ? "co-organizer" : "organizer",
        "hosts" or "places" => "host",
        "partners" => "co-organizer",
        "supports" => "supporter",
        _ => "participant",
    };

    // "Harbour College, 12 Quay Street": a body with its street is where the event is, unless a sentence says that it runs it.
    private static bool StandsAtAddress(ImmutableArray<Construction> constructions) =>
        constructions.Any(each => each.Place == Construction.Street) && !constructions.Any(each => each.Runs || each.Label == "contacts");

    // Right after "with the support of", "sponsored by", "funding from".
    private static bool Supports(ResolveContext context, Body body)
    {
        var tokens = context.Tokens;
        var start = tokens.IndexAt(body.First.Span.Start);
        var leads = false;
        for (var k = start - 1; k >= Math.Max(0, start - 4) && !tokens[k + 1].Is(TokenTraits.SentenceStart); k--)
        {
            if (CueWords.Shipped.Of(tokens, k) is { } cue) return leads && cue == "supports";
            if (tokens.Chars(k) is "by" or "of" or "from") leads = true; else if (tokens.Chars(k) is not ("the" or "a" or "its")) return false;
        }
        return false;
    }

    // An office that publishes ("Office of the Spokesperson", "Press Office") alone on its line: the page's author, no matter what was learned.
    private static bool Publishes(ResolveContext context, Body body)
    {
        var tokens = context.Tokens;
        var (start, end) = (tokens.IndexAt(body.First.Span.Start), tokens.IndexAt(body.First.Span.End - 1));
        if (body.Mentions.Length > 1 || !tokens[start].Is(TokenTraits.LineStart) || (end + 1 < tokens.Count && !tokens[end + 1].Is(TokenTraits.LineStart))) return false;
        for (var i = start; i <= end; i++) if (CueWords.Press.Of(tokens, i) is not null) return true;
        return false;
    }
}
