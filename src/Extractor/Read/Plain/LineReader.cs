using System.Buffers;

namespace Extract.Read.Plain;

/// <summary>Cuts a text into lines and tells what each is by itself. One pass.</summary>
internal static class LineReader
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\u2028\u2029");
    private static readonly SearchValues<char> Signs = SearchValues.Create("-=_*~#+|: \t—–");

    public static List<Line> Read(string text)
    {
        var lines = new List<Line>((text.Length / 40) + 4);
        for (var at = 0; at < text.Length;)
        {
            var rest = text.AsSpan(at).IndexOfAny(Breaks);
            var end = rest < 0 ? text.Length : at + rest;
            lines.Add(ReadLine(text, at, end));
            at = end + 1;
            if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n') at++;
        }
        return lines;
    }

    private static Line ReadLine(string text, int start, int end)
    {
        var indent = 0;
        for (; start < end && char.IsWhiteSpace(text[start]); start++) indent += text[start] == '\t' ? 4 : 1;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start == end) return new(start, end, 0, LineShape.Blank);
        return char.IsLetter(text[start]) && !IsLettered(text, start, end) ? Words(text, start, end, indent) : Marked(text, start, end, indent);
    }

    private static Line Words(string text, int start, int end, int indent) =>
        new(start, end, indent, IsRow(text.AsSpan(start, end - start)) ? LineShape.Row : LineShape.Words);

    private static Line Marked(string text, int start, int end, int indent)
    {
        var line = text.AsSpan(start, end - start);
        if (line[0] == '#' && Heading(line) is var (level, skip, cut)) return new(start + skip, end - cut, indent, LineShape.Marked, level);
        if (line.StartsWith("```") || line.StartsWith("~~~")) return new(start, end, indent, LineShape.Fence);
        if (RuleLevel(line) is >= 0 and var rule) return new(start, end, indent, LineShape.Rule, rule);
        if (Marks.Length(line) is > 0 and var mark) return new(start + mark, end, indent, LineShape.Item);
        if (IsBar(line[0])) return Row(text, start, end, indent);
        return Words(text, start, end, indent);
    }

    // "a) …" and "(b) …" are items; "A meeting" is not.
    private static bool IsLettered(string text, int start, int end) => end - start > 3 && text[start + 1] is ')' && char.IsWhiteSpace(text[start + 2]);

    private static Line Row(string text, int start, int end, int indent)
    {
        while (start < end && (IsBar(text[start]) || char.IsWhiteSpace(text[start]))) start++;
        while (end > start && (IsBar(text[end - 1]) || char.IsWhiteSpace(text[end - 1]))) end--;
        return new(start, end, indent, start == end ? LineShape.Rule : LineShape.Row);
    }

    private static (int Level, int Skip, int Cut)? Heading(ReadOnlySpan<char> line)
    {
        var level = line.IndexOfAnyExcept('#');
        if (level is < 1 or > 6 || !char.IsWhiteSpace(line[level])) return null;
        var words = line[level..].TrimStart();
        var kept = words.TrimEnd('#').TrimEnd();
        return kept.IsEmpty ? null : (level, line.Length - words.Length, words.Length - kept.Length);
    }

    // −1 for no rule; 1 and 2 for one that can underline a heading; 0 for another.
    private static int RuleLevel(ReadOnlySpan<char> line)
    {
        if (line.Length < 2 || line.ContainsAnyExcept(Signs)) return -1;
        if (line.Length < 3 && line[0] is not ('-' or '=')) return -1;
        return line.ContainsAnyExcept('=') ? line.ContainsAnyExcept('-') ? 0 : 2 : 1;
    }

    private static bool IsRow(ReadOnlySpan<char> line)
    {
        if (line.Contains('\t')) return true;
        var bars = 0;
        for (var at = line.IndexOf('|'); at >= 0; bars++)
        {
            var next = line[(at + 1)..].IndexOf('|');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return bars >= 2;
    }

    private static bool IsBar(char c) => c is '|' or '¦' or '│';
}
