namespace Extract.Read.Pdf;

/// <summary>Lines that go together.</summary>
/// <param name="Lines">Its lines; of a row, those of its first line.</param>
/// <param name="Rows">The cells of a row, each with all of its words; null for running text.</param>
/// <param name="Tight">It follows the one before without a gap.</param>
internal sealed record PdfParagraph(List<PdfLine> Lines, List<List<PdfWord>>? Rows, bool Tight)
{
    public PdfLine First => Lines[0];
    public double Size => Lines.MaxBy(line => line.Text.Length)!.Size;
    public bool Bold => Lines.TrueForAll(line => line.Bold);
    public string Text => string.Join(' ', Lines.Select(line => line.Text));

    /// <summary>The length of its bullet or number with the white space after it; 0 for none.</summary>
    public int Mark { get; } = Rows is null ? MarkOf(Lines[0]) : 0;

    internal static int MarkOf(PdfLine line) => line.Text.Length > 2 ? Plain.Marks.Length(line.Text) : 0;
}
