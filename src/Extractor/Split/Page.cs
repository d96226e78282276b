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

    private readonly int[] _parents;

    /// <summary>A view of a document.</summary>
    public Page(TaggedDocument tagged)
    {
        ArgumentNullException.ThrowIfNull(tagged);
        Tagged = tagged;
        Dates = [.. tagged.Mentions.Where(mention => mention.Kind == MentionKind.Date)];
        Blocks = [.. View()];
        _parents = Parents(Blocks);
        MarkupStarts = MarkupItems.Starts(this);
    }

    /// <summary>The document with its mentions.</summary>
    public TaggedDocument Tagged { get; }

    /// <summary>The text.</summary>
    public string Text => Tagged.Document.Text;

    /// <summary>The tokens.</summary>
    public TokenList Tokens => Tagged.Tokens;

    /// <summary>The blocks that hold a token, in order.</summary>
    public ImmutableArray<BlockView> Blocks { get; }

    /// <summary>The blocks that bear the name of an event that the page's markup states, in order.</summary>
    public ImmutableArray<int> MarkupStarts { get; }

    /// <summary>The dates, in order.</summary>
    public ImmutableArray<Mention> Dates { get; }

    /// <summary>The span from the first of some blocks to the last, both included.</summary>
    public TextSpan Span(int first, int last) => new(Blocks[first].Block.Span.Start, Blocks[last].Block.Span.End);

    /// <summary>The block in which an offset stands, or that follows it; the last block where none does.</summary>
    public int BlockAt(int offset)
    {
        var (low, high) = (0, Blocks.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Blocks[middle].Block.Span.End <= offset) low = middle + 1; else high = middle;
        }
        return low;
    }

    /// <summary>The blocks that head a block, outermost first: each heading above it that none of its level or above has closed, and the page's first block.</summary>
    public ImmutableArray<TextSpan> HeadingsAbove(int block)
    {
        var headings = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = _parents[block]; i >= 0; i = _parents[i]) headings.Insert(0, Blocks[i].Block.Span);
        if (block > 0 && (headings.Count == 0 || headings[0] != Blocks[0].Block.Span)) headings.Insert(0, Blocks[0].Block.Span);
        return headings.ToImmutable();
    }

    private static int[] Parents(ImmutableArray<BlockView> blocks)
    {
        var parents = new int[blocks.Length];
        var open = new Stack<int>();
        for (var i = 0; i < blocks.Length; i++)
        {
            var block = blocks[i].Block;
            if (block.Kind == BlockKind.Heading)
                while (open.Count > 0 && blocks[open.Peek()].Block.Level >= block.Level) open.Pop();
            parents[i] = open.Count > 0 ? open.Peek() : -1;
            if (block.Kind == BlockKind.Heading) open.Push(i);
        }
        return parents;
    }

    /// <summary>The dates that stand in a span.</summary>
    public IReadOnlyList<Mention> DatesIn(TextSpan span)
    {
        var within = new List<Mention>();
        foreach (var date in MentionRange.Of(Dates, span))
            if (span.Contains(date.Span)) within.Add(date);
        return within;
    }

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
