using System.Collections.Concurrent;

namespace Extract.Tests.Fetch;

/// <summary>A clock on which every wait is over at once and noted down; only the waits of a given length (the timeout of an attempt) never are.</summary>
internal sealed class QuickClock(DateTimeOffset now, TimeSpan never) : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private DateTimeOffset _now = now;

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == never || dueTime == Timeout.InfiniteTimeSpan) return new Idle();
        Waits.Enqueue(dueTime);
        _now += dueTime;
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Idle();
    }

    private sealed class Idle : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
