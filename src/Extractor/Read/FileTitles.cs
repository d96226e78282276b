using Extract.Text;

namespace Extract.Read;

/// <summary>The titles that programs write into files: half of them name the file or the program, and nothing that is announced.</summary>
internal static class FileTitles
{
    private static readonly string[] Starts = ["microsoft ", "untitled", "document", "presentation", "slide ", "template", "powerpoint", "unknown", "untitled", "layout ", "print", "scan", "title"];
    private static readonly string[] Ends = [".doc", ".docx", ".rtf", ".odt", ".pdf", ".indd", ".qxd", ".qxp", ".pub", ".ppt", ".pptx", ".xls", ".xlsx", ".ai", ".cdr", ".tex", ".dvi", ".pmd", ".p65", ".txt", ".htm", ".html", ".tmp", ".wpd", ".eps", ".ps"];
    private const int Longest = 300;

    /// <summary>The title with its white space collapsed, or null where it is none.</summary>
    public static string? Clean(string? title)
    {
        if (string.IsNullOrWhiteSpace(title)) return null;
        var words = WhiteSpace.Collapse(title.Replace("\0", "", StringComparison.Ordinal));
        return IsTitle(words) ? words : null;
    }

    private static bool IsTitle(string words)
    {
        if (words.Length is < 4 or > Longest || words.Any(char.IsControl) || words.Count(char.IsLetter) * 2 < words.Length) return false;
        if (Array.Exists(Ends, end => words.EndsWith(end, StringComparison.OrdinalIgnoreCase))) return false;
        // "Document1", "Presentation", "Slide 1" are templates; "Document management for archives: a course" is not.
        if (words.Length < 30 && Array.Exists(Starts, start => words.StartsWith(start, StringComparison.OrdinalIgnoreCase)) && words.Count(c => c == ' ') < 3) return false;
        if (words.StartsWith("microsoft ", StringComparison.OrdinalIgnoreCase) && words.Contains(" - ", StringComparison.Ordinal)) return false;
        return words.Contains(' ', StringComparison.Ordinal) && !words.Contains("://", StringComparison.Ordinal) && words.IndexOfAny(['\\', '_']) < 0;
    }
}
