using Extract.Fetch;

namespace Extract.Run;

/// <summary>
/// How many documents there will be, told from how much of the sources is listed: only their sizes are looked at beside the work, so that no archive is opened twice. It comes nearer to the truth the
/// more is listed, and is it when all is.
/// </summary>
/// <param name="fetcher">Who lists.</param>
/// <param name="size">The size of all sources, when it is known; null where one is on the web.</param>
internal sealed class Counting(Fetcher fetcher, Task<long?> size)
{
    /// <summary>Of the sources of a fetcher.</summary>
    public static Counting Of(Fetcher fetcher, CancellationToken cancellation) => new(fetcher, Task.Run(() => Size(fetcher, cancellation), CancellationToken.None));

    /// <summary>The number where so many are listed; null while nobody can say.</summary>
    public int? Of(int listed) => Of(listed, size.IsCompletedSuccessfully ? size.Result : null, fetcher.BytesListed);

    /// <summary>As many as there will be if the rest holds as many for its size as what is listed.</summary>
    internal static int? Of(int listed, long? size, long bytesListed) =>
        listed > 0 && bytesListed > 0 && size >= bytesListed ? (int)Math.Min(int.MaxValue, Math.Round((double)listed * size.Value / bytesListed)) : null;

    private static long? Size(Fetcher fetcher, CancellationToken cancellation)
    {
        try
        {
            return fetcher.Size(cancellation);
        }
#pragma warning disable CA1031 // A count that nobody has is no fault of the run.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
