using System.Globalization;
using System.Text;

namespace Extract.Learn.Judging;

/// <summary>
/// Words as the judge compares them: compatibility-decomposed, without combining marks, case-folded, anything that is no word character a blank, and
/// without a leading "the". This is the judge's own folding, apart from <c>Text.Folding</c>: figures must not change when the program's folding does.
/// </summary>
public static class FoldedWords
{
    // A mark that never reorders before another one unless that one has a combining class of its own (1 to 239); it alone has class 240.
    private const char LastMark = '\u0345';

    /// <summary>The folded form; empty for null.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Decompose(text).EnumerateRunes())
            if (!IsCombining(rune)) Append(folded, rune);
        var words = folded.ToString().Trim(' ');
        return words.StartsWith("the ", StringComparison.Ordinal) ? words[4..] : words;
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        if (rune.Value is 'ß' or 'ẞ') folded.Append("ss");
        else if (IsWord(rune)) folded.Append(Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)).ToString());
        else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
    }

    // Half a surrogate pair cannot be decomposed; it becomes a character that is no word.
    private static string Decompose(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.ToString());
        return whole.ToString().Normalize(NormalizationForm.FormKD);
    }

    private static bool IsCombining(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)) return false;
        return rune.Value == LastMark || (LastMark + rune.ToString()).Normalize(NormalizationForm.FormD)[0] != LastMark;
    }

    private static bool IsWord(Rune rune) => rune.Value == '_' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or
        UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
