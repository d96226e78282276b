namespace Extract.Run;

/// <summary>Plain lines, one every ten seconds: for logs and pipes.</summary>
internal sealed class LineProgress(TextWriter talk, TimeProvider time) : IProgress
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _last;
    private int _known, _done, _failed;
    private long _bytes;

    public void Known(int inputs) => _known = inputs;

    public void Done(Outcome outcome, long bytes)
    {
        _done++;
        _bytes += bytes;
        if (outcome == Outcome.Failed) _failed++;
        var elapsed = time.GetElapsedTime(_start);
        if (elapsed - _last < Every) return;
        _last = elapsed;
        talk.WriteLine(Messages.Line(Messages.Progress(_done, _known, _failed, _bytes / 1e6 / elapsed.TotalSeconds)));
    }

    public void Dispose()
    {
    }
}
