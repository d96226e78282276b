using System.Collections.Immutable;
using System.Text;

namespace Extract.Read;

/// <summary>
/// The text of a document that has none of its own, as it grows block by block: white space collapsed, none at the ends of a block. Blocks are parted by an
/// empty line, items and rows and broken lines by a line break, cells by a tab.
/// </summary>
internal sealed class BlockText
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly ImmutableArray<Hyperlink>.Builder _links = ImmutableArray.CreateBuilder<Hyperlink>();
    private Block? _open;
    private int _start;
    private char _pending;

    /// <summary>Where the next word goes at the earliest.</summary>
    public int Length => _text.Length;

    /// <summary>True while the open block holds a word.</summary>
    public bool HasWords => _open is not null && _text.Length > _start;

    /// <summary>Begins a block and ends the one before.</summary>
    /// <param name="block">What it is; its span is not looked at.</param>
    /// <param name="tight">Parted by a line break only.</param>
    public void Begin(Block block, bool tight = false)
    {
        End();
        var last = _blocks.Count > 0 ? _blocks[^1].Kind : (BlockKind?)null;
        tight |= last == block.Kind && block.Kind is BlockKind.ListItem or BlockKind.TableRow;
        _text.Append(last is null ? "" : tight ? "\n" : "\n\n");
        (_open, _start, _pending) = (block, _text.Length, '\0');
    }

    /// <summary>Appends characters; white space among them collapses.</summary>
    public void Append(ReadOnlySpan<char> characters)
    {
        foreach (var c in characters)
        {
            if (char.IsWhiteSpace(c)) Space(c == '\t' ? '\t' : ' ');
            else if (!char.IsControl(c) && c != '\u00ad') Put(c);
        }
    }

    /// <summary>The border of two words, or (a tab) of two cells.</summary>
    public void Space(char white = ' ')
    {
        if (_pending != '\t') _pending = white;
    }

    /// <summary>What has been written of the block so far is its mark (a bullet, a number): the block begins after it.</summary>
    public void EndMark()
    {
        if (_pending != '\0') _text.Append(_pending);
        (_start, _pending) = (_text.Length, '\0');
    }

    /// <summary>Takes back the last character, where it is the one given.</summary>
    public void TakeBack(char last)
    {
        if (HasWords && _pending == '\0' && _text[^1] == last) _text.Length--;
    }

    /// <summary>The words from an offset on are a link.</summary>
    public void Link(int start, string href)
    {
        while (start < _text.Length && char.IsWhiteSpace(_text[start])) start++;
        start = Math.Max(start, _start);
        if (_open is not null && start < _text.Length && href.Length > 0 && (_links.Count == 0 || _links[^1].Span.End <= start)) _links.Add(new(new(start, _text.Length), href));
    }

    /// <summary>Ends the open block; one without words never was.</summary>
    public void End()
    {
        if (_open is not { } block) return;
        _open = null;
        if (_text.Length > _start) _blocks.Add(block with { Span = new(_start, _text.Length) });
        else _text.Length = _blocks.Count > 0 ? _blocks[^1].Span.End : 0;
    }

    /// <summary>The document's text, blocks and links.</summary>
    public (string Text, ImmutableArray<Block> Blocks, ImmutableArray<Hyperlink> Links) Finish()
    {
        End();
        return (_text.ToString(), _blocks.ToImmutable(), _links.ToImmutable());
    }

    private void Put(char c)
    {
        if (_pending != '\0' && _text.Length > _start) _text.Append(_pending);
        _pending = '\0';
        _text.Append(c);
    }
}
