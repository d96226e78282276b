using System.Text.Json.Nodes;
using NJsonSchema;

namespace Extract.Models.Tests;

/// <summary>The record's schema says what the record is, no more and no less.</summary>
public sealed class SchemaTests
{
    private static readonly string Text = new StreamReader(typeof(Record).Assembly.GetManifestResourceStream("record.schema.json")!).ReadToEnd();

    [Fact]
    public async Task A_record_fits()
    {
        var schema = await JsonSchema.FromJsonAsync(Text, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(Sample()));
    }

    [Theory]
    [InlineData("status", "\"done\"")]
    [InlineData("confidence", "1.5")]
    [InlineData("start", "-1")]
    [InlineData("online", "\"no\"")]
    [InlineData("dates", "[{}]")]
    [InlineData("source", "null")]
    [InlineData("questions", "[{\"field\":\"dates\",\"ask\":\"x\",\"choices\":[]}]")]
    public async Task A_wrong_value_does_not(string member, string value)
    {
        var schema = await JsonSchema.FromJsonAsync(Text, TestContext.Current.CancellationToken);
        var record = JsonNode.Parse(Sample())!;
        record[member] = JsonNode.Parse(value);
        Assert.NotEmpty(schema.Validate(record.ToJsonString()));
    }

    [Theory]
    [InlineData("\"fromTime\":\"09:00\"", "\"fromTime\":\"25:99\"")]
    [InlineData("\"fromTime\":\"09:00\"", "\"fromTime\":9")]
    [InlineData("\"toTime\":null", "\"toTime\":\"\"")]
    public void A_clock_time_that_is_none_is_no_record(string right, string wrong) =>
        Assert.Throws<System.Text.Json.JsonException>(() => RecordJson.FromJson(Sample().Replace(right, wrong, StringComparison.Ordinal)));

    [Fact]
    public async Task Every_member_but_persons_is_required()
    {
        var schema = await JsonSchema.FromJsonAsync(Text, TestContext.Current.CancellationToken);
        foreach (var member in JsonNode.Parse(Sample())!.AsObject().Select(member => member.Key))
        {
            var record = JsonNode.Parse(Sample())!.AsObject();
            record.Remove(member);
            Assert.Equal(member == "persons", schema.Validate(record.ToJsonString()).Count == 0);
        }
    }

    [Fact]
    public void The_schema_names_the_members_that_are_written_in_their_order()
    {
        var schema = JsonNode.Parse(Text)!;
        var record = JsonNode.Parse(Sample())!;
        AssertSame(schema["properties"]!, record);
        foreach (var (definition, written) in new[] { ("source", record["source"]!), ("date", record["dates"]![0]!), ("city", record["cities"]![0]!), ("organization", record["organizations"]![0]!), ("person", record["persons"]![0]!), ("topic", record["topics"]![0]!) })
            AssertSame(schema["definitions"]![definition]!["properties"]!, written);
        foreach (var member in new[] { "eventType", "madeBy" }) AssertSame(schema["properties"]![member]!["properties"]!, record[member]!);
        foreach (var member in new[] { "links", "questions" }) AssertSame(schema["properties"]![member]!["items"]!["properties"]!, record[member]![0]!);
    }

    private static void AssertSame(JsonNode properties, JsonNode written) =>
        Assert.Equal(properties.AsObject().Select(member => member.Key), written.AsObject().Select(member => member.Key));

    private static string Sample()
    {
        var span = System.Collections.Immutable.ImmutableArray.Create(1, 3);
        return RecordJson.ToJson(new()
        {
            Id = "1",
            Source = new() { Id = "a.txt", Uri = "a.txt", Published = new(2018, 6, 1), Language = "en", Sha256 = new string('0', 64) },
            Start = 0,
            End = 10,
            Title = "é",
            Text = "0123456789",
            EventType = new("workshop", 0.5, "rules"),
            Dates = [new() { Text = "12", Start = 1, End = 3, From = new(2018, 6, 1), FromTime = new(9, 0), Role = "event", By = "rules", Inherited = true, Also = [span] }],
            Cities = [new() { Text = "12", Start = null, End = null, Name = "Zagreb", Country = "HR", GeonameId = 1, Latitude = 1.5, Longitude = -1.5, Role = "venue", By = "rules", Inherited = true, Also = [span] }],
            Organizations = [new() { Text = "12", Start = 1, End = 3, Name = "UN", Id = "https://ror.org/x", Role = "host", By = "rules", Inherited = true, Also = [span] }],
            Persons = [new() { Text = "12", Start = 1, End = 3, Title = "Mr.", Organization = "UN", By = "rules", Also = [span] }],
            Topics = [new("migration", 0.5, "rules", [span])],
            Links = [new("12", 1, 3, "https://example.org")],
            Questions = [new("/dates/0/from", "Is it?", ["yes"])],
            Review = new("ana", new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), [new("remove", "/title", null)]),
            MadeBy = new("1.0.0", "0"),
        });
    }
}
