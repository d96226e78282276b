using System.Collections.Immutable;
using Extract.Resolve;
using Extract.Trained;

namespace Extract.Score;

/// <summary>
/// What the whole of an announcement says of each of its parts: one that has no sure date, no venue and no clear type, or that lies before its page,
/// may be none at all, and then nothing of it is right.
/// </summary>
internal static class WholeFeatures
{
    private static readonly Feature SplitLogOdds = new("split-log-odds");
    private static readonly Feature Length = new("length");
    private static readonly Feature BestDate = new("best-event-date");
    private static readonly Feature BestVenue = new("best-venue");
    private static readonly Feature Has = new("has");
    private static readonly Feature Type = new("type-log-odds");
    private static readonly Feature Topic = new("topic-log-odds");
    private static readonly Feature Event = new("event-and-publication");

    /// <summary>Adds them to <paramref name="features"/>.</summary>
    public static void Write(Findings findings, FeatureVector features)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var (date, venue) = (Best(findings.Dates, "event"), Best(findings.Cities, "venue"));
        features.Add(SplitLogOdds, LogOdds.Bounded(findings.Announcement.Confidence));
        features.AddCount(Length, System.Numerics.BitOperations.Log2((uint)findings.Announcement.Span.Length), 13);
        if (date is { } sureDate) features.Add(BestDate, LogOdds.Bounded(sureDate.Probability));
        if (venue is { } sureVenue) features.Add(BestVenue, LogOdds.Bounded(sureVenue.Probability));
        features.Add(Has, (date, venue) switch { (null, null) => "neither", (null, _) => "venue", (_, null) => "date", _ => "both" });
        features.Add(Type, LogOdds.Bounded(findings.EventType.Probability));
        if (!findings.Topics.IsEmpty) features.Add(Topic, LogOdds.Bounded(findings.Topics.Max(topic => topic.Probability)));
        features.Add(Event, date is null ? "none" : Ahead(date.Finding, findings.Published));
    }

    /// <summary>How far after the page's publication a date lies, in words.</summary>
    public static string Ahead(DateFinding date, DateOnly? published) => (date.From ?? date.To, published) is ({ } from, { } day)
        ? (from.DayNumber - day.DayNumber) switch { < -30 => "long-before", < 0 => "before", 0 => "same-day", < 15 => "days", < 100 => "weeks", < 400 => "months", _ => "far" }
        : "unknown";

    private static Candidate<T>? Best<T>(ImmutableArray<Candidate<T>> candidates, string role) where T : Finding =>
        candidates.Where(candidate => candidate.Finding.Role == role).MaxBy(candidate => candidate.Probability);
}
