using System.Text.Json.Nodes;
using Extract.Review.Index;

namespace Extract.Review.Serving;

/// <summary>How fast a reviewer goes today. A gap of more than five minutes is a pause and does not count.</summary>
internal sealed class Pace(DecisionLog log, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Decisions today, the seconds that each takes in the median, and the seconds that what is left takes so.</summary>
    public JsonObject Of(string? reviewer, long left)
    {
        var now = time.GetLocalNow();
        var times = reviewer is null ? [] : log.Times(reviewer, new DateTimeOffset(now.Date, now.Offset));
        var gaps = times.Zip(times.Skip(1), (one, next) => next - one).Where(gap => gap <= Longest.TotalMilliseconds).Order().ToArray();
        double? each = gaps.Length == 0 ? null : Math.Round(gaps[gaps.Length / 2] / 1000d, 1);
        return new() { ["today"] = times.Count, ["secondsEach"] = each, ["secondsLeft"] = each is { } seconds ? Math.Round(seconds * left) : null };
    }
}
