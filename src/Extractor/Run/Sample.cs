using System.Runtime.CompilerServices;
using Extract.Fetch;

namespace Extract.Run;

/// <summary>
/// N documents spread over all sources, and within archives too: the sources in turn, each evenly over its documents. The same inputs give the same sample. Documents are listed
/// twice, first to be counted: a large archive is never held in memory.
/// </summary>
internal static class Sample
{
    public static async IAsyncEnumerable<Input> Of(Fetcher fetcher, int count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await foreach (var input in fetcher.InputsAsync(cancellation, keep: true))
            if (MayBeDocument(input)) counts[input.Origin] = counts.GetValueOrDefault(input.Origin) + 1;
        var shares = Shares(counts, count);
        var seen = counts.Keys.ToDictionary(origin => origin, _ => 0, StringComparer.Ordinal);
        await foreach (var input in fetcher.InputsAsync(cancellation))
        {
            // What came into being between the two is none of the sample.
            if (!MayBeDocument(input) || !seen.TryGetValue(input.Origin, out var at)) continue;
            seen[input.Origin] = at + 1;
            if (IsTaken(at, counts[input.Origin], shares[input.Origin])) yield return input;
        }
    }

    // Pictures in an archive, requests in a web archive: a sample of them shows nothing.
    private static bool MayBeDocument(Input input) => input.Held?.Dropped is null;

    // The first of each of so many equal parts.
    private static bool IsTaken(int at, int count, int share)
    {
        var part = (int)(((long)at * share + count - 1) / count);
        return part < share && (int)((long)part * count / share) == at;
    }

    // One more for each source in turn, until all have given what they have or the count is reached.
    private static Dictionary<string, int> Shares(SortedDictionary<string, int> counts, int count)
    {
        var shares = counts.Keys.ToDictionary(origin => origin, _ => 0, StringComparer.Ordinal);
        for (var left = Math.Min(count, counts.Values.Sum(value => (long)value)); left > 0;)
            foreach (var (origin, has) in counts)
                if (left > 0 && shares[origin] < has)
                {
                    shares[origin]++;
                    left--;
                }
        return shares;
    }
}
