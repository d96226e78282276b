using System.Globalization;
using System.Text;
using Extract.Learn.Judging;

namespace Extract.Commands.Evaluating;

/// <summary>The figures for people: what each is, its interval, and how it compares with another build's.</summary>
internal static class ScoresTable
{
    /// <summary>The table; <paramref name="other"/> are the figures of another build, shown as the change from them.</summary>
    public static string Of(Scores scores, Scores? other = null)
    {
        var table = new StringBuilder();
        Line(table, $"{"",-24}{"precision",9}{"recall",8}{"F1",8}  {"95 %",-13}{"right",6}{"false",7}{"missed",8}{(other is null ? "" : "  change")}  what is right");
        foreach (var (field, counts) in scores.Fields) Line(table, Row(field, counts, scores, other));
        table.Append('\n');
        AddShares(table, scores, other);
        AddCounts(table, scores);
        if (scores.Calibration.Count > 0) AddCalibration(table, scores);
        return table.ToString();
    }

    private static FormattableString Row(string field, Counts counts, Scores scores, Scores? other)
    {
        var interval = scores.Intervals.TryGetValue(field, out var found) ? Show(found) : "";
        var change = other is null ? "" : string.Create(CultureInfo.InvariantCulture, $"  {counts.F1 - other.F1(field),6:+0.000;-0.000;0}");
        return $"{field,-24}{counts.Precision,9:0.000}{counts.Recall,8:0.000}{counts.F1,8:0.000}  {interval,-13}{counts.Hits,6}{counts.False,7}{counts.Missed,8}{change}  {Meaning(field)}";
    }

    private static void AddShares(StringBuilder table, Scores scores, Scores? other)
    {
        Share(table, "event type accuracy", scores.EventTypeAccuracy, scores.EventTypeInterval, other?.EventTypeAccuracy, "of labelled announcements, with the right type");
        Share(table, "when and where", scores.WhenAndWhere, scores.WhenAndWhereInterval, other?.WhenAndWhere, "of labelled announcements, with exactly the right event dates and venues");
        Share(table, "topics macro-F1", scores.TopicsMacroF1, null, other?.TopicsMacroF1, "mean F1 over the topics that gold has");
        foreach (var (field, accuracy) in scores.RoleAccuracy) Share(table, $"{field} roles", accuracy, null, other?.RoleAccuracy.First(row => row.Key == field).Value, "of those found, with the right role");
        if (scores.Accepted is not { } accepted) return;
        Share(table, "accepted", accepted.Share, null, other?.Accepted?.Share, "of the records, without a person");
        Share(table, "right among accepted", accepted.Right, null, other?.Accepted?.Right, string.Create(CultureInfo.InvariantCulture, $"of these {accepted.Count}, when and where"));
    }

    private static void Share(StringBuilder table, string name, double share, Interval? interval, double? other, string meaning)
    {
        var change = other is { } before ? string.Create(CultureInfo.InvariantCulture, $"  {share - before,6:+0.000;-0.000;0}") : "";
        Line(table, $"{name,-24}{share,25:0.000}  {(interval is { } found ? Show(found) : ""),-13}{change}  {meaning}");
    }

    private static void AddCounts(StringBuilder table, Scores scores)
    {
        Line(table, $"\n{scores.Negatives} records of {scores.NegativeDocuments} documents that announce nothing; {scores.Missing} documents announce something and have no record.");
    }

    private static void AddCalibration(StringBuilder table, Scores scores)
    {
        Line(table, $"\n{"probabilities",-24}{"ECE",9}{"Brier",8}{"of base",9}{"gain",8}{"count",8}  ECE: mean distance from what came true; gain: Brier score better than always saying the base rate");
        foreach (var (field, row) in scores.Calibration)
        {
            Line(table, $"{field,-24}{row.Error,9:0.000}{row.Brier,8:0.000}{row.BrierOfBaseRate,9:0.000}{row.Gain,8:0%}{row.Count,8}");
        }
    }

    /// <summary>What of a field is right.</summary>
    public static string Meaning(string field) => field switch
    {
        Fields.Announcements => "half of the words and more in common",
        Fields.Titles => "0.8 of the words in common",
        Fields.Dates => "first and last day",
        Fields.EventDates => "first and last day of the event",
        Fields.InferredYearDates => "the same, where the words say no year",
        Fields.Cities => "city and country",
        Fields.Venues => "city and country where it takes place",
        Fields.Organizations => "name, acronym or place",
        Fields.Organizers => "who organizes, co-organizes or hosts",
        Fields.Topics => "each label",
        Fields.CommonTopics => "each label that gold has 8 times or more",
        _ => "",
    };

    private static string Show(Interval interval) => string.Create(CultureInfo.InvariantCulture, $"{interval.Low:0.000}–{interval.High:0.000}");

    private static void Line(StringBuilder table, FormattableString line) => table.Append(FormattableString.Invariant(line).TrimEnd()).Append('\n');
}
