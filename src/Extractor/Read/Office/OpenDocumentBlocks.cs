using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Extract.Read.Office;

/// <summary>Writes the content of an OpenDocument text as text with blocks, in one pass over its XML.</summary>
internal sealed class OpenDocumentBlocks
{
    private const string TextSpace = "urn:oasis:names:tc:opendocument:xmlns:text:1.0", TableSpace = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", LinkSpace = "http://www.w3.org/1999/xlink";
    private readonly BlockText _text = new();
    private readonly Stack<(int Depth, int Start, string Href)> _links = new();
    private readonly Stack<int> _lists = new();
    private int _group, _row = -1;

    public static (string Text, ImmutableArray<Block> Blocks, ImmutableArray<Hyperlink> Links) Write(XmlReader xml, CancellationToken cancellation)
    {
        var blocks = new OpenDocumentBlocks();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && IsSilent(xml)) Skip(xml);
            if (xml.NodeType == XmlNodeType.Element) blocks.Enter(xml);
            else if (xml.NodeType == XmlNodeType.EndElement) blocks.Leave(xml);
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) blocks._text.Append(xml.Value);
            cancellation.ThrowIfCancellationRequested();
        }
        return blocks._text.Finish();
    }

    // Changes that were undone, remarks, tables of contents.
    private static bool IsSilent(XmlReader xml) => xml.LocalName is "tracked-changes" or "annotation" or "table-of-content" or "alphabetical-index" or "forms" or "sequence-decls";

    // To the end of the element, and no further: what follows is read next.
    private static void Skip(XmlReader xml)
    {
        var depth = xml.Depth;
        if (!xml.IsEmptyElement)
            while (xml.Read() && xml.Depth > depth) { }
    }

    private void Enter(XmlReader xml)
    {
        switch (xml.NamespaceURI, xml.LocalName)
        {
            case (TextSpace, "h"): Begin(new(BlockKind.Heading, default, int.TryParse(xml.GetAttribute("outline-level", TextSpace), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? Math.Clamp(level, 1, 6) : 1)); break;
            case (TextSpace, "p"): Begin(_lists.Count > 0 ? new(BlockKind.ListItem, default, _lists.Count, _lists.Peek()) : new(BlockKind.Paragraph, default)); break;
            case (TextSpace, "list") when !xml.IsEmptyElement: _lists.Push(_lists.Count > 0 ? _lists.Peek() : ++_group); break;
            case (TextSpace, "tab"): _text.Space(_row < 0 ? '\t' : ' '); break;
            case (TextSpace, "s"): _text.Space(); break;
            case (TextSpace, "line-break") when _row < 0 && _text.HasWords: _text.Begin(new(BlockKind.Paragraph, default), tight: true); break;
            case (TextSpace, "line-break"): _text.Space(); break;
            case (TextSpace, "a") when !xml.IsEmptyElement: _links.Push((xml.Depth, _text.Length, xml.GetAttribute("href", LinkSpace) ?? "")); break;
            case (TableSpace, "table"): _group++; break;
            case (TableSpace, "table-row") when !xml.IsEmptyElement && _row < 0:
                _text.Begin(new(BlockKind.TableRow, default, 0, _group));
                _row = xml.Depth;
                break;
        }
    }

    private void Leave(XmlReader xml)
    {
        if (_links.TryPeek(out var link) && link.Depth == xml.Depth)
        {
            _links.Pop();
            _text.Link(link.Start, link.Href);
        }
        if (xml is { LocalName: "list", NamespaceURI: TextSpace }) _lists.TryPop(out _);
        if (xml.NamespaceURI == TableSpace && xml.LocalName == "table-cell" && _row >= 0) _text.Space('\t');
        if (_row == xml.Depth) _row = -1;
        if (_row < 0 && xml.NamespaceURI is TextSpace && xml.LocalName is "p" or "h" || (_row < 0 && xml.LocalName == "table-row")) _text.End();
    }

    private void Begin(Block block)
    {
        if (_row >= 0) _text.Space();
        else _text.Begin(block);
    }
}
