using System.Collections.Frozen;
using Extract.Text;

namespace Extract.Read;

/// <summary>Tells the language of a text by its small words (<c>stop-words.tsv</c>), or by its script. Says nothing rather than something doubtful.</summary>
internal static class Languages
{
    // Words looked at: more of them change no answer.
    private const int Sample = 1500;
    private const int Fewest = 20;
    private const double Share = 0.12;
    private const double Lead = 1.5;

    private static readonly (string[] Codes, FrozenDictionary<ulong, uint> Words) Table = Load();

    /// <summary>The ISO 639-1 code, or null where it cannot be told.</summary>
    public static string? Detect(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Table.Codes.Length];
        Span<int> scripts = stackalloc int[Scripts.Length];
        var (words, letters) = (0, 0);
        for (var at = 0; at < text.Length && words < Sample; words++)
        {
            while (at < text.Length && !char.IsLetter(text[at])) at++;
            var start = at;
            while (at < text.Length && char.IsLetter(text[at])) at++;
            if (start == at) break;
            letters += at - start;
            Count(text[start..at], counts, scripts);
        }
        return ByScript(scripts, letters) ?? ByWords(counts, words);
    }

    private static void Count(ReadOnlySpan<char> word, Span<int> counts, Span<int> scripts)
    {
        if (word[0] > '\u0300')
            foreach (var c in word) CountScript(c, scripts);
        if (word.Length > 12 || !Table.Words.TryGetValue(Folding.Hash(word), out var languages)) return;
        for (var i = 0; languages != 0; i++, languages >>= 1)
            if ((languages & 1) != 0) counts[i]++;
    }

    private static string? ByWords(ReadOnlySpan<int> counts, int words)
    {
        var (best, second) = (0, -1);
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best]) (best, second) = (i, best);
            else if (second < 0 || counts[i] > counts[second]) second = i;
        }
        return words >= Fewest && counts[best] >= words * Share && counts[best] >= counts[second] * Lead ? Table.Codes[best] : null;
    }

    // Scripts that one language of today mostly writes in; those of several go by their words.
    private static readonly (char First, char Last, string? Code)[] Scripts =
    [
        ('\u0370', '\u03ff', "el"), ('\u0590', '\u05ff', "he"), ('\u0600', '\u06ff', null), ('\u0900', '\u097f', "hi"), ('\u0e00', '\u0e7f', "th"),
        ('\u10a0', '\u10ff', "ka"), ('\u0530', '\u058f', "hy"), ('\u3040', '\u30ff', "ja"), ('\u4e00', '\u9fff', "zh"), ('\uac00', '\ud7af', "ko"),
    ];

    private static void CountScript(char c, Span<int> scripts)
    {
        for (var i = 0; i < Scripts.Length; i++)
            if (c >= Scripts[i].First && c <= Scripts[i].Last) scripts[i]++;
    }

    private static string? ByScript(ReadOnlySpan<int> scripts, int letters)
    {
        // Japanese is written with Chinese signs too, and its own tell.
        if (letters > Fewest && scripts[7] > 0 && (scripts[7] + scripts[8]) * 2 > letters) return "ja";
        for (var i = 0; i < Scripts.Length; i++)
            if (letters > Fewest && scripts[i] * 2 > letters) return Scripts[i].Code;
        return null;
    }

    private static (string[], FrozenDictionary<ulong, uint>) Load()
    {
        using var stream = typeof(Languages).Assembly.GetManifestResourceStream("Extract.Read.stop-words.tsv")!;
        using var reader = new StreamReader(stream);
        var (codes, words) = (new List<string>(), new Dictionary<ulong, uint>());
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t');
            foreach (var word in line[(tab + 1)..].Split(' ')) words[Folding.Hash(word)] = words.GetValueOrDefault(Folding.Hash(word)) | (1u << codes.Count);
            codes.Add(line[..tab]);
        }
        return ([.. codes], words.ToFrozenDictionary());
    }
}
