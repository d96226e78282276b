using System.Collections.Immutable;
using Extract.Tag;
using Extract.Text;

namespace Extract.Split;

/// <summary>What the splitter sees of one block.</summary>
/// <param name="Block">The block.</param>
/// <param name="FirstToken">The index of its first token.</param>
/// <param name="EndToken">One past the index of its last token.</param>
/// <param name="Dates">How many dates are mentioned in it.</param>
/// <param name="DateFirst">A date stands at its very start.</param>
/// <param name="TimeFirst">A clock time stands at its very start.</param>
/// <param name="ChunkStart">A blank line stands before it, or it is a heading or the first block.</param>
/// <param name="TitleLike">Short, without a full stop at its end: it could be a title.</param>
public readonly record struct BlockView(
    Block Block, int FirstToken, int EndToken, int Dates, bool DateFirst, bool TimeFirst, bool ChunkStart, bool TitleLike)
{
    /// <summary>The number of its tokens.</summary>
    public int Tokens => EndToken - FirstToken;
}

/// <summary>A tagged document as the splitter sees it: its blocks with what stands in them. Made once for a document.</summary>
public sealed class Page
{
    private const int LongestTitle = 32; // tokens
    private static readonly ulong Am = Folding.Hash("am"), Pm = Folding.Hash("pm");

    /// <summary>A view of a document.</summary>
    public Page(TaggedDocument tagged)
    {
        ArgumentNullException.ThrowIfNull(tagged);
        Tagged = tagged;
        Dates = [.. tagged.Mentions.Where(mention => mention.Kind == MentionKind.Date)];
        Blocks = [.. View()];
    }

    /// <summary>The document with its mentions.</summary>
    public TaggedDocument Tagged { get; }

    /// <summary>The text.</summary>
    public string Text => Tagged.Document.Text;

    /// <summary>The tokens.</summary>
    public TokenList Tokens => Tagged.Tokens;

    /// <summary>The blocks that hold a token, in order.</summary>
    public ImmutableArray<BlockView> Blocks { get; }

    /// <summary>The dates, in order.</summary>
    public ImmutableArray<Mention> Dates { get; }

    /// <summary>The span from the first of some blocks to the last, both included.</summary>
    public TextSpan Span(int first, int last) => new(Blocks[first].Block.Span.Start, Blocks[last].Block.Span.End);

    /// <summary>The dates that stand in a span.</summary>
    public IEnumerable<Mention> DatesIn(TextSpan span) => Dates.Where(date => span.Contains(date.Span));

    private IEnumerable<BlockView> View()
    {
        var (token, date, end) = (0, 0, -1);
        foreach (var block in Tagged.Document.Blocks)
        {
            while (token < Tokens.Count && Tokens[token].Start < block.Span.Start) token++;
            var first = token;
            while (token < Tokens.Count && Tokens[token].Start < block.Span.End) token++;
            if (token == first) continue;
            while (date < Dates.Length && Dates[date].Span.Start < block.Span.Start) date++;
            var firstDate = date;
            while (date < Dates.Length && Dates[date].Span.Start < block.Span.End) date++;
            yield return new(block, first, token, date - firstDate,
                firstDate < date && IsAtStart(first, Dates[firstDate].Span.Start), StartsWithTime(first, token),
                end < 0 || block.Kind == BlockKind.Heading || HasBlankLine(end, block.Span.Start), IsTitleLike(block, first, token));
            end = block.Span.End;
        }
    }

    // Marks of Markdown, bullets and one word such as "Date:" or "On" may stand before it.
    private bool IsAtStart(int first, int dateStart)
    {
        var words = 0;
        for (var i = first; i < Tokens.Count && Tokens[i].Start < dateStart; i++)
            if (Tokens[i].Kind != TokenKind.Mark && ++words > 1) return false;
        return true;
    }

    private bool StartsWithTime(int first, int end)
    {
        while (first < end && Tokens[first].Kind == TokenKind.Mark) first++;
        return first + 2 < end && Tokens[first].Kind == TokenKind.Number && Tokens[first].Number < 24
            && ((Tokens.Chars(first + 1) is ":" or "." && Tokens[first + 2] is { Kind: TokenKind.Number, Length: 2, Number: < 60 })
                || Tokens[first + 1].Hash == Am || Tokens[first + 1].Hash == Pm);
    }

    private bool HasBlankLine(int from, int to)
    {
        var lines = 0;
        for (var i = from; i < to; i++)
            if (Text[i] == '\n' && ++lines == 2) return true;
        return false;
    }

    private bool IsTitleLike(Block block, int first, int end)
    {
        if (block.Kind == BlockKind.Heading) return true;
        if (end - first > LongestTitle) return false;
        return Tokens.Chars(end - 1) is not ("." or ";" or "," or ":") && (Tokens[first].Kind != TokenKind.Mark || block.Kind == BlockKind.ListItem);
    }
}
