using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Extract.Text;

/// <summary>
/// The one folding of the program: lower case, without diacritics, so that "Priština", "PRISTINA" and the decomposed form meet.
/// Soft hyphens, zero-width characters and combining marks fold to nothing.
/// </summary>
public static class Folding
{
    private const int TableSize = 0x2000; // all Latin, Greek, Cyrillic blocks and their extensions
    private static readonly char[] Table = BuildTable();

    /// <summary>The folded form of one code unit, or <c>'\0'</c> where it folds to nothing.</summary>
    public static char Fold(char c) => c < TableSize ? Table[c] : c is >= '\u200b' and <= '\u200f' or '\u2060' or '\ufeff' ? '\0' : c is '’' or '‘' ? '\'' : char.ToLowerInvariant(c);

    /// <summary>The folded form of a text, white space kept.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        foreach (var c in text)
            if (Fold(c) is var f and not '\0') buffer[length++] = f;
        var folded = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return folded;
    }

    /// <summary>
    /// A 64-bit hash of the folded form (FNV-1a with a final mix, Fowler, Noll and Vo). Equal for texts that fold alike; two texts that do not
    /// meet by chance once in 2^64.
    /// </summary>
    public static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = HashStart;
        foreach (var c in text)
            if (Fold(c) is var f and not '\0') hash = HashNext(hash, f);
        return HashEnd(hash);
    }

    /// <summary>The state of a hash before its first character.</summary>
    internal const ulong HashStart = 14695981039346656037UL;

    /// <summary>The state of a hash after one more folded character.</summary>
    internal static ulong HashNext(ulong hash, char folded) => (hash ^ folded) * 1099511628211UL;

    /// <summary>The hash of a state.</summary>
    internal static ulong HashEnd(ulong hash) => Mix(hash);

    /// <summary>The hashes of words that stand between single blanks.</summary>
    public static FrozenSet<ulong> HashesOf(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Split(' ').Select(word => Hash(word)).ToFrozenSet();
    }

    /// <summary>The hash of a sequence of which <paramref name="sequence"/> is the hash so far (0 for none) and <paramref name="next"/> the next word's.</summary>
    public static ulong Combine(ulong sequence, ulong next) => Mix((sequence * 0x9E3779B97F4A7C15UL) + next);

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }

    private static char[] BuildTable()
    {
        var table = new char[TableSize];
        for (var c = 0; c < TableSize; c++) table[c] = FoldSlowly((char)c);
        foreach (var (from, to) in "đdðdøołlıiħhŧtßsþtœoæaŋnĸkſs".Chunk(2).Select(pair => (pair[0], pair[1])))
        {
            table[from] = to;
            var upper = char.ToUpperInvariant(from);
            if (upper != from && upper < TableSize && upper > 127) table[upper] = to;
        }
        table['\u00ad'] = '\0';
        return table;
    }

    private static char FoldSlowly(char c)
    {
        if (c < 128) return char.ToLowerInvariant(c);
        if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) return '\0';
        if (!char.IsLetter(c)) return c;
        var decomposed = c.ToString().Normalize(NormalizationForm.FormD);
        return char.ToLowerInvariant(decomposed[0]);
    }
}
