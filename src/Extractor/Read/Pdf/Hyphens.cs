namespace Extract.Read.Pdf;

/// <summary>Tells the hyphen that only ends a line from one that belongs to its word, by the words that stand elsewhere in the document.</summary>
internal sealed class Hyphens
{
    private static readonly string[] Prefixes = ["anti", "non", "counter", "cross", "multi", "self"];
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    public Hyphens(IEnumerable<PdfLine> lines)
    {
        // The last word of a line may be half of one.
        foreach (var line in lines)
            foreach (var word in line.Words) _words.Add(Bare(word.Text));
    }

    /// <summary>True where the word goes on in the next line: how many of its last characters fall away then, and whether it does.</summary>
    public (bool GoesOn, int Falls) Joins(string word, string next)
    {
        if (word.Length < 2 || next.Length == 0) return default;
        if (word[^1] == '\u00ad') return (true, 1);
        if (word[^1] is not ('-' or '\u2010') || !char.IsLetter(word[^2]) || !char.IsLetter(next[0])) return default;
        if (!char.IsLower(next[0])) return (true, 0); // "Bosnia-" and "Herzegovina"
        var (half, rest) = (Bare(word), Bare(next));
        if (_words.Contains(half + rest)) return (true, 1);
        var belongs = _words.Contains($"{half}-{rest}") || Prefixes.Contains(half, StringComparer.OrdinalIgnoreCase) || (half.Length > 3 && rest.Length > 3 && _words.Contains(half) && _words.Contains(rest) && !IsHalf(half));
        return (true, belongs ? 0 : 1);
    }

    // The bare half was put into the set by its own line's end, unless it stands elsewhere too.
    private bool IsHalf(string half) => !_words.Contains(half + "s") && !_words.Contains(half + "ed");

    private static string Bare(string word) => word.Trim('-', '\u2010', '\u00ad', '.', ',', ';', ':', '(', ')', '“', '”', '"', '’', '!', '?');
}
