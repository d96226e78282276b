using System.Buffers;
using System.Collections.Frozen;
using Extract.Text;

namespace Extract.Read;

/// <summary>
/// Tells the language of a text by its small words (<c>stop-words.tsv</c>), or by its script; capitals and missing accents do not matter. Says nothing rather
/// than something doubtful: a text that may be English is never called another.
/// </summary>
internal static class Languages
{
    // Words looked at: more of them change no answer.
    private const int Sample = 1500;
    private const int Checked = 256;
    private const int Fewest = 8;
    private const int FewestLetters = 20;
    private const double Share = 0.1;

    // Evidence for a language: different words that are its own, one that two share counting half. "9 am, 10 am, 11 am" is one.
    private const double Evidence = 3;

    // Different small words of other languages that make a text foreign where it has none that English has.
    private const int ForeignWords = 5;
    private const double ForeignShare = 0.3;

    // How far it must lead: a neighbour (Danish and Norwegian) is near by nature, English is what must not be lost.
    private const double Lead = 1.2;
    private const double LeadOverEnglish = 2;

    // What one word counts for, shared by the languages that have it; a number that most counts of languages divide.
    private const int Word = 840;

    private static readonly (string[] Codes, FrozenDictionary<ulong, (ulong Languages, int Number)> Words) Table = Load();
    private static readonly int English = Table.Codes.IndexOf("en");

    /// <summary>What is said of a text in Cyrillic letters whose language cannot be told (BCP 47): no English, and no more is known.</summary>
    public const string Cyrillic = "und-Cyrl";

    private static readonly FrozenSet<string> OfCyrillic = FrozenSet.Create("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk");

    /// <summary>What is known of a text's language by its words, and where they leave it open, by what is declared.</summary>
    public static string? Known(string? told, string? declared) => told is null || (told == Cyrillic && declared is not null && OfCyrillic.Contains(declared)) ? declared : told;

    /// <summary>The ISO 639-1 code, <see cref="Cyrillic"/>, or null where it cannot be told.</summary>
    public static string? Detect(ReadOnlySpan<char> text)
    {
        Span<int> points = stackalloc int[Table.Codes.Length];
        Span<int> different = stackalloc int[Table.Codes.Length];
        Span<int> scripts = stackalloc int[Scripts.Length];
        Span<bool> seen = stackalloc bool[Table.Words.Count];
        var (words, letters, cyrillic, foreign, spoken) = (0, 0, 0, 0, 0);
        for (var at = 0; at < text.Length && words < Sample; words++)
        {
            while (at < text.Length && !char.IsLetter(text[at])) at++;
            var start = at;
            while (at < text.Length && char.IsLetter(text[at])) at++;
            if (start == at) break;
            letters += at - start;
            if (text[start] > '\u0300') CountScripts(text[start..at], scripts);
            if (text[start] is >= '\u0400' and <= '\u04ff') cyrillic += at - start;
            if (at - start > 12 || !Table.Words.TryGetValue(Folding.Hash(text[start..at]), out var word)) continue;
            Add(word.Languages, points);
            if (!seen[word.Number]) Add(word.Languages, different);
            if ((word.Languages & (1UL << English)) == 0) (foreign, spoken) = (foreign + (seen[word.Number] ? 0 : 1), spoken + 1);
            seen[word.Number] = true;
            if (words % Checked == Checked - 1 && IsPlainlyEnglish(points, different, words)) return Table.Codes[English];
        }
        return ByScript(scripts, letters, text) ?? ByWords(points, different, words) ?? NotEnglish(points, words, spoken >= words * ForeignShare && foreign >= ForeignWords, cyrillic * 2 > letters && letters > FewestLetters);
    }

    // So plain that what follows changes no answer but into one that drops the English there.
    private static bool IsPlainlyEnglish(ReadOnlySpan<int> points, ReadOnlySpan<int> different, int words)
    {
        if (points[English] < words * Share * Word || different[English] < Evidence * 2 * Word) return false;
        for (var i = 0; i < points.Length; i++)
            if (i != English && points[i] * Lead * LeadOverEnglish > points[English]) return false;
        return true;
    }

    // Which of its neighbours a short text is in may not be told (Spanish and Portuguese), while it is plain that it is none in English.
    private static string? NotEnglish(ReadOnlySpan<int> points, int words, bool foreign, bool cyrillic)
    {
        if (cyrillic) return Cyrillic;
        var best = 0;
        for (var i = 1; i < points.Length; i++)
            if (points[i] > points[best]) best = i;
        return words >= Fewest && foreign && best != English && points[English] == 0 ? Table.Codes[best] : null;
    }

    private static void Add(ulong languages, Span<int> points)
    {
        var share = Word / System.Numerics.BitOperations.PopCount(languages);
        for (; languages != 0; languages &= languages - 1) points[System.Numerics.BitOperations.TrailingZeroCount(languages)] += share;
    }

    private static string? ByWords(ReadOnlySpan<int> points, ReadOnlySpan<int> different, int words)
    {
        var (best, second) = (0, -1);
        for (var i = 1; i < points.Length; i++)
        {
            if (points[i] > points[best]) (best, second) = (i, best);
            else if (second < 0 || points[i] > points[second]) second = i;
        }
        // Half does for English: its words are everybody's, and nothing is lost by it.
        var part = best == English ? Word * 0.5 : Word;
        if (words < Fewest || different[best] < Evidence * part || points[best] < words * Share * part || points[best] < points[second] * Lead) return null;
        return best == English || points[best] >= points[English] * LeadOverEnglish ? Table.Codes[best] : null;
    }

    // Scripts that one language of today mostly writes in; those of several go by their words or by letters that one alone has.
    private static readonly (char First, char Last, string? Code)[] Scripts =
    [
        ('\u0370', '\u03ff', "el"), ('\u0590', '\u05ff', "he"), ('\u0600', '\u06ff', "ar"), ('\u0900', '\u097f', "hi"), ('\u0e00', '\u0e7f', "th"),
        ('\u10a0', '\u10ff', "ka"), ('\u0530', '\u058f', "hy"), ('\u3040', '\u30ff', "ja"), ('\u4e00', '\u9fff', "zh"), ('\uac00', '\ud7af', "ko"),
    ];

    private const int Arabic = 2, Kana = 7, Han = 8;

    private static void CountScripts(ReadOnlySpan<char> word, Span<int> scripts)
    {
        foreach (var c in word)
            for (var i = 0; i < Scripts.Length; i++)
                if (c >= Scripts[i].First && c <= Scripts[i].Last) scripts[i]++;
    }

    private static string? ByScript(ReadOnlySpan<int> scripts, int letters, ReadOnlySpan<char> text)
    {
        if (letters <= FewestLetters) return null;
        // Japanese is written with Chinese signs too, and its own tell.
        if (scripts[Kana] > 0 && (scripts[Kana] + scripts[Han]) * 2 > letters) return "ja";
        if (scripts[Arabic] * 2 > letters) return InArabicLetters(text);
        for (var i = 0; i < Scripts.Length; i++)
            if (scripts[i] * 2 > letters) return Scripts[i].Code;
        return null;
    }

    // Letters that are Urdu's own, and such as Persian has and Arabic has not.
    private static readonly SearchValues<char> UrduLetters = SearchValues.Create("ٹڈڑںے"), PersianLetters = SearchValues.Create("پچژگکی");

    private static string InArabicLetters(ReadOnlySpan<char> text) =>
        text.ContainsAny(UrduLetters) ? "ur" : text.ContainsAny(PersianLetters) ? "fa" : "ar";

    private static (string[], FrozenDictionary<ulong, (ulong, int)>) Load()
    {
        using var stream = typeof(Languages).Assembly.GetManifestResourceStream("Extract.Read.stop-words.tsv")!;
        using var reader = new StreamReader(stream);
        var (codes, words) = (new List<string>(), new Dictionary<ulong, ulong>());
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t');
            // Two spellings that fold alike are one word of the language.
            foreach (var word in line[(tab + 1)..].Split(' ')) words[Folding.Hash(word)] = words.GetValueOrDefault(Folding.Hash(word)) | (1UL << codes.Count);
            codes.Add(line[..tab]);
        }
        return ([.. codes], words.Index().ToFrozenDictionary(pair => pair.Item.Key, pair => (pair.Item.Value, pair.Index)));
    }
}
