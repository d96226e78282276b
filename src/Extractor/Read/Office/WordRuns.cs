using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Extract.Read.Office;

/// <summary>Writes the runs of one paragraph: its words, tabs and line breaks, its links (those of fields too).</summary>
internal sealed class WordRuns(MainDocumentPart part, BlockText text)
{
    private const int Deepest = 40;
    private readonly Stack<Field> _fields = new();

    // A field between its begin and its end: its instruction first, then what it shows.
    private sealed class Field
    {
        public string Instruction = "";
        public int Start = -1;
    }

    /// <summary>True in a row of a table, where everything stands on one line.</summary>
    public bool InRow { get; init; }

    /// <summary>The footnotes that it refers to; endnotes as their complement.</summary>
    public List<long> Notes { get; } = [];

    /// <summary>The text boxes that hang on it.</summary>
    public List<OpenXmlElement> Boxes { get; } = [];

    public void Write(Paragraph paragraph) => WriteAll(paragraph, 0);

    private void WriteAll(OpenXmlElement parent, int depth)
    {
        foreach (var child in parent.ChildElements)
            switch (child)
            {
                case W.Run run: WriteRun(run); break;
                case W.Hyperlink link: WriteLink(link, Address(link), depth); break;
                case SimpleField field: WriteLink(field, HrefOf(field.Instruction?.Value ?? ""), depth); break;
                case DeletedRun or MoveFromRun or ParagraphProperties: break;
                default: if (depth < Deepest) WriteAll(child, depth + 1); break;
            }
    }

    private void WriteLink(OpenXmlElement element, string? href, int depth)
    {
        var start = text.Length;
        if (depth < Deepest) WriteAll(element, depth + 1);
        if (href is not null) text.Link(start, href);
    }

    private void WriteRun(W.Run run)
    {
        if (WordStyles.IsOn(run.RunProperties?.Vanish) == true) return;
        foreach (var child in run.ChildElements)
            switch (child)
            {
                case W.Text words: if (!InInstruction) text.Append(words.Text); break;
                case TabChar: text.Space(InRow ? ' ' : '\t'); break;
                case CarriageReturn or W.Break: BreakLine(); break;
                case NoBreakHyphen: text.Append("-"); break;
                case FieldCode code: if (_fields.TryPeek(out var open)) open.Instruction += code.Text; break;
                case FieldChar mark: Mark(mark.FieldCharType?.Value); break;
                case FootnoteReference note: if (note.Id?.Value is { } foot) Notes.Add(foot); break;
                case EndnoteReference note: if (note.Id?.Value is { } end) Notes.Add(~end); break;
                case AlternateContent choices: AddBoxes((OpenXmlElement?)choices.GetFirstChild<AlternateContentChoice>() ?? choices); break;
                case Drawing or Picture: AddBoxes(child); break;
            }
    }

    private bool InInstruction => _fields.TryPeek(out var open) && open.Start < 0;

    private void BreakLine()
    {
        if (InRow || !text.HasWords) text.Space();
        else text.Begin(new(BlockKind.Paragraph, default), tight: true);
    }

    private void Mark(FieldCharValues? mark)
    {
        if (mark == FieldCharValues.Begin) _fields.Push(new());
        else if (mark == FieldCharValues.Separate && _fields.TryPeek(out var field)) field.Start = text.Length;
        else if (mark == FieldCharValues.End && _fields.TryPop(out var ended) && ended.Start >= 0 && HrefOf(ended.Instruction) is { } href) text.Link(ended.Start, href);
    }

    private void AddBoxes(OpenXmlElement parent) => Boxes.AddRange(parent.Descendants<TextBoxContent>().Where(box => !box.Ancestors<TextBoxContent>().Any()));

    private string? Address(W.Hyperlink link)
    {
        var address = part.HyperlinkRelationships.FirstOrDefault(relation => relation.Id == link.Id?.Value)?.Uri?.OriginalString;
        return address is null || link.Anchor?.Value is not { } anchor ? address : $"{address}#{anchor}";
    }

    // HYPERLINK "https://example.org/" \o "tip"
    private static string? HrefOf(string instruction)
    {
        var words = instruction.Trim();
        if (!words.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase)) return null;
        words = words[9..].TrimStart();
        if (words.StartsWith('"')) return words.IndexOf('"', 1) is > 1 and var close ? words[1..close] : null;
        return words.Length > 0 && words[0] != '\\' ? words.Split(' ')[0] : null;
    }
}
