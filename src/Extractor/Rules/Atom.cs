using Extract.Text;

namespace Extract.Rules;

/// <summary>A question about one token: what an edge of a pattern asks. Records, so that equal questions are asked once.</summary>
internal abstract record Atom
{
    public abstract bool Holds(in Token token);

    /// <summary>A word, number or mark as written.</summary>
    public sealed record Word(ulong Hash, Case Case) : Atom
    {
        public override bool Holds(in Token token) => token.Hash == Hash && Fits(Case, token.Traits);
    }

    /// <summary>A one-token entry of a list.</summary>
    public sealed record Entry(WordList List) : Atom
    {
        public override bool Holds(in Token token) => List.Has(token);
    }

    /// <summary>A number from one value to another, with a number of digits.</summary>
    public sealed record Number(int From, int To, int LeastDigits, int MostDigits) : Atom
    {
        public override bool Holds(in Token token) => token.Kind == TokenKind.Number &&
            token.Number >= From && token.Number <= To && token.Length >= LeastDigits && token.Length <= MostDigits;
    }

    /// <summary>Any token of a kind with some traits.</summary>
    public sealed record Any(TokenKind Kind, TokenTraits Traits) : Atom
    {
        public override bool Holds(in Token token) => token.Kind == Kind && token.Is(Traits);
    }

    /// <summary>Any of the dashes: people and word processors exchange them freely.</summary>
    public sealed record Hyphen : Atom
    {
        public override bool Holds(in Token token) => IsHyphen(token);
    }

    public static readonly ulong[] Hyphens = [.. "-–—‐‑‒−".Select(c => Folding.Hash([c]))];

    public static bool IsHyphen(in Token token) => token.Kind == TokenKind.Mark && Array.IndexOf(Hyphens, token.Hash) >= 0;

    public static bool Fits(Case required, TokenTraits traits) => required switch
    {
        Case.Capital => (traits & (TokenTraits.Capitalized | TokenTraits.AllCaps)) != 0,
        Case.AllCapitals => (traits & TokenTraits.AllCaps) != 0,
        _ => true,
    };

    public static Case CaseOf(TokenTraits traits) =>
        (traits & TokenTraits.AllCaps) != 0 ? Case.AllCapitals : (traits & TokenTraits.Capitalized) != 0 ? Case.Capital : Case.Any;

    /// <summary>The question that asks for a token as it is written in a pattern.</summary>
    public static Atom Literal(in Token token) => token.Kind switch
    {
        TokenKind.Number when token.Number >= 0 => new Number(token.Number, token.Number, token.Length, token.Length),
        TokenKind.Mark when IsHyphen(token) => new Hyphen(),
        _ => new Word(token.Hash, CaseOf(token.Traits)),
    };
}
