using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Tag;

/// <summary>A document with its tokens and everything that the taggers found in it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Mentions">Its mentions, ordered by span; mentions of different kinds may overlap.</param>
public sealed record TaggedDocument(Document Document, TokenList Tokens, ImmutableArray<Mention> Mentions)
{
    /// <summary>Runs the taggers in order over a document.</summary>
    public static TaggedDocument Of(Document document, IEnumerable<ITagger> taggers)
    {
        return Of(document, TokenList.Of(document), taggers);
    }

    /// <summary>The same where the tokens are there already.</summary>
    public static TaggedDocument Of(Document document, TokenList tokens, IEnumerable<ITagger> taggers)
    {
        ArgumentNullException.ThrowIfNull(taggers);
        var mentions = new List<Mention>();
        foreach (var tagger in taggers) tagger.Tag(document, tokens, mentions);
        return new(document, tokens, [.. mentions.OrderBy(mention => mention.Span).ThenBy(mention => mention.Kind)]);
    }
}
