using System.Collections.Immutable;
using Extract.Resolve;
using Extract.Text;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>
/// A labelled document as learners see it. Mentions are made by models that have not seen the document, so that what is learned from them holds.
/// </summary>
/// <param name="Gold">The labels.</param>
/// <param name="Document">The document.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Mentions">Its mentions, ordered by span.</param>
/// <param name="Announcements">The gold announcements as the pipeline has them (span, title, headings), in the order of <see cref="GoldDocument.Announcements"/>.</param>
public sealed record LabelledDocument(
    GoldDocument Gold, Document Document, TokenList Tokens, ImmutableArray<Mention> Mentions, ImmutableArray<Announcement> Announcements)
{
    /// <summary>What a resolver sees of one gold announcement.</summary>
    public ResolveContext Context(int announcement) => new(Document, Tokens, Mentions, Announcements, announcement);
}

/// <summary>Learns one or more models of one stage from labelled documents.</summary>
internal interface ILearner
{
    /// <summary>The models with their names, learned from these documents alone; the same documents give the same models.</summary>
    IEnumerable<KeyValuePair<string, LinearModel>> Learn(IReadOnlyList<LabelledDocument> documents);
}
