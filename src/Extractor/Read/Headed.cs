using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Read;

/// <summary>Puts a heading that stands beside a text (a mail's subject) over it, unless the text begins with it.</summary>
internal static class Headed
{
    public static (string Text, ImmutableArray<Block> Blocks, ImmutableArray<Hyperlink> Links) Of(string? heading, string text, ImmutableArray<Block> blocks, ImmutableArray<Hyperlink> links)
    {
        if (string.IsNullOrWhiteSpace(heading)) return (text, blocks, links);
        if (!blocks.IsEmpty && Folding.Fold(blocks[0].Span.Of(text)) == Folding.Fold(heading))
            return (text, blocks.SetItem(0, blocks[0] with { Kind = BlockKind.Heading, Level = 1 }), links);
        var by = heading.Length + (text.Length > 0 ? 2 : 0);
        return (text.Length > 0 ? $"{heading}\n\n{text}" : heading, [new(BlockKind.Heading, new(0, heading.Length), 1), .. blocks.Select(block => block with { Span = Shift(block.Span, by) })],
            [.. links.Select(link => link with { Span = Shift(link.Span, by) })]);
    }

    private static TextSpan Shift(TextSpan span, int by) => new(span.Start + by, span.End + by);
}
