namespace Extract.Read.Plain;

/// <summary>Lines that go together: a wrapped paragraph, an item with its continuation, a single line.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Shape">The shape of its first line.</param>
/// <param name="Level">The level of a heading that a mark or an underline tells; else 0.</param>
/// <param name="Indent">The indentation of its first line.</param>
/// <param name="Chunk">Pieces without a blank line between have the same number.</param>
/// <param name="Lines">The number of its lines.</param>
internal readonly record struct Piece(TextSpan Span, LineShape Shape, int Level, int Indent, int Chunk, int Lines);
