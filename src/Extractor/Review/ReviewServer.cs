using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Extract.Review.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Extract.Review;

/// <summary>
/// The review page on loopback. It answers only requests that name a loopback host, takes decisions only from its own page (same origin, a token made at each
/// start), and confirms a decision only when it is on the disk.
/// </summary>
/// <param name="queue">What waits.</param>
/// <param name="decisions">The folder of decisions.</param>
/// <param name="reviewer">Who decides.</param>
/// <param name="time">The clock by which decisions are stamped.</param>
public sealed class ReviewServer(WaitingRecords queue, string decisions, string reviewer, TimeProvider time)
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private readonly string _token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private readonly Lock _writing = new();

    /// <summary>The application, listening on loopback at a port (0 for any free one), not yet started.</summary>
    public WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var app = builder.Build();
        app.Use(Guard);
        app.MapGet("/", () => Results.Content(Page(), "text/html; charset=utf-8"));
        foreach (var name in PageFiles.Names.Where(name => !name.EndsWith(".html", StringComparison.Ordinal)))
            app.MapGet("/" + name, () => Results.Content(PageFiles.Find(name)!.Content, PageFiles.Find(name)!.MediaType));
        app.MapGet("/records", () => Results.Content(List(), "application/json; charset=utf-8"));
        app.MapGet("/records/{id}", (string id) =>
            queue.Find(id) is { } record ? Results.Content(RecordJson.ToJson(record), "application/json; charset=utf-8") : Results.Text(Messages.NotWaiting, statusCode: StatusCodes.Status404NotFound));
        app.MapPost("/decisions", (Delegate)Decide);
        return app;
    }

    // A page elsewhere must neither read records through a name that it points at us, nor decide in the reviewer's place.
    private async Task Guard(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        (headers.ContentSecurityPolicy, headers.XContentTypeOptions, headers["Referrer-Policy"], headers.CacheControl) = (Policy, "nosniff", "no-referrer", "no-store");
        var host = context.Request.Host.Host;
        var origin = context.Request.Headers.Origin.ToString();
        var allowed = host is "localhost" or "127.0.0.1" && (origin.Length == 0 || origin == $"http://{context.Request.Host}");
        if (allowed && HttpMethods.IsPost(context.Request.Method)) allowed = context.Request.Headers["X-Extract-Token"] == _token;
        if (allowed) await next(context);
        else await Results.Text(Messages.NotFromThisPage, statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
    }

    private string Page() => PageFiles.Find("review.html")!.Content.Replace("{{token}}", _token, StringComparison.Ordinal)
        .Replace("{{reviewer}}", WebUtility.HtmlEncode(reviewer), StringComparison.Ordinal);

    private string List() => new JsonArray([.. queue.Waiting().Select(record => new JsonObject
    {
        ["id"] = record.Id,
        ["title"] = record.Title,
        ["confidence"] = record.Confidence,
        ["ask"] = record.Questions.IsEmpty ? null : record.Questions[0].Ask,
    })]).ToJsonString();

    private async Task<IResult> Decide(HttpContext context)
    {
        try
        {
            var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            var changes = body!["changes"].Deserialize<ImmutableArray<PatchOperation>>(Web);
            if (queue.Find((string)body["id"]!) is not { } record) return Results.Text(Messages.NotWaiting, statusCode: StatusCodes.Status409Conflict);
            return Save(new Decision(reviewer, time.GetUtcNow(), (string)body["status"]!, changes, record));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or ArgumentNullException)
        {
            return Results.Text(Messages.NoDecisionHere, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private IResult Save(Decision decision)
    {
        try
        {
            if (decision.Status is not ("reviewed" or "rejected")) return Results.Text(Messages.NoDecisionHere, statusCode: StatusCodes.Status400BadRequest);
            if ((Corrections.Misspelt(decision.Changes) ?? Corrections.Fault(decision.Decided())) is { } fault) return Results.Text(fault, statusCode: StatusCodes.Status400BadRequest);
            lock (_writing) DecisionFiles.Append(decisions, decision);
            queue.Settle(decision.Record!.Id);
            return Results.Ok();
        }
        catch (InvalidDataException e)
        {
            return Results.Text(e.Message, statusCode: StatusCodes.Status400BadRequest);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Results.Text(Messages.CannotWrite(decisions, e), statusCode: StatusCodes.Status500InternalServerError);
        }
    }
}
