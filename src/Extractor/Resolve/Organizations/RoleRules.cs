using Extract.Text;

namespace Extract.Resolve.Organizations;

/// <summary>Roles by the nearest cue word of the sentence, where nothing was trained.</summary>
internal static class RoleRules
{
    private const int Reach = 12;

    /// <summary>The role that the words around the body's first mention tell; <c>mentioned</c> where they tell none.</summary>
    public static RoleDecision Decide(ResolveContext context, Body body)
    {
        var tokens = context.Tokens;
        var (start, end) = (tokens.IndexAt(body.First.Span.Start), tokens.IndexAt(body.First.Span.End - 1));
        var cue = Left(tokens, start) ?? Right(tokens, end);
        var role = cue switch { "organizes" => "organizer", "hosts" => "host", "supports" => "supporter", "partners" => "co-organizer", "attends" or "presents" => "participant", _ => "mentioned" };
        return new(role, role == "mentioned" ? 0.3 : 0.5, 0.1, 1 - body.Trust);
    }

    /// <summary>What holds no matter what was learned, because the labels are plain and the examples few; else null.</summary>
    public static RoleDecision? Sure(ResolveContext context, Body body) =>
        Publishes(context, body) ? new("mentioned", 0.7, 0.4, 0.2) : Supports(context, body) && body.Trust > 0.3 ? new("supporter", 0.7, 0.4, 0.2) : null;

    /// <summary>True right after "with the support of", "sponsored by", "funding from": too few examples teach it.</summary>
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

    /// <summary>True for an office that publishes ("Office of the Spokesperson", "Press Office") alone on its line: the page's author, no matter what was learned.</summary>
    private static bool Publishes(ResolveContext context, Body body)
    {
        var tokens = context.Tokens;
        var (start, end) = (tokens.IndexAt(body.First.Span.Start), tokens.IndexAt(body.First.Span.End - 1));
        if (body.Mentions.Length > 1 || !tokens[start].Is(TokenTraits.LineStart) || (end + 1 < tokens.Count && !tokens[end + 1].Is(TokenTraits.LineStart))) return false;
        for (var i = start; i <= end; i++) if (CueWords.Press.Of(tokens, i) is not null) return true;
        return false;
    }

    // "hosted by X", "Organizer: X", "with the support of X": a cue before the name counts where something leads from it to the name.
    private static string? Left(TokenList tokens, int start)
    {
        var leads = false;
        for (var k = start - 1; k >= Math.Max(0, start - Reach) && !tokens[k + 1].Is(TokenTraits.SentenceStart); k--)
        {
            leads |= tokens.Chars(k) is ":" or "by" or "of" or "with" or "from";
            if (CueWords.Shipped.Of(tokens, k) is { } cue) return leads ? cue : null;
        }
        return null;
    }

    private static string? Right(TokenList tokens, int end)
    {
        for (var k = end + 1; k < Math.Min(tokens.Count, end + Reach) && !tokens[k].Is(TokenTraits.SentenceStart); k++)
            if (CueWords.Shipped.Of(tokens, k) is { } cue) return cue;
        return null;
    }
}
