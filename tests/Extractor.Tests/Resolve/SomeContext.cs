using Extract.Resolve;
using Extract.Tag;
using Extract.Tag.Labels;

namespace Extract.Tests.Resolve;

/// <summary>A text as a resolver of labels sees it: one announcement, its first line the title.</summary>
internal static class SomeContext
{
    public static TaggedDocument Tagged(string text)
    {
        var source = new Source { Id = "some", Bytes = System.Text.Encoding.UTF8.GetBytes(text), Text = text, MediaType = "text/plain", Sha256 = "" };
        var document = new Document { Source = source, Text = text, Blocks = [new(BlockKind.Paragraph, new(0, text.Length))] };
        return TaggedDocument.Of(document, LabelTagger.Shipped);
    }

    public static ResolveContext Of(string text, TextSpan? span = null)
    {
        var tagged = Tagged(text);
        return new(tagged.Document, tagged.Tokens, tagged.Mentions, [Announcement(text, span ?? new(0, text.Length))], 0);
    }

    public static Announcement Announcement(string text, TextSpan span) => new() { Span = span, Title = text, Anchor = "some" };
}
