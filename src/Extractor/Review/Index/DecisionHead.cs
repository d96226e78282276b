using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extract.Review.Index;

/// <summary>What the index keeps of a line of decisions; the rest is read when it is asked for.</summary>
internal sealed record DecisionHead
{
    public string? Id { get; init; }
    public string? By { get; init; }
    public DateTimeOffset At { get; init; }
    public string? Status { get; init; }
    public string? Batch { get; init; }
    public int Of { get; init; } = 1;
    public string? Undoes { get; init; }
    public DecidedRecord? Record { get; init; }
    public ImmutableArray<DecidedRecord> Made { get; init; } = [];

    /// <summary>The head of a line; null where it is none.</summary>
    public static DecisionHead? From(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, DecisionContext.Default.DecisionHead) is { By: not null, Status: not null } head && (head.Record?.Id ?? head.Undoes) is not null
                ? head with { Id = head.Id ?? Decision.OldId(head.Record?.Id ?? "", head.At) } : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Which record was decided on.</summary>
internal sealed record DecidedRecord(string? Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DecisionHead))]
internal sealed partial class DecisionContext : JsonSerializerContext;
