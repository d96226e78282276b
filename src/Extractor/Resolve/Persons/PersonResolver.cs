using System.Collections.Immutable;
using Extract.Resolve.Organizations;
using Extract.Tag.Organizations;
using Extract.Text;

namespace Extract.Resolve.Persons;

/// <summary>Joins the mentions of each person whom an announcement names with a title, and reads the title and whom the person belongs to. Pure and thread-safe.</summary>
public static class PersonResolver
{
    // "Mr. Rajko Kozmelj, Deputy Director-General for Trade of the Harbour Council".
    private const int MostBetween = 12;

    /// <summary>The persons, in order of first place.</summary>
    /// <param name="context">The announcement.</param>
    /// <param name="organizations">Its organizations: a person belongs to one of them.</param>
    public static ImmutableArray<PersonFinding> Resolve(ResolveContext context, ImmutableArray<Candidate<OrganizationFinding>> organizations)
    {
        ArgumentNullException.ThrowIfNull(context);
        var named = context.Inside(MentionKind.Person).GroupBy(mention => Folding.Fold(WhiteSpace.Collapse(mention.Span.Of(context.Document.Text))), StringComparer.Ordinal);
        return [.. named.Select(group => Of(context, [.. group], organizations)).OrderBy(person => person.Start)];
    }

    private static PersonFinding Of(ResolveContext context, ImmutableArray<Mention> mentions, ImmutableArray<Candidate<OrganizationFinding>> organizations)
    {
        var (first, text) = (mentions[0], context.Document.Text);
        var body = mentions.Select(mention => BodyAfter(context, mention)).FirstOrDefault(found => found is not null);
        return new()
        {
            Text = first.Span.Of(text),
            Start = first.Span.Start,
            End = first.Span.End,
            Title = TitleOf(context, first, text),
            Organization = body is null ? null : NameOf(body, organizations, text),
            By = first.Evidence.By,
            Also = mentions.Length > 1 ? [.. mentions.Skip(1).Select(mention => ImmutableArray.Create(mention.Span.Start, mention.Span.End))] : null,
        };
    }

    // What was spoken on begins with the title.
    private static string? TitleOf(ResolveContext context, Mention person, string text)
    {
        if (person.Evidence.By == PersonNames.ByFunction) return FunctionOf(context, person, text);
        var before = new TextSpan(person.Evidence.Span.Start, Math.Max(person.Evidence.Span.Start, person.Span.Start));
        var title = before.Of(text).Trim();
        return title.Length == 0 ? null : WhiteSpace.Collapse(title);
    }

    // "Rosa Okafor, the Harbour Council's deputy director": what is left without the body and articles.
    private static string? FunctionOf(ResolveContext context, Mention person, string text)
    {
        var (tokens, at, last) = (context.Tokens, context.Tokens.IndexAt(person.Span.End) + 1, context.Tokens.IndexAt(person.Evidence.Span.End - 1));
        for (var k = at; k <= last; k++)
            if (BodyAt(context, tokens[k].Start) is { } body && body.Span.End < tokens[last].Start) at = tokens.IndexAt(body.Span.End);
        while (at < last && (tokens[at].Kind == TokenKind.Mark || tokens.Chars(at) is "s" or "the" or "a" or "an" or "its" or "our" or "The" or "and")) at++;
        return at > last ? null : WhiteSpace.Collapse(tokens.Span(at, last).Of(text));
    }

    // ", IISG Chair", " (Harbour Council)", ", Director of the Harbour Council": only titles and what joins them stand between.
    private static Mention? BodyAfter(ResolveContext context, Mention person)
    {
        var tokens = context.Tokens;
        var first = tokens.IndexAt(person.Span.End - 1) + 1;
        for (var k = first; k < Math.Min(tokens.Count, first + MostBetween) && !Begins(tokens, k); k++)
        {
            if (BodyAt(context, tokens[k].Start) is { } body) return k > first || tokens[k].Kind != TokenKind.Word ? body : null;
            if (!Joins(tokens, k)) return null;
        }
        return null;
    }

    private static Mention? BodyAt(ResolveContext context, int start)
    {
        foreach (var mention in Tag.MentionRange.Of(context.Mentions, new(start, start + 1)))
            if (mention.Kind == MentionKind.Organization) return mention;
        return null;
    }

    private static bool Joins(TokenList tokens, int k) => tokens[k].Kind switch
    {
        TokenKind.Mark => tokens.Text[tokens[k].Start] is ',' or '(' or '-' or '–' or '&' or '.' or '\'' or '’',
        TokenKind.Word => NameWords.Shipped.IsJoin(tokens[k].Hash) || NameChunk.IsName(tokens, k) || CueWords.Shipped.Of(tokens, k) == "describes" || NameWords.Shipped.TitleKind(tokens[k].Hash) is not null
            || NameWords.Shipped.IsFunction(tokens[k].Hash) || NameWords.Shipped.QualifiesFunction(tokens[k].Hash),
        _ => false,
    };

    private static string NameOf(Mention body, ImmutableArray<Candidate<OrganizationFinding>> organizations, string text)
    {
        foreach (var candidate in organizations)
            if (candidate.Finding.Span == body.Span || candidate.Finding.Also?.Any(place => place[0] == body.Span.Start && place[1] == body.Span.End) == true) return candidate.Finding.Name;
        return (body.Value as OrganizationValue)?.Name ?? body.Span.Of(text);
    }

    private static bool Begins(TokenList tokens, int k) => (tokens[k].Traits & (TokenTraits.SentenceStart | TokenTraits.BlockStart)) != 0;
}
