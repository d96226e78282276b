using System.Globalization;

namespace Extract.Text;

/// <summary>The one pass over the characters of a text that makes its tokens.</summary>
internal static class Tokenizer
{
    // Words before a full stop that does not end a sentence.
    private static readonly HashSet<ulong> Abbreviations = new(
        "mr mrs ms dr prof st rev gen col sgt lt hon sen rep gov jr sr vs etc eg ie no inc ltd co corp dept univ ave blvd rd jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun am pm approx est fig vol u s e g"
            .Split(' ').Select(word => Folding.Hash(word)));

    public static (Token[] Tokens, int Count) Tokenize(string text, ReadOnlySpan<Block> blocks)
    {
        var tokens = GC.AllocateUninitializedArray<Token>((text.Length / 4) + 4);
        var (count, at, block) = (0, 0, -1);
        var standing = TokenTraits.LineStart | TokenTraits.BlockStart | TokenTraits.SentenceStart;
        while (at < text.Length)
        {
            var c = text[at];
            if (c == ' ') { standing |= TokenTraits.SpaceBefore; at++; continue; }
            if (c is '\n' or '\r' or '\u2028' or '\u2029') { standing |= TokenTraits.LineStart | TokenTraits.SpaceBefore; at++; continue; }
            // A name does not go on from one cell into the next.
            if (c == '\t' && block >= 0 && blocks[block].Kind == BlockKind.TableRow) standing |= TokenTraits.SentenceStart;
            if (char.IsWhiteSpace(c)) { standing |= TokenTraits.SpaceBefore; at++; continue; }
            if (Folding.Fold(c) == '\0') { at++; continue; }
            if (block + 1 < blocks.Length && at >= blocks[block + 1].Span.Start)
            {
                while (block + 1 < blocks.Length && at >= blocks[block + 1].Span.Start) block++;
                standing |= TokenTraits.BlockStart | TokenTraits.LineStart | TokenTraits.SentenceStart;
            }
            if (count == tokens.Length) Array.Resize(ref tokens, tokens.Length * 2);
            ref var token = ref tokens[count++];
            token = Read(text, at, standing);
            at = token.End;
            standing = EndsSentence(text, tokens, count, c, at) ? TokenTraits.SentenceStart : TokenTraits.None;
        }
        return (tokens, count);
    }

    private static Token Read(string text, int start, TokenTraits traits)
    {
        var c = text[start];
        if (char.IsAsciiDigit(c)) return ReadNumber(text, start, traits);
        if (IsLetterAt(text, start)) return ReadWord(text, start, traits);
        var length = char.IsHighSurrogate(c) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]) ? 2 : 1;
        return new(start, length, TokenKind.Mark, traits, Folding.Hash(text.AsSpan(start, length)), -1);
    }

    private static Token ReadNumber(string text, int start, TokenTraits traits)
    {
        var (end, value) = (start, 0L);
        for (; end < text.Length && char.IsAsciiDigit(text[end]); end++)
            if (value < 1_000_000_000) value = (value * 10) + (text[end] - '0');
        var number = end - start <= 9 ? (int)value : -1;
        return new(start, end - start, TokenKind.Number, traits, Folding.Hash(text.AsSpan(start, end - start)), number);
    }

    // Most words are of ASCII letters: one walk finds their end, their capitals and their hash.
    private static Token ReadWord(string text, int start, TokenTraits traits)
    {
        var (end, upper, hash) = (start, 0, Folding.HashStart);
        for (; end < text.Length && char.IsAsciiLetter(text[end]); end++)
        {
            if (text[end] <= 'Z') upper++;
            hash = Folding.HashNext(hash, (char)(text[end] | 0x20));
        }
        if (end < text.Length && text[end] >= 128) return ReadLongWord(text, start, traits);
        if (text[start] <= 'Z') traits |= TokenTraits.Capitalized;
        if (end - start > 1 && upper == end - start) traits |= TokenTraits.AllCaps;
        return new(start, end - start, TokenKind.Word, traits, Folding.HashEnd(hash), -1);
    }

    private static Token ReadLongWord(string text, int start, TokenTraits traits)
    {
        var (end, letters, upper) = (start, 0, 0);
        while (end < text.Length)
        {
            if (IsLetterAt(text, end))
            {
                letters++;
                if (char.IsUpper(text[end])) upper++;
                end += char.IsHighSurrogate(text[end]) ? 2 : 1;
            }
            else if (Folding.Fold(text[end]) == '\0' && !char.IsWhiteSpace(text[end])) end++;
            else break;
        }
        while (end > start + 1 && text[end - 1] is '\u00ad' or '\u200b') end--;
        if (char.IsUpper(text[start])) traits |= TokenTraits.Capitalized;
        if (letters > 1 && upper == letters) traits |= TokenTraits.AllCaps;
        return new(start, end - start, TokenKind.Word, traits, Folding.Hash(text.AsSpan(start, end - start)), -1);
    }

    private static bool IsLetterAt(string text, int at) =>
        char.IsLetter(text[at]) || (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) && IsLetterPair(text, at));

    private static bool IsLetterPair(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[at], text[at + 1])) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter;

    private static bool EndsSentence(string text, Token[] tokens, int count, char mark, int at)
    {
        if (mark is '!' or '?') return true;
        if (mark != '.') return mark is '”' or '"' or ')' && count > 1 && text[tokens[count - 2].Start] is '.' or '!' or '?';
        if (at < text.Length && !char.IsWhiteSpace(text[at])) return false;
        if (count < 2) return true;
        ref readonly var before = ref tokens[count - 2];
        return !(before.Kind == TokenKind.Word && before.End == at - 1 && (before.Length == 1 || Abbreviations.Contains(before.Hash)));
    }
}
