using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extract.Review.Index;

/// <summary>What the order of the queue needs of a record.</summary>
internal sealed record DoubtfulRecord
{
    public string? Id { get; init; }
    public RecordSource? Source { get; init; }
    public string? Status { get; init; }
    public double Confidence { get; init; }
    public ImmutableArray<Question> Questions { get; init; } = [];
}

/// <summary>What the index holds of a record.</summary>
internal sealed record SlimRecord
{
    public required string Id { get; init; }
    public required RecordSource Source { get; init; }
    public int Start { get; init; }
    public string Title { get; init; } = "";
    public string Text { get; init; } = "";
    public SlimLabel? EventType { get; init; }
    public ImmutableArray<SlimDate> Dates { get; init; } = [];
    public ImmutableArray<SlimName> Cities { get; init; } = [];
    public ImmutableArray<SlimName> Organizations { get; init; } = [];
    public ImmutableArray<SlimLabel> Topics { get; init; } = [];
    public double Confidence { get; init; }
    public string Status { get; init; } = "needs-review";
    public ImmutableArray<Question> Questions { get; init; } = [];

    /// <summary>The same of a whole record.</summary>
    public static SlimRecord Of(Record record) => new()
    {
        Id = record.Id,
        Source = record.Source,
        Start = record.Start,
        Title = record.Title,
        Text = record.Text,
        EventType = new(record.EventType.Label),
        Dates = [.. record.Dates.Select(date => new SlimDate(date.From, date.To, date.Role))],
        Cities = [.. record.Cities.Select(city => new SlimName(city.Text, city.Name, null, city.Country))],
        Organizations = [.. record.Organizations.Select(body => new SlimName(body.Text, body.Name, body.Acronym, null))],
        Topics = [.. record.Topics.Select(topic => new SlimLabel(topic.Label))],
        Confidence = record.Confidence,
        Status = record.Status,
        Questions = record.Questions,
    };

    /// <summary>The record of a line, or null where the line is none.</summary>
    public static SlimRecord? From(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, SlimContext.Default.SlimRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A label alone.</summary>
internal sealed record SlimLabel(string? Label);

/// <summary>A date alone.</summary>
internal sealed record SlimDate(DateOnly? From, DateOnly? To, string? Role);

/// <summary>A city or an organization alone.</summary>
internal sealed record SlimName(string? Text, string? Name, string? Acronym, string? Country);

/// <summary>How lines are read: what is not asked for is skipped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DoubtfulRecord))]
[JsonSerializable(typeof(SlimRecord))]
internal sealed partial class SlimContext : JsonSerializerContext;
