using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Learn;

/// <summary>
/// Partitions gold so that no source stands on both sides: sources by number of announcements descending, then by name, each into the smallest
/// fold so far (the first among equals).
/// </summary>
public static class Folds
{
    private const int InnerFolds = 4;

    /// <summary>For each document its fold, 0 to <paramref name="count"/> exclusive.</summary>
    public static ImmutableArray<int> Of(IReadOnlyList<GoldDocument> gold, int count)
    {
        ArgumentNullException.ThrowIfNull(gold);
        var sizes = new int[count];
        var folds = new Dictionary<string, int>(StringComparer.Ordinal);
        var origins = gold.GroupBy(document => document.Origin, StringComparer.Ordinal)
            .Select(group => (Name: group.Key, Size: group.Sum(document => document.Announcements.Length)));
        foreach (var (name, size) in origins.OrderByDescending(origin => origin.Size).ThenBy(origin => origin.Name, StringComparer.Ordinal))
        {
            var smallest = Array.IndexOf(sizes, sizes.Min());
            folds[name] = smallest;
            sizes[smallest] += size;
        }
        return [.. gold.Select(document => folds[document.Origin])];
    }

    /// <summary>
    /// What is said of items by what was learned from the other sources: for each of four folds in turn <paramref name="judge"/> is given the rest to learn from and the
    /// items that were held out. The answers come fold by fold.
    /// </summary>
    internal static ImmutableArray<TAnswer> Unseen<T, TAnswer>(IReadOnlyList<T> items, Func<T, GoldDocument> goldOf, Func<ImmutableArray<T>, ImmutableArray<T>, IEnumerable<TAnswer>> judge)
    {
        var folds = Of([.. items.Select(goldOf)], InnerFolds);
        return [.. Enumerable.Range(0, InnerFolds).SelectMany(fold => judge([.. items.Where((_, i) => folds[i] != fold)], [.. items.Where((_, i) => folds[i] == fold)]))];
    }

    /// <summary>
    /// A part of some pages, for a learning curve: the given percentage of them, the same for the same pages in any order, and of two parts the smaller is in the larger.
    /// </summary>
    public static ImmutableArray<LabelledPage> Part(IReadOnlyCollection<LabelledPage> pages, int percent)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var drawn = pages.OrderBy(page => Folding.Hash(page.Gold.Id)).Take(Math.Max(1, pages.Count * percent / 100)).ToHashSet();
        return [.. pages.Where(drawn.Contains)];
    }
}
