using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Extract.Review.Serving;

/// <summary>How endpoints answer: JSON, or one sentence that the page shows.</summary>
internal static class Answer
{
    /// <summary>How JSON is written and read here.</summary>
    public static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON.</summary>
    public static IResult Json(JsonNode node) => Results.Content(node.ToJsonString(Web), "application/json; charset=utf-8");

    /// <summary>The request cannot be done as it stands.</summary>
    public static IResult Bad(string why) => Results.Text(why, statusCode: StatusCodes.Status400BadRequest);

    /// <summary>Somebody else was there first.</summary>
    public static IResult Conflict(string why) => Results.Text(why, statusCode: StatusCodes.Status409Conflict);

    /// <summary>It is not there.</summary>
    public static IResult Missing(string why) => Results.Text(why, statusCode: StatusCodes.Status404NotFound);

    /// <summary>A record as JSON.</summary>
    public static JsonNode Of(Record record) => JsonNode.Parse(RecordJson.ToJson(record))!;

    /// <summary>A list.</summary>
    public static JsonArray List(IEnumerable<JsonNode?> items) => new([.. items]);
}
