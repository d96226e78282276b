using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Extract.Read.Office;

/// <summary>Writes the body of a Word file as text with blocks: paragraphs, headings, items, rows of tables, text boxes after the paragraph that they hang on, footnotes at the end. What was deleted or is hidden is left out.</summary>
internal sealed class WordBlocks
{
    // Nested deeper than this nobody writes.
    private const int Deepest = 60;

    private readonly MainDocumentPart _part;
    private readonly WordStyles _styles;
    private readonly BlockText _text = new();
    // A note that refers to itself, or to one that refers back, is written once.
    private readonly HashSet<long> _notes = [];
    private int _groups;

    private WordBlocks(MainDocumentPart part) => (_part, _styles) = (part, new(part));

    public static (string Text, ImmutableArray<Block> Blocks, ImmutableArray<Models.Hyperlink> Links) Write(MainDocumentPart part, CancellationToken cancellation)
    {
        var blocks = new WordBlocks(part);
        if (part.Document?.Body is { } body) blocks.WriteAll(body, 0, cancellation);
        return blocks._text.Finish();
    }

    private void WriteAll(OpenXmlElement parent, int depth, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (notes, group) = (new List<long>(), 0);
        foreach (var child in parent.ChildElements)
        {
            group = child is Paragraph item && _styles.ItemDepth(item) > 0 ? group == 0 ? ++_groups : group : 0;
            if (child is Paragraph paragraph) WriteParagraph(paragraph, group, depth, notes, cancellation);
            else if (child is Table table && depth < Deepest) WriteTable(table, depth, notes, cancellation);
            else if (child is not (DeletedRun or MoveFromRun) && depth < Deepest) WriteAll(child, depth + 1, cancellation);
        }
        foreach (var note in notes) WriteNote(note, depth, cancellation);
    }

    private void WriteParagraph(Paragraph paragraph, int group, int depth, List<long> notes, CancellationToken cancellation)
    {
        if (_styles.IsContents(paragraph)) return;
        var runs = new WordRuns(_part, _text);
        _text.Begin(BlockOf(paragraph, group));
        runs.Write(paragraph);
        _text.End();
        notes.AddRange(runs.Notes);
        if (depth >= Deepest) return;
        foreach (var box in runs.Boxes) WriteAll(box, depth + 1, cancellation);
    }

    private Block BlockOf(Paragraph paragraph, int group)
    {
        var level = _styles.HeadingLevel(paragraph);
        if (level > 0) return new(BlockKind.Heading, default, level);
        if (_styles.ItemDepth(paragraph) is > 0 and var item) return new(BlockKind.ListItem, default, item, group);
        if (_styles.IsCaption(paragraph)) return new(BlockKind.Caption, default);
        level = LevelByLook(paragraph);
        return level > 0 ? new(BlockKind.Heading, default, level) : new(BlockKind.Paragraph, default);
    }

    // Most people make headings with the buttons for bold and size.
    private int LevelByLook(Paragraph paragraph)
    {
        var runs = paragraph.Descendants<W.Run>().Where(run => run.InnerText.Length > 0 && !string.IsNullOrWhiteSpace(run.InnerText)).ToList();
        var words = string.Concat(runs.Select(run => run.InnerText)).Trim();
        if (runs.Count == 0 || words.Length > Plain.Headings.Longest || !Plain.Headings.Looks(words)) return 0;
        if (runs.TrueForAll(run => _styles.Size(run, paragraph) >= _styles.BodySize * 1.2)) return 2;
        return runs.TrueForAll(run => _styles.IsBold(run, paragraph)) ? 5 : 0;
    }

    // A table with headings, tables or long texts in its cells lays out the page, and is no table of data.
    private void WriteTable(Table table, int depth, List<long> notes, CancellationToken cancellation)
    {
        if (IsLayout(table))
        {
            foreach (var cell in table.Elements<TableRow>().SelectMany(row => row.Elements<TableCell>())) WriteAll(cell, depth + 1, cancellation);
            return;
        }
        var group = ++_groups;
        foreach (var row in table.Elements<TableRow>())
        {
            _text.Begin(new(BlockKind.TableRow, default, 0, group));
            foreach (var cell in row.Descendants<TableCell>()) WriteCell(cell, notes);
            _text.End();
        }
    }

    private void WriteCell(TableCell cell, List<long> notes)
    {
        foreach (var paragraph in cell.Descendants<Paragraph>())
        {
            var runs = new WordRuns(_part, _text) { InRow = true };
            runs.Write(paragraph);
            notes.AddRange(runs.Notes);
            _text.Space();
        }
        _text.Space('\t');
    }

    private bool IsLayout(Table table)
    {
        var rows = table.Elements<TableRow>().ToList();
        return rows.TrueForAll(row => row.Elements<TableCell>().Count() < 2)
            || table.Descendants<TableCell>().Any(cell => cell.InnerText.Length > 1200 || cell.Elements<Table>().Any() || cell.Elements<Paragraph>().Any(paragraph => _styles.HeadingLevel(paragraph) > 0));
    }

    private void WriteNote(long id, int depth, CancellationToken cancellation)
    {
        var note = id >= 0 ? (OpenXmlElement?)_part.FootnotesPart?.Footnotes?.Elements<Footnote>().FirstOrDefault(each => each.Id?.Value == id)
            : _part.EndnotesPart?.Endnotes?.Elements<Endnote>().FirstOrDefault(each => each.Id?.Value == ~id);
        if (note is not null && depth < Deepest && _notes.Add(id)) WriteAll(note, depth + 1, cancellation);
    }
}
