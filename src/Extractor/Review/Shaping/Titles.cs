namespace Extract.Review.Shaping;

/// <summary>What a part is called until a person says better: its first line, and of a line that is a paragraph its first clause.</summary>
internal static class Titles
{
    private const int Long = 140;

    /// <summary>The title of the words of an announcement, which do not begin with white space.</summary>
    public static string Of(string words)
    {
        var end = words.AsSpan().IndexOfAny('\n', '\r');
        var line = (end < 0 ? words : words[..end]).Trim();
        return line.Length <= Long ? line : Clause(line);
    }

    private static string Clause(string line)
    {
        for (var i = 1; i <= Long; i++)
            if (line[i] is '.' or ';' or ':' or '!' or '?' or '–' or '—' && i + 1 < line.Length && char.IsWhiteSpace(line[i + 1])) return line[..i].TrimEnd();
        var blank = line.LastIndexOfAny([' ', '\t', '\u00a0'], Long);
        return blank > 0 ? line[..blank].TrimEnd(' ', ',') : line[..(char.IsHighSurrogate(line[Long - 1]) ? Long - 1 : Long)];
    }
}
