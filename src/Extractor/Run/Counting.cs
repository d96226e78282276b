using Extract.Fetch;

namespace Extract.Run;

/// <summary>
/// How many documents there will be, counted beside the work, so that the time left can be told: inputs are listed no faster than they are worked off, and none is
/// held in memory.
/// </summary>
internal static class Counting
{
    /// <summary>The number; null where a source is on the web (it is fetched once only), or counting fails: the work will say why.</summary>
    public static Task<int?> Of(FetchSettings settings, Func<FetchSettings, Fetcher> fetcher, CancellationToken cancellation) =>
        settings.Sources.Any(WebClient.IsWeb) ? Task.FromResult<int?>(null) : Task.Run(() => CountAsync(settings, fetcher, cancellation), CancellationToken.None);

    // One source at a time: what two sources both name is counted twice, which only makes the run a little shorter than it was said to be.
    private static async Task<int?> CountAsync(FetchSettings settings, Func<FetchSettings, Fetcher> fetcher, CancellationToken cancellation)
    {
        var count = 0;
        try
        {
            foreach (var source in settings.Sources)
            {
                using var one = fetcher(settings with { Sources = [source] });
                await foreach (var _ in one.InputsAsync(cancellation)) count++;
            }
            return count;
        }
#pragma warning disable CA1031 // A count that nobody has is no fault of the run.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
