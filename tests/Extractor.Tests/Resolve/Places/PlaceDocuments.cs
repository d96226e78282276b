using System.Collections.Immutable;

namespace Extract.Tests.Resolve.Places;

/// <summary>Documents of plain text, blocks between blank lines.</summary>
internal static class PlaceDocuments
{
    public static Document Of(string text, DateOnly? published = null)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (int start = 0, end; start < text.Length; start = end + 2)
        {
            end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            if (new TextSpan(start, end).Trim(text) is { Length: > 0 } span) blocks.Add(new(BlockKind.Paragraph, span));
        }
        return new() { Source = new() { Id = "test", Bytes = default, MediaType = "text/plain", Sha256 = "" }, Text = text, Blocks = blocks.ToImmutable(), Published = published };
    }
}
