namespace Extract.Read.Plain;

/// <summary>The bullets and numbers before the items of a list.</summary>
internal static class Marks
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "maj", "mai", "dez", "okt"];

    /// <summary>The length of the mark and of the white space after it; 0 where the line begins with none.</summary>
    public static int Length(ReadOnlySpan<char> line)
    {
        var mark = IsBullet(line[0]) ? 1 : NumberLength(line);
        if (mark == 0) return 0;
        if (mark == line.Length) return line[0] is '-' or '*' or '•' or '+' ? mark : 0;
        var space = mark;
        while (space < line.Length && char.IsWhiteSpace(line[space])) space++;
        // "•Item" is common; "-5 degrees" and "*bold*" are no items.
        if (space == mark) return line[0] is '•' or '▪' or '◦' or '●' or '■' or '▸' or '►' or '‣' or '⁃' ? mark : 0;
        if (char.IsAsciiDigit(line[0]) && line[mark - 1] == '.' && StartsMonth(line[space..])) return 0;
        return space;
    }

    // U+F0B7 is what Word's bullets become in plain text.
    private static bool IsBullet(char c) => c is '•' or '-' or '*' or '+' or '▪' or '◦' or '●' or '○' or '■' or '□'
        or '▸' or '►' or '‣' or '⁃' or '·' or '–' or '—' or '\uf0b7' or '✓' or '✔' or '➢' or '➤' or '→' or '»' or '❖';

    // 1. 12) (3) a) (b) iv.
    private static int NumberLength(ReadOnlySpan<char> line)
    {
        var open = line[0] == '(' ? 1 : 0;
        var at = open;
        while (at < line.Length && at - open < 3 && char.IsAsciiDigit(line[at])) at++;
        if (at == open && at + 1 < line.Length && char.IsAsciiLetterLower(line[at]) && line[at + 1] == ')') return at + 2;
        if (at == open || at >= line.Length) return 0;
        return line[at] == ')' || (line[at] == '.' && open == 0) ? at + 1 : 0;
    }

    // "3. May 2018" is a day in the manner of half of Europe, no third item.
    private static bool StartsMonth(ReadOnlySpan<char> words)
    {
        foreach (var month in Months)
            if (words.StartsWith(month, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
