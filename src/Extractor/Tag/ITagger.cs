using Extract.Text;

namespace Extract.Tag;

/// <summary>Finds mentions in a document. Pure, thread-safe, and in time linear in the text.</summary>
public interface ITagger
{
    /// <summary>Adds what it finds to <paramref name="mentions"/>; may read, and never removes, what taggers before it added.</summary>
    void Tag(Document document, TokenList tokens, List<Mention> mentions);
}
