namespace Extract.Review.Index;

/// <summary>Whether two readers of a record decided alike, field by field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Agree">Both say the same of it.</param>
internal readonly record struct FieldAgreement(string Field, bool Agree);

/// <summary>How two readings compare.</summary>
internal static class Agreement
{
    /// <summary>The fields that are compared, in the order of the page.</summary>
    public static readonly string[] Fields = ["announcement", "title", "type", "status", "event dates", "deadlines", "venues", "organizers", "topics"];

    /// <summary>Each field of two decisions on one record. Where one says that it announces nothing, only that is compared.</summary>
    public static IEnumerable<FieldAgreement> Of(Decision one, Decision other)
    {
        var (first, second) = (one.Decided(), other.Decided());
        yield return new("announcement", one.Status == other.Status);
        if (one.Status != DecisionStatus.Reviewed || other.Status != DecisionStatus.Reviewed) yield break;
        foreach (var field in Fields.Skip(1)) yield return new(field, Values(first, field).SetEquals(Values(second, field)));
    }

    /// <summary>The decisions by which two people read a record, each without the other; null where there are no two.</summary>
    public static (Decision One, Decision Other)? Pair(Decisions decisions, string record)
    {
        var readings = Stand.Readings(Stand.Live(decisions, record));
        if (readings.FirstOrDefault(reading => reading.By != readings[0].By) is not { } second) return null;
        return (readings.Last(reading => reading.By == readings[0].By && readings.IndexOf(reading) < readings.IndexOf(second)), second);
    }

    // What a field says, whatever words it says it by.
    private static HashSet<string> Values(Record record, string field) => field switch
    {
        "title" => [record.Title.Trim()],
        "type" => [record.EventType.Label],
        "status" => [record.EventStatus],
        "event dates" => Dates(record, "event"),
        "deadlines" => Dates(record, "deadline"),
        "venues" => [.. record.Cities.Where(city => city.Role == "venue").Select(city => $"{city.Name}, {city.Country}")],
        "organizers" => [.. record.Organizations.Where(body => body.Role is "organizer" or "co-organizer" or "host").Select(body => body.Name)],
        _ => [.. record.Topics.Select(topic => topic.Label)],
    };

    private static HashSet<string> Dates(Record record, string role) => [.. record.Dates.Where(date => date.Role == role).Select(date => $"{date.From:O}/{date.To:O}")];
}
