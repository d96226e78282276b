namespace Extract.Text;

/// <summary>What a token is.</summary>
public enum TokenKind : byte
{
    /// <summary>A run of letters (an apostrophe ends it: "Women's" is "Women", "'", "s").</summary>
    Word,
    /// <summary>A run of decimal digits.</summary>
    Number,
    /// <summary>One punctuation mark or symbol.</summary>
    Mark,
}

/// <summary>How a token looks and stands.</summary>
[Flags]
public enum TokenTraits : byte
{
    /// <summary>Nothing of the below.</summary>
    None = 0,
    /// <summary>A word whose first letter is upper case.</summary>
    Capitalized = 1,
    /// <summary>A word of two letters or more, all upper case.</summary>
    AllCaps = 2,
    /// <summary>White space stands before it.</summary>
    SpaceBefore = 4,
    /// <summary>It is the first token of its line.</summary>
    LineStart = 8,
    /// <summary>It is the first token of its block.</summary>
    BlockStart = 16,
    /// <summary>It is the first token of its sentence, or of its cell in a row of a table.</summary>
    SentenceStart = 32,
}

/// <summary>One token of a text.</summary>
/// <param name="Start">Its first code unit.</param>
/// <param name="Length">Its length in code units.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Traits">How it looks and stands.</param>
/// <param name="Hash">The hash of its folded form (<see cref="Folding.Hash"/>).</param>
/// <param name="Number">The value of a number of nine digits or less, else −1.</param>
public readonly record struct Token(int Start, int Length, TokenKind Kind, TokenTraits Traits, ulong Hash, int Number)
{
    /// <summary>One past its last code unit.</summary>
    public int End => Start + Length;

    /// <summary>Its span.</summary>
    public TextSpan Span => new(Start, End);

    /// <summary>True where all the traits hold.</summary>
    public bool Is(TokenTraits traits) => (Traits & traits) == traits;
}
