namespace Extract.Learn.Judging;

/// <summary>The folded words of a text, each with how often it stands there.</summary>
public sealed class WordBag
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly int _total;

    /// <summary>The words of a text; none for null.</summary>
    public WordBag(string? text)
    {
        foreach (var word in FoldedWords.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            _counts[word] = _counts.GetValueOrDefault(word) + 1;
            _total++;
        }
    }

    /// <summary>The share of words in common among all words of the two (Jaccard); 0 where there are none.</summary>
    public double Overlap(WordBag other)
    {
        var common = Common(other);
        return common == 0 ? 0 : (double)common / (_total + other._total - common);
    }

    /// <summary>The harmonic mean of the shares that the common words have of each.</summary>
    public double F1(WordBag other)
    {
        var common = Common(other);
        return common == 0 ? 0 : 2.0 * common / (_total + other._total);
    }

    private int Common(WordBag other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _counts.Sum(word => Math.Min(word.Value, other._counts.GetValueOrDefault(word.Key)));
    }
}
