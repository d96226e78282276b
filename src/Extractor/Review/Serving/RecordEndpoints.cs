using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Extract.Review.Index;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extract.Review.Serving;

/// <summary>One record with all that a reviewer needs beside it, and its page as it was fetched.</summary>
internal sealed class RecordEndpoints(ReviewOptions options, IndexKeeper keeper, Sights sights, Reviewers reviewers)
{
    // A little of what stands before, so that the announcement itself is seen at once; more of what stands after.
    private const int Before = 240, After = 600;
    // Nothing in it may act, load or lead anywhere; only our page may frame it.
    private const string OriginalPolicy = "sandbox; default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/records/{id}", (HttpContext context, string id) => Show(context, id));
        app.MapGet("/records/{id}/original", (Delegate)Original);
    }

    private IResult Show(HttpContext context, string id)
    {
        var (query, reviewer) = (context.Request.Query, reviewers.Of(context));
        if (sights.Of(id, reviewer, query["view"] == "differences") is not { } sight) return Answer.Missing(Messages.NoSuchRecord);
        var claim = query["claim"] == "1" && reviewer is not null ? keeper.Claims.Take(id, reviewer) : keeper.Claims.Of(id);
        var (before, after) = TextAround(sight.Record);
        return Answer.Json(new JsonObject
        {
            ["record"] = Answer.Of(sight.Record),
            ["print"] = sight.Print,
            ["base"] = Answer.Of(sight.Base),
            ["answers"] = Answer.List(sight.Record.Questions.Select(question => Answers(sight, question))),
            ["history"] = Answer.List(sight.History.Select(decision => Line(decision, sight.Decisions.IsUndone(decision)))),
            ["claim"] = claim is { } held ? new JsonObject { ["by"] = held.By, ["until"] = DecisionJson.Moment(held.Until), ["mine"] = held.By == reviewer } : null,
            ["before"] = before,
            ["after"] = after,
            ["previous"] = keeper.Neighbour(sight.Row, isAfter: false)?.Id,
            ["next"] = keeper.Neighbour(sight.Row, isAfter: true)?.Id,
            ["hasOriginal"] = options.Documents?.HasPage(sight.Record) == true || after.Length > 0 || before.Length > 0,
            ["second"] = sight.IsSecond,
            ["others"] = Answer.List(sight.Others.Select(Reading)),
        });
    }

    private static JsonArray? Answers(Sight sight, Question question) =>
        sight.Known.Answers(sight.Record, question) is { } patches ? Answer.List(patches.Select(patch => JsonSerializer.SerializeToNode(patch, Answer.Web))) : null;

    private static JsonObject Line(Decision decision, bool isUndone) => new()
    {
        ["id"] = decision.Id,
        ["by"] = decision.By,
        ["at"] = DecisionJson.Moment(decision.At),
        ["status"] = decision.Status,
        ["changes"] = JsonSerializer.SerializeToNode(decision.Changes, Answer.Web),
        ["note"] = decision.Note,
        ["batch"] = decision.Batch,
        ["undone"] = isUndone,
    };

    private static JsonObject Reading(Decision decision) => new() { ["by"] = decision.By, ["at"] = DecisionJson.Moment(decision.At), ["status"] = decision.Status, ["record"] = Answer.Of(decision.Decided()) };

    private (string Before, string After) TextAround(Record record)
    {
        if (options.Documents?.Text(record) is not { } text || !Stands(record, text)) return ("", "");
        return (text[Math.Max(0, record.Start - Before)..record.Start], text[record.End..Math.Min(text.Length, record.End + After)]);
    }

    // The document may have changed since.
    private static bool Stands(Record record, string text) =>
        record.Start >= 0 && record.End <= text.Length && record.Start <= record.End && text.AsSpan(record.Start, record.End - record.Start).SequenceEqual(record.Text);

    private async Task<IResult> Original(HttpContext context, string id)
    {
        if (sights.Of(id, reviewers.Of(context), false) is not { } sight) return Answer.Missing(Messages.NoSuchRecord);
        var page = options.Documents is { } documents ? await documents.PageAsync(sight.Record, context.RequestAborted) ?? Plain(sight.Record, documents.Text(sight.Record)) : null;
        if (page is null) return Answer.Missing(Messages.NoOriginal);
        context.Response.Headers.ContentSecurityPolicy = OriginalPolicy;
        return Results.Content($"<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>{WebUtility.HtmlEncode(sight.Record.Title)}</title>\n<link rel=\"stylesheet\" href=\"/original.css\">\n</head>\n<body>\n{page}\n</body>\n</html>\n", "text/html; charset=utf-8");
    }

    private static string? Plain(Record record, string? text)
    {
        if (text is null) return null;
        if (!Stands(record, text)) return $"<pre>{WebUtility.HtmlEncode(text)}</pre>";
        var html = new StringBuilder("<pre>");
        html.Append(CultureInfo.InvariantCulture, $"{WebUtility.HtmlEncode(text[..record.Start])}<mark id=\"record\">{WebUtility.HtmlEncode(record.Text)}</mark>{WebUtility.HtmlEncode(text[record.End..])}</pre>");
        return html.ToString();
    }
}
