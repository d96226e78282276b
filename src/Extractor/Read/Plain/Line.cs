namespace Extract.Read.Plain;

/// <summary>What a line of plain text is by itself.</summary>
internal enum LineShape : byte
{
    /// <summary>White space only.</summary>
    Blank,
    /// <summary>Words.</summary>
    Words,
    /// <summary>A heading that a mark at its start tells (<c>## Dates</c>).</summary>
    Marked,
    /// <summary>An item that a bullet or a number tells.</summary>
    Item,
    /// <summary>A row of a table: cells between tabs or bars.</summary>
    Row,
    /// <summary>Signs only (<c>-----</c>, <c>:--- | ---</c>): it rules something off or underlines it.</summary>
    Rule,
    /// <summary>The fence of preformatted text (<c>```</c>).</summary>
    Fence,
}

/// <summary>A line of plain text.</summary>
/// <param name="Start">Its first character that is no white space and no mark.</param>
/// <param name="End">One past its last character that is no white space.</param>
/// <param name="Indent">How far it is indented, a tab as four.</param>
/// <param name="Shape">What it is.</param>
/// <param name="Level">The level of a marked heading; 1 or 2 for a rule of = or - that can underline one.</param>
internal readonly record struct Line(int Start, int End, int Indent, LineShape Shape, int Level = 0)
{
    public int Length => End - Start;
    public TextSpan Span => new(Start, End);
}
