using Extract.Fetch;

namespace Extract.Run;

/// <summary>N documents spread over all sources: the sources in turn, each evenly over its inputs. The same inputs give the same sample.</summary>
internal static class Sample
{
    public static async IAsyncEnumerable<Input> Of(IAsyncEnumerable<Input> inputs, int count)
    {
        var groups = new SortedDictionary<string, List<Input>>(StringComparer.Ordinal);
        await foreach (var input in inputs)
        {
            if (!groups.TryGetValue(input.Origin, out var group)) groups[input.Origin] = group = [];
            group.Add(input);
        }
        foreach (var (group, share) in Shares([.. groups.Values], count))
            for (var i = 0; i < share; i++) yield return group[(int)((long)i * group.Count / share)];
    }

    // One more for each source in turn, until all have given what they have or the count is reached.
    private static IEnumerable<(List<Input> Group, int Share)> Shares(List<List<Input>> groups, int count)
    {
        var shares = new int[groups.Count];
        for (var left = Math.Min(count, groups.Sum(group => group.Count)); left > 0;)
            for (var i = 0; i < groups.Count && left > 0; i++)
                if (shares[i] < groups[i].Count)
                {
                    shares[i]++;
                    left--;
                }
        return groups.Select((group, i) => (group, shares[i]));
    }
}
