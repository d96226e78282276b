namespace Extract.Split;

/// <summary>What the splitter sees of one block, or of one cell of a row.</summary>
/// <param name="Block">The block.</param>
/// <param name="Span">The block's span, or the cell's.</param>
/// <param name="Column">Its column from 0, if it is a cell.</param>
/// <param name="IsFurtherCell">It is a cell of a row, and another cell of that row stands before it.</param>
/// <param name="FirstToken">The index of its first token.</param>
/// <param name="EndToken">One past the index of its last token.</param>
/// <param name="Dates">How many dates are mentioned in it.</param>
/// <param name="DateFirst">A date stands at its very start.</param>
/// <param name="TimeFirst">A clock time stands at its very start.</param>
/// <param name="ChunkStart">A blank line stands before it, or it is a heading or the first block.</param>
/// <param name="TitleLike">Short, without a full stop at its end: it could be a title.</param>
public readonly record struct BlockView(
    Block Block, TextSpan Span, int Column, bool IsFurtherCell, int FirstToken, int EndToken, int Dates, bool DateFirst, bool TimeFirst, bool ChunkStart, bool TitleLike)
{
    /// <summary>The number of its tokens.</summary>
    public int Tokens => EndToken - FirstToken;
}
