namespace Extract.Read.Pdf;

/// <summary>Cuts the lines that every page repeats at its head or foot, and page numbers.</summary>
internal static class RunningLines
{
    // The part of a page's height at each end where such lines stand.
    private const double Margin = 0.12;
    private const int Tolerance = 6; // points

    public static void Cut(List<PdfPage> pages)
    {
        var seen = new Dictionary<(string Words, int Place), HashSet<int>>();
        foreach (var page in pages)
            foreach (var line in page.Lines.Where(line => IsAtEdge(page, line)))
                foreach (var key in Keys(page, line)) (seen.TryGetValue(key, out var on) ? on : seen[key] = []).Add(page.Number);
        foreach (var page in pages)
            page.Lines.RemoveAll(line => IsAtEdge(page, line) && (IsPageNumber(line.Text) || Keys(page, line).Any(key => seen[key].Count >= 2 && seen[key].Count * 3 >= pages.Count)));
    }

    /// <summary>True where a line stands in the margin at the head or foot of its page.</summary>
    internal static bool IsAtEdge(PdfPage page, PdfLine line) => line.Baseline > page.Height * (1 - Margin) || line.Baseline < page.Height * Margin;

    // Numbers change from page to page; a line near the border of two places counts for both.
    private static IEnumerable<(string, int)> Keys(PdfPage page, PdfLine line)
    {
        var words = string.Concat(line.Text.Where(c => !char.IsWhiteSpace(c)).Select(c => char.IsAsciiDigit(c) ? '#' : char.ToLowerInvariant(c)));
        var place = (int)Math.Floor(line.Baseline / Tolerance);
        yield return (words, place);
        yield return (words, place + 1);
    }

    /// <summary>True for <c>3</c>, <c>– 3 –</c>, <c>Page 3 of 7</c>, <c>3/7</c>, <c>iv</c>.</summary>
    internal static bool IsPageNumber(string words)
    {
        var bare = words.Trim(' ', '-', '–', '—', '|', '.', '[', ']', '(', ')').ToLowerInvariant();
        if (bare.Length is 0 or > 16) return false;
        if (bare.StartsWith("page ", StringComparison.Ordinal)) bare = bare[5..];
        else if (bare.StartsWith("p. ", StringComparison.Ordinal)) bare = bare[3..];
        var parts = bare.Split([" of ", "/", " | "], StringSplitOptions.TrimEntries);
        return parts.Length <= 2 && Array.TrueForAll(parts, IsNumber);
    }

    private static bool IsNumber(string word) => word.Length is > 0 and < 5 && (word.All(char.IsAsciiDigit) || word.All(c => c is 'i' or 'v' or 'x' or 'l'));
}
