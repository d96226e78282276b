using System.Collections.Immutable;

namespace Extract.Learn;

/// <summary>
/// Partitions gold so that no source stands on both sides: sources by number of announcements descending, then by name, each into the smallest
/// fold so far (the first among equals).
/// </summary>
public static class Folds
{
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
}
