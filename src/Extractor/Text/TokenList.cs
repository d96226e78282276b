namespace Extract.Text;

/// <summary>
/// The tokens of a document, made once and shared by every tagger and stage. Immutable.
/// </summary>
public sealed class TokenList
{
    private readonly Token[] _tokens;

    private TokenList(string text, Token[] tokens, int count)
    {
        Text = text;
        _tokens = tokens;
        Count = count;
    }

    /// <summary>The text that the tokens point into.</summary>
    public string Text { get; }

    /// <summary>The number of tokens.</summary>
    public int Count { get; }

    /// <summary>The tokens, in order.</summary>
    public ReadOnlySpan<Token> All => _tokens.AsSpan(0, Count);

    /// <summary>A token by its index, 0 to <see cref="Count"/> exclusive.</summary>
    public ref readonly Token this[int index] => ref _tokens[index];

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> Chars(int index) => Text.AsSpan(_tokens[index].Start, _tokens[index].Length);

    /// <summary>The span of the tokens from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public TextSpan Span(int first, int last) => new(_tokens[first].Start, _tokens[last].End);

    /// <summary>The index of the first token that ends after the offset; <see cref="Count"/> where there is none.</summary>
    public int IndexAt(int offset)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_tokens[middle].End <= offset) low = middle + 1; else high = middle;
        }
        return low;
    }

    /// <summary>The tokens of a document's text.</summary>
    public static TokenList Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (tokens, count) = Tokenizer.Tokenize(document.Text, document.Blocks.AsSpan());
        return new(document.Text, tokens, count);
    }

    /// <summary>The tokens of a bare text, taken as one block.</summary>
    public static TokenList Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (tokens, count) = Tokenizer.Tokenize(text, [new Block(BlockKind.Paragraph, new(0, text.Length))]);
        return new(text, tokens, count);
    }
}
