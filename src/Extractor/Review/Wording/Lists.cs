using System.Collections.Immutable;

namespace Extract.Review.Wording;

/// <summary>Writes the words of some roles into a list of findings.</summary>
internal static class Lists
{
    /// <summary>
    /// The findings as the words say. In each role that is written, a finding whose words are wanted stays; a wanted one that stands in another role comes from there; of what is left on
    /// both sides the first becomes the first, and the rest goes or is new.
    /// </summary>
    /// <param name="findings">The list.</param>
    /// <param name="wanted">The words of each role that is written.</param>
    /// <param name="words">A finding's words.</param>
    /// <param name="make">The finding of words and a role; the third is the one that it takes the place of, or null.</param>
    /// <param name="isMoved">True where a value may not stand in two roles at once: it is then taken also from a role that is not written.</param>
    public static ImmutableArray<T> Write<T>(
        ImmutableArray<T> findings, Dictionary<string, ImmutableArray<string>> wanted, Func<T, string> words, Func<string, string, T?, T> make, bool isMoved) where T : Finding
    {
        if (wanted.Count == 0) return findings;
        if (isMoved && Twice(wanted) is { } twice) throw new InvalidDataException(Messages.InTwoColumns(twice));
        var left = wanted.ToDictionary(pair => pair.Key, pair => pair.Value.ToList(), StringComparer.Ordinal);
        var result = new T?[findings.Length];
        for (var i = 0; i < findings.Length; i++)
            if (!left.TryGetValue(findings[i].Role, out var here) || here.Remove(words(findings[i]))) result[i] = findings[i];
        Move(findings, result, left, wanted, words, isMoved);
        for (var i = 0; i < findings.Length; i++)
            if (result[i] is null && left.TryGetValue(findings[i].Role, out var here) && here.Count > 0)
            {
                result[i] = make(here[0], findings[i].Role, findings[i]);
                here.RemoveAt(0);
            }
        return [.. result.OfType<T>(), .. left.SelectMany(pair => pair.Value.Select(word => make(word, pair.Key, null)))];
    }

    private static void Move<T>(
        ImmutableArray<T> findings, T?[] result, Dictionary<string, List<string>> left, Dictionary<string, ImmutableArray<string>> wanted, Func<T, string> words, bool isMoved) where T : Finding
    {
        foreach (var (role, here) in left)
            for (var i = 0; i < findings.Length; i++)
                if (findings[i].Role != role && (result[i] is null || (isMoved && !wanted.ContainsKey(findings[i].Role))) && here.Remove(words(findings[i])))
                    result[i] = findings[i] with { Role = role, Confidence = 1, By = "review" };
    }

    private static string? Twice(Dictionary<string, ImmutableArray<string>> wanted) =>
        wanted.SelectMany(pair => pair.Value.Distinct(StringComparer.Ordinal)).GroupBy(word => word, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
}
