using Extract.Text;

namespace Extract.Tag.Organizations;

/// <summary>Finds persons that are named with their title ("Mr. Rajko Kozmelj", "Ambassador Smith"), so that they are taken for nothing else.</summary>
internal sealed class PersonNames(NameWords words)
{
    private const int MostWords = 4;

    /// <summary>The evidence of a person with a function behind the name.</summary>
    public const string ByFunction = "organizations.person-function";

    /// <summary>Adds the persons, also those whose function was found behind their name; never one that overlaps an organization.</summary>
    public void Tag(TokenList tokens, IReadOnlyList<FunctionPerson> persons, List<Mention> mentions)
    {
        var first = mentions.Count;
        AddTitled(tokens, mentions);
        var titled = mentions.Skip(first).Select(mention => mention.Span).ToArray();
        var bodies = mentions.Take(first).Where(mention => mention.Kind == MentionKind.Organization).Select(mention => mention.Span).ToArray();
        foreach (var person in persons)
            if (tokens.Span(person.First, person.Last) is var span && !titled.Any(span.Overlaps) && !bodies.Any(span.Overlaps))
                mentions.Add(new(MentionKind.Person, span, null, new(ByFunction, tokens.Span(person.First, person.Function), 0.8)));
    }

    private void AddTitled(TokenList tokens, List<Mention> mentions)
    {
        var bodies = mentions.Where(mention => mention.Kind == MentionKind.Organization).Select(mention => mention.Span).Order().ToArray();
        var body = 0;
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (!tokens[at].Is(TokenTraits.Capitalized) || words.TitleKind(tokens[at].Hash) is null) continue;
            var first = at + 1;
            if (tokens.Text[tokens[first].Start] == '.') first++;
            var last = End(tokens, first);
            if (last < first) continue;
            var span = tokens.Span(first, last);
            while (body < bodies.Length && bodies[body].End <= span.Start) body++;
            if (body == bodies.Length || !bodies[body].Overlaps(span)) mentions.Add(new(MentionKind.Person, span, null, new("organizations.person", tokens.Span(at, last), 0.8)));
            at = last;
        }
    }

    // Words with a capital, initials with their full stop, no word that heads a body or is a title itself.
    private int End(TokenList tokens, int first)
    {
        var (last, count) = (first - 1, 0);
        for (var at = first; at < tokens.Count && count < MostWords; at++)
        {
            if (tokens[at].Is(TokenTraits.LineStart)) break;
            if (tokens.Text[tokens[at].Start] is '.' or '-' && NameChunk.IsGlued(tokens, at) && at > first && (tokens[at - 1].Length == 1 || tokens.Text[tokens[at].Start] == '-')) continue;
            if (!tokens[at].Is(TokenTraits.Capitalized) || words.HeadKind(tokens[at].Hash) is not null || words.TitleKind(tokens[at].Hash) is not null) break;
            (last, count) = (at, count + 1);
        }
        return last;
    }
}
