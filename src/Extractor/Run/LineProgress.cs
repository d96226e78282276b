namespace Extract.Run;

/// <summary>Plain lines, one every ten seconds and one for each stage that takes long: for logs and pipes.</summary>
internal sealed class LineProgress(TextWriter talk, TimeProvider time) : IProgress
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _last;

    public void Show(Headway headway)
    {
        var elapsed = time.GetElapsedTime(_start);
        if (elapsed - _last < Every) return;
        _last = elapsed;
        talk.WriteLine(Messages.Line(Messages.Progress(headway)));
    }

    public void Dispose()
    {
    }
}
