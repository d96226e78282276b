using System.Text.Json;
using Extract.Publish;
using Extract.Resolve;

namespace Extract.Commands.Piping;

/// <summary>The findings of one announcement as entries of one list: kind, place, words, value, by, and the role with its uncalibrated probability.</summary>
internal static class FindingsJson
{
    public static void Write(Utf8JsonWriter json, int announcement, Findings findings, string text)
    {
        foreach (var date in findings.Dates) Write(json, announcement, "date", date, () => Value(json, date.Finding));
        foreach (var city in findings.Cities) Write(json, announcement, "city", city, () => Value(json, city.Finding));
        foreach (var body in findings.Organizations) Write(json, announcement, "organization", body, () => Value(json, body.Finding));
        foreach (var topic in findings.Topics)
        {
            var place = topic.Finding.Evidence is [[var start, var end], ..] ? new TextSpan(start, end) : (TextSpan?)null;
            Label(json, announcement, "topic", place, text, topic.Finding.Label, topic.Finding.By, topic.Probability);
        }
        var type = findings.EventType;
        Label(json, announcement, "eventType", null, text, type.Finding.Label, type.Finding.By, type.Probability);
    }

    private static void Write<T>(Utf8JsonWriter json, int announcement, string kind, Candidate<T> candidate, Action value) where T : Finding
    {
        var finding = candidate.Finding;
        PipeJson.Start(json, kind, finding.Start, finding.End, finding.Text);
        json.WriteStartObject("value");
        value();
        json.WriteEndObject();
        json.WriteString("role", finding.Role);
        End(json, finding.By, announcement, candidate.Probability);
    }

    private static void Label(Utf8JsonWriter json, int announcement, string kind, TextSpan? place, string text, string label, string by, double probability)
    {
        PipeJson.Start(json, kind, place?.Start, place?.End, place?.Of(text));
        json.WriteString("value", label);
        End(json, by, announcement, probability);
    }

    private static void End(Utf8JsonWriter json, string by, int announcement, double probability)
    {
        json.WriteString("by", by);
        json.WriteNumber("announcement", announcement);
        json.WriteNumber("probability", Math.Round(probability, 4));
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, DateFinding date)
    {
        json.WriteString("from", Iso.Day(date.From));
        json.WriteString("to", Iso.Day(date.To));
        json.WriteString("fromTime", Iso.Clock(date.FromTime));
        json.WriteString("toTime", Iso.Clock(date.ToTime));
        json.WriteString("timeZone", date.TimeZone);
        json.WriteBoolean("yearInferred", date.YearInferred);
    }

    private static void Value(Utf8JsonWriter json, CityFinding city)
    {
        json.WriteString("name", city.Name);
        json.WriteString("country", city.Country);
        json.WriteString("region", city.Region);
        PipeJson.Number(json, "geonameId", city.GeonameId);
    }

    private static void Value(Utf8JsonWriter json, OrganizationFinding body)
    {
        json.WriteString("name", body.Name);
        json.WriteString("acronym", body.Acronym);
        json.WriteString("id", body.Id);
    }
}
