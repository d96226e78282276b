namespace Extract.Tests.Review;

/// <summary>A clock that a test moves on, in UTC, some hours from midnight.</summary>
internal sealed class MovingTime : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _now;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Moves it on.</summary>
    public void Advance(TimeSpan by) => _now += by;
}
