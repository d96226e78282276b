using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Extract.Learn.Judging;

/// <summary>The figures for machines, under the names that <c>score.py --json</c> gives them.</summary>
public static class ScoresJson
{
    /// <summary>One line of JSON; <paramref name="more"/> writes further properties.</summary>
    public static string ToJson(Scores scores, Action<Utf8JsonWriter>? more = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            Write(json, scores);
            more?.Invoke(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Scores scores)
    {
        foreach (var (field, counts) in scores.Fields) Write(json, field, counts);
        Write(json, "topics macro-F1", scores.TopicsMacroF1);
        foreach (var (field, accuracy) in scores.RoleAccuracy) Write(json, $"{field} role accuracy", accuracy);
        Write(json, "event type accuracy", scores.EventTypeAccuracy);
        Write(json, "when+where", scores.WhenAndWhere);
        Write(json, "when+where 95 %", scores.WhenAndWhereInterval);
        Write(json, "event type accuracy 95 %", scores.EventTypeInterval);
        foreach (var (field, interval) in scores.Intervals) Write(json, $"{field} F1 95 %", interval);
        json.WriteNumber("negatives", scores.Negatives);
        json.WriteNumber("negative pages with a record", scores.NegativeDocuments);
        json.WriteNumber("documents without a record", scores.Missing);
        if (scores.Calibration.Count > 0) Write(json, scores.Calibration);
        if (scores.Accepted is { } accepted) Write(json, accepted);
    }

    private static void Write(Utf8JsonWriter json, string name, Counts counts)
    {
        json.WriteStartObject(name);
        Write(json, "P", counts.Precision);
        Write(json, "R", counts.Recall);
        Write(json, "F1", counts.F1);
        json.WriteNumber("tp", counts.Hits);
        json.WriteNumber("fp", counts.False);
        json.WriteNumber("fn", counts.Missed);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, Calibration>> rows)
    {
        json.WriteStartObject("calibration");
        foreach (var (field, calibration) in rows)
        {
            json.WriteStartObject(field);
            Write(json, "ECE", calibration.Error);
            Write(json, "brier", calibration.Brier);
            Write(json, "brierOfBaseRate", calibration.BrierOfBaseRate);
            json.WriteNumber("n", calibration.Count);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AcceptedShare accepted)
    {
        json.WriteStartObject("accepted");
        Write(json, "share", accepted.Share);
        Write(json, "right", accepted.Right);
        json.WriteNumber("n", accepted.Count);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Interval interval)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(Math.Round(interval.Low, 3));
        json.WriteNumberValue(Math.Round(interval.High, 3));
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, double figure) => json.WriteNumber(name, Math.Round(figure, 3));
}
