using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Extract.Review.Index;
using Extract.Review.Sheet;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Extract.Review.Serving;

/// <summary>Records as a table for a spreadsheet, and back.</summary>
internal sealed class SheetEndpoints(ReviewOptions options, IndexKeeper keeper, Sights sights, Reviewers reviewers, Saving saving, Labels labels)
{
    private const int AtOnce = 500;

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sheet.csv", (Delegate)Export);
        app.MapPost("/sheet", (Delegate)Import);
    }

    private async Task Export(HttpContext context)
    {
        var (response, reviewer) = (context.Response, reviewers.OfLink(context));
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"records.csv\"";
        await SheetExport.WriteAsync(Records(QueueEndpoints.FilterOf(context), reviewer), response.Body, context.RequestAborted);
    }

    // As the reviewer may see them, a page after the other.
    private IEnumerable<Record> Records(Filter filter, string? reviewer)
    {
        var match = filter.Match(reviewer, options.Second > 0);
        for (long? after = long.MinValue; after is { } rank;)
        {
            var page = keeper.Index.Find(match, rank, AtOnce, _ => false);
            foreach (var row in page.Rows)
                if (sights.Of(row.Id, reviewer, filter.View == "differences") is { } sight) yield return sight.Record;
            after = page.Next;
        }
    }

    private async Task<IResult> Import(HttpContext context)
    {
        if (reviewers.Of(context) is not { } reviewer) return Answer.Bad(Messages.WhoAreYou);
        try
        {
            if (await Body(context) is not { } csv) return Results.Text(Messages.SheetTooLarge(options.LargestSheet), statusCode: StatusCodes.Status413PayloadTooLarge);
            return context.Request.Query["dry"] == "false" ? saving.Save(reviewer, () => Take(csv, reviewer)) : Answer.Json(Shown(Read(csv, reviewer), null));
        }
        catch (InvalidDataException e)
        {
            return Answer.Bad(e.Message);
        }
    }

    // A table is larger than what is decided on the page; null where it is too large.
    private async Task<string?> Body(HttpContext context)
    {
        var limit = context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>();
        // Too large a body is not read, but let by, so that the browser hears the answer.
        limit.MaxRequestBodySize = context.Request.ContentLength > options.LargestSheet ? null : options.LargestSheet;
        if (limit.MaxRequestBodySize is null) return null;
        try
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            return await reader.ReadToEndAsync(context.RequestAborted);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private IResult Take(string csv, string reviewer)
    {
        var rows = Read(csv, reviewer);
        Decision[] decisions = [.. rows.Select(row => row.Decision).OfType<Decision>()];
        if (decisions.Length == 0) return Answer.Json(Shown(rows, null));
        saving.Append(decisions);
        return new Saved(null, () => Shown(rows, decisions[0].Batch));
    }

    // What another is at now is not changed under their hands.
    private ImmutableArray<SheetRow> Read(string csv, string reviewer)
    {
        var claims = keeper.Claims.All();
        var rows = SheetImport.Read(csv, id => sights.Of(id, reviewer, false)?.Record, reviewer, saving.Now, new(labels.Types(), labels.Topics()));
        return [.. rows.Select(row => row.Decision is not null && claims.TryGetValue(row.Id, out var by) && by != reviewer ? row with { Fault = Messages.HeldBy(by), Decision = null } : row)];
    }

    private static JsonObject Shown(ImmutableArray<SheetRow> rows, string? batch) => new()
    {
        ["rows"] = Answer.List(rows.Select(row => new JsonObject { ["id"] = row.Id, ["title"] = row.Title, ["say"] = Answer.List(row.Say.Select(say => (JsonNode)say)), ["fault"] = row.Fault })),
        ["count"] = rows.Count(row => row.Decision is not null),
        ["batch"] = batch,
    };
}
