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
    /// <param name="context">The announcement.</param>
    /// <param name="bodies">Its bodies.</param>
    /// <param name="index">Which of them is asked about.</param>
    /// <param name="constructions">How the sentences around each body's mentions are built.</param>
    public static RoleDecision? Sure(ResolveContext context, ImmutableArray<Body> bodies, int index, ImmutableArray<ImmutableArray<Construction>> constructions)
    {
        var (body, own) = (bodies[index], constructions[index]);
        var role = StandsAtAddress(own) ? "host" : Publishes(context, body) || IsLetterhead(index, constructions) ? "mentioned" : HostsWithOthers(own);
        if (role is null && Supports(context, body) && body.Trust > 0.3) role = "supporter";
        return role is null ? null : new(role, 0.7, 0.4, 0.2);
    }

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

    // A name alone on its line, where another is labelled as the organizer: the head of the page.
    private static bool IsLetterhead(int index, ImmutableArray<ImmutableArray<Construction>> constructions) =>
        constructions[index] is [{ Alone: true, Section: null or "places", Label: null }, ..] && !constructions[index].Any(each => each.Runs)
        && constructions.Where((_, i) => i != index).Any(others => others.Any(each => each.Label == "organizes"));

    // "A, B and C will host": A runs it, the others beside A.
    private static string? HostsWithOthers(ImmutableArray<Construction> constructions)
    {
        foreach (var each in constructions)
            if (each is { Does: "hosts", Listed: true }) return each.Later ? "co-organizer" : "organizer";
        return null;
    }

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
