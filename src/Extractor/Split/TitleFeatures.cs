using Extract.Tag;
using Extract.Text;
using Extract.Trained;

namespace Extract.Split;

/// <summary>What speaks for and against a block being the title of its item, in words that people can read.</summary>
internal sealed class TitleFeatures
{
    private const int WordsRead = 240; // what a title names is named again soon
    private static readonly Feature Place = new("place"), Kind = new("block"), Level = new("heading-level"), Length = new("length"), TitleLike = new("title-like");
    private static readonly Feature Only = new("only"), Type = new("names-event"), Cue = new("cue"), Again = new("said-again"), Capitals = new("capitals");
    private static readonly Feature Names = new("letters"), Contact = new("contact"), Label = new("label"), Question = new("asks"), PageTitle = new("page-title"), Dates = new("dates"), Next = new("next"), Brackets = new("in-brackets"), Path = new("path"), Column = new("column");

    private readonly Page _page;
    private readonly (int First, int Last) _item;
    private readonly Dictionary<ulong, int> _words = [];
    private readonly ulong _pageTitle;
    private int _names; // blocks so far that could be a name

    public TitleFeatures(Page page, (int First, int Last) item)
    {
        (_page, _item) = (page, item);
        _pageTitle = page.Tagged.Document.Title is { } title ? Folding.Hash(title) : 0;
        var (first, end) = (page.Blocks[item.First].FirstToken, page.Blocks[item.Last].EndToken);
        for (var i = first; i < Math.Min(end, first + WordsRead); i++)
            if (IsContent(i)) _words[page.Tokens[i].Hash] = _words.GetValueOrDefault(page.Tokens[i].Hash) + 1;
    }

    private bool IsContent(int token) => _page.Tokens[token] is { Kind: TokenKind.Word, Length: > 3 };

    /// <summary>Writes the features of a block of the item, after clearing; the blocks are asked about in order.</summary>
    public void Write(int block, FeatureVector features)
    {
        var view = _page.Blocks[block];
        features.Clear();
        features.AddCount(Place, _names, 7);
        features.Add(Kind, view.Block.Kind.ToString());
        if (view.Block.Kind == BlockKind.Heading) features.AddCount(Level, view.Block.Level, 6);
        features.AddCount(Length, SegmentationFeatures.Log2(view.Tokens), 7);
        if (view.TitleLike || view.Tokens is > 4 and < 32 && _page.Tokens.Chars(view.EndToken - 1) is ":") features.Add(TitleLike);
        if (Folding.Hash(view.Span.Of(_page.Text)) == _pageTitle) features.Add(PageTitle);
        if (Says(view) is { } says) features.Add(Only, says); else _names++;
        WriteMentions(view, features);
        WriteWords(view, features);
        if (_page.ColumnHead(block) is >= 0 and var head) features.Add(Column, HeadingWords.IsNameColumn(_page.Tokens, _page.Blocks[head].FirstToken, _page.Blocks[head].EndToken) ? "names" : "other");
        if (block < _item.Last) features.Add(Next, TitleWords.OnlySays(_page, _page.Blocks[block + 1]) ?? (_page.Blocks[block + 1].TitleLike ? "title-like" : "text"));
    }

    // A body's name is a letterhead at the top of a page; over an item of a list it may name the event.
    private string? Says(BlockView view) => TitleWords.OnlySays(_page, view) is { } says && (says != "body" || _item.First == 0) ? says : null;

    private void WriteMentions(BlockView view, FeatureVector features)
    {
        var (type, span) = (false, view.Span);
        if (view.Dates > 0) features.Add(Dates);
        foreach (var mention in MentionRange.Of(_page.Tagged.Mentions, span))
        {
            if (!span.Contains(mention.Span) || mention.Value is not LabelValue label) continue;
            type |= mention.Kind == MentionKind.EventType;
            if (mention.Kind == MentionKind.Cue && label.Weight >= 1) features.Add(Cue, label.Label);
        }
        if (type) features.Add(Type);
    }

    private void WriteWords(BlockView view, FeatureVector features)
    {
        var (words, capitals, content, again, steps) = (0, 0, 0, 0, 0);
        for (var i = view.FirstToken; i < view.EndToken; i++)
        {
            if (_page.Tokens.Chars(i) is "·" or "›" or "»" or "•" or ">") steps++;
            if (_page.Tokens[i].Kind != TokenKind.Word) continue;
            words++;
            if (_page.Tokens[i].Is(TokenTraits.Capitalized)) capitals++;
            if (!IsContent(i)) continue;
            content++;
            if (_words.GetValueOrDefault(_page.Tokens[i].Hash) > 1) again++;
        }
        if (words == 0) features.Add(Names, "none"); else features.AddBinned(Capitals, capitals / (double)words);
        if (content > 0) features.AddBinned(Again, again / (double)content); else features.Add(Names, "short");
        if (steps > 1) features.Add(Path); // "Home › News › Events"
        if (TitleWords.IsContact(_page.Tokens, view)) features.Add(Contact);
        if (_page.Tokens.Chars(view.EndToken - 1) is ":" && view.Tokens <= 4) features.Add(Label);
        if (_page.Tokens.Chars(view.EndToken - 1) is "?") features.Add(Question);
        if (_page.Tokens.Chars(view.FirstToken) is "(" or "[" && _page.Tokens.Chars(view.EndToken - 1) is ")" or "]") features.Add(Brackets);
    }
}
