using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extract.Score;

/// <summary>What is known to be asked of one finding, and how sure that finding is.</summary>
/// <param name="Question">The question; its field is a pointer into the record.</param>
/// <param name="Confidence">The finding's confidence.</param>
public sealed record OwnQuestion(Question Question, double Confidence);

/// <summary>
/// What of an announcement's scores the settings judge by: kept beside its record, so that other settings of <c>score</c> need no new findings.
/// </summary>
/// <param name="Fields">The probability of each field of <see cref="RequiredField.All"/>, in that order.</param>
/// <param name="Own">What resolvers know to ask of their findings.</param>
public sealed record Doubts(ImmutableArray<double> Fields, ImmutableArray<OwnQuestion> Own)
{
    /// <summary>The probability of a field.</summary>
    internal double Of(string field) => Fields[RequiredField.IndexOf(field)];
}

/// <summary>A record with what its acceptance rests on.</summary>
/// <param name="Record">The record.</param>
/// <param name="Doubts">What the settings judge by.</param>
public sealed record Judged(Record Record, Doubts Doubts);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Doubts))]
internal sealed partial class DoubtsContext : JsonSerializerContext;

/// <summary>Doubts as one line of JSON; probabilities come back to the last bit.</summary>
internal static class DoubtsJson
{
    private static readonly JsonSerializerOptions Options = new(DoubtsContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = DoubtsContext.Default };

    public static string Of(Doubts doubts) => JsonSerializer.Serialize(doubts, Options);

    /// <summary>Throws <see cref="JsonException"/> where it is none.</summary>
    public static Doubts From(string json) => JsonSerializer.Deserialize<Doubts>(json, Options) is { } doubts && doubts.Fields.Length == RequiredField.All.Length ? doubts : throw new JsonException("doubts are expected");
}
