using System.Globalization;
using System.Text.Json;
using Extract.Publish;
using Extract.Resolve.Dates;

namespace Extract.Commands.Piping;

/// <summary>The value of a mention as JSON: what the words say, no more. Parts of a date that the words leave out are <c>X</c>: <c>XXXX-06-28</c>.</summary>
internal static class ValueJson
{
    /// <summary>Writes a value; relative words are counted from <paramref name="published"/> where it is known.</summary>
    public static void Write(Utf8JsonWriter json, MentionValue? value, DateOnly? published)
    {
        switch (value)
        {
            case DateValue date: Write(json, date, published); break;
            case PlaceValue place: Write(json, place); break;
            case OrganizationValue body: Write(json, body); break;
            case LabelValue label: json.WriteString("value", label.Label); break;
            default: json.WriteNull("value"); break;
        }
    }

    private static void Write(Utf8JsonWriter json, DateValue date, DateOnly? published)
    {
        var counted = date.Relative != RelativeKind.None && published is { } day ? RelativeDays.Count(day, date, () => false) : null;
        var (from, to) = counted is var (first, last) ? (PartialDate.Of(first), PartialDate.Of(last)) : (date.From, date.To);
        json.WriteStartObject("value");
        json.WriteString("from", date.OpenStart ? null : Day(from));
        json.WriteString("to", date.OpenEnd ? null : Day(to));
        json.WriteString("fromTime", Iso.Clock(date.FromTime));
        json.WriteString("toTime", Iso.Clock(date.ToTime));
        json.WriteString("timeZone", date.TimeZone);
        json.WriteString("recurrence", date.Recurrence);
        json.WriteString("relative", date.Relative == RelativeKind.None ? null : string.Create(CultureInfo.InvariantCulture, $"{date.Relative} {date.Offset:+0;-0;0}"));
        json.WriteString("impossible", date.Impossible);
        WriteSpan(json, "clock", date.Clock);
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, string name, TextSpan? span)
    {
        if (span is not { } words) { json.WriteNull(name); return; }
        json.WriteStartArray(name);
        json.WriteNumberValue(words.Start);
        json.WriteNumberValue(words.End);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, PlaceValue value)
    {
        var place = value.Candidates[0];
        json.WriteStartObject("value");
        json.WriteString("name", place.Name);
        json.WriteString("country", place.Country);
        json.WriteString("region", place.Region);
        PipeJson.Number(json, "geonameId", place.GeonameId);
        json.WriteNumber("candidates", value.Candidates.Length);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OrganizationValue body)
    {
        json.WriteStartObject("value");
        json.WriteString("name", body.Name);
        json.WriteString("acronym", body.Acronym);
        json.WriteString("id", body.Id);
        json.WriteEndObject();
    }

    private static string Day(PartialDate day) =>
        $"{Part(day.Year, 4)}-{Part(day.Month, 2)}-{Part(day.Day, 2)}";

    private static string Part(int? number, int digits) => number?.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0') ?? new string('X', digits);
}
