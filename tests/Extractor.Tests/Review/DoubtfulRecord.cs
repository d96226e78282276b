namespace Extract.Tests.Review;

/// <summary>The small announcement on which the tests of the review page decide: one day whose year is asked for, one venue.</summary>
internal static class DoubtfulRecord
{
    /// <summary>A record of that id and status.</summary>
    public static Record Of(string id, string status = "needs-review") => new()
    {
        Id = id,
        Source = new() { Id = "page", Sha256 = "00" },
        Start = 0,
        End = 26,
        Title = "Open day",
        Text = "Open day on 3 May in Lyon.",
        EventType = new("festival", 0.6, "test"),
        Dates = [new() { Text = "3 May", Start = 12, End = 17, From = new(2024, 5, 3), To = new(2024, 5, 3), Role = "event", YearInferred = true, Confidence = 0.6, By = "test" }],
        Cities = [new() { Text = "Lyon", Start = 21, End = 25, Name = "Lyon", Country = "FR", GeonameId = 2996944, Role = "venue", Confidence = 0.9, By = "test" }],
        Confidence = 0.5,
        Status = status,
        Questions = [new("/dates/0/from", "Is the year 2024?", ["2024", "2025"])],
        MadeBy = new("1.0.0", "test"),
    };
}

/// <summary>A clock that stands.</summary>
internal sealed class FixedTime : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);
}
