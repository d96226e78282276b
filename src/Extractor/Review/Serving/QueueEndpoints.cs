using System.Globalization;
using System.Text.Json.Nodes;
using Extract.Review.Index;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extract.Review.Serving;

/// <summary>Who one is, what waits, and what can be filtered by.</summary>
internal sealed class QueueEndpoints(ReviewOptions options, IndexKeeper keeper, Sights sights, Reviewers reviewers, Pace pace, Labels labels)
{
    private const int Usual = 50, Largest = 500;

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/me", (HttpContext context) => Me(reviewers.Of(context)));
        app.MapGet("/queue", (HttpContext context) => Queue(context));
        app.MapGet("/facets", (HttpContext context) => Facets(context));
    }

    /// <summary>What a request asks for.</summary>
    public static Filter FilterOf(HttpContext context)
    {
        var query = context.Request.Query;
        return new()
        {
            View = query["view"].ToString() is { Length: > 0 } view ? view : "open",
            Words = query["q"],
            Source = query["source"],
            Field = query["field"],
            Confidence = query["confidence"],
            Topic = query["topic"],
            Type = query["type"],
            Country = query["country"],
            Month = query["month"],
            Reviewer = query["reviewer"],
            Status = query["status"],
        };
    }

    private IResult Me(string? reviewer) => Answer.Json(new JsonObject
    {
        ["reviewer"] = reviewer,
        ["fixed"] = reviewers.AreFixed,
        ["topics"] = Choices(labels.TopicChoices()),
        ["types"] = Choices(labels.TypeChoices()),
        ["second"] = options.Second,
    });

    private static JsonArray Choices(IEnumerable<Choice> choices) => Answer.List(choices.Select(choice => new JsonObject { ["label"] = choice.Label, ["about"] = choice.About }));

    private IResult Queue(HttpContext context)
    {
        var (filter, reviewer, query) = (FilterOf(context), reviewers.Of(context), context.Request.Query);
        if (!Filter.Views.Contains(filter.View)) return Answer.Bad(Messages.NoSuchView(filter.View));
        var after = long.TryParse(query["after"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var rank) ? rank : long.MinValue;
        var limit = int.TryParse(query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 1, Largest) : Usual;
        var claims = keeper.Claims.All();
        var isOpen = filter.View == "open";
        var changed = isOpen ? keeper.Changed() : [];
        var page = keeper.Index.Find(filter.Match(reviewer, options.Second > 0), after, limit, row => isOpen && (changed.Contains(row.Id) || IsOthers(claims, row.Id, reviewer)));
        var left = keeper.Left;
        return Answer.Json(new JsonObject
        {
            ["items"] = Answer.List(page.Rows.Select(row => Item(row, claims.GetValueOrDefault(row.Id), HalfRead(row, reviewer, filter.View)))),
            ["total"] = Math.Min(page.Total, RecordIndex.Most),
            ["more"] = page.Total > RecordIndex.Most,
            ["next"] = page.Next?.ToString(CultureInfo.InvariantCulture),
            ["left"] = left,
            ["pace"] = pace.Of(reviewer, left),
            ["indexing"] = keeper.Indexing is { } share ? Math.Round(share, 3) : null,
        });
    }

    private static bool IsOthers(Dictionary<string, string> claims, string record, string? reviewer) => claims.TryGetValue(record, out var by) && by != reviewer;

    // What the first reader said of it is nothing for the second: the index knows the record as it stands, and not to whose eyes.
    private Record? HalfRead(Row row, string? reviewer, string view) => row.Standing is Standing.Second or Standing.SecondUnsure ? sights.Of(row.Id, reviewer, view == "differences")?.Record : null;

    private static JsonObject Item(Row row, string? claimedBy, Record? seen) => new()
    {
        ["id"] = row.Id,
        ["title"] = seen?.Title ?? row.Title,
        ["source"] = row.Source,
        ["confidence"] = seen?.Confidence ?? row.Confidence,
        ["status"] = seen?.Status ?? row.Status,
        ["ask"] = seen is null ? row.Ask : seen.Questions.FirstOrDefault()?.Ask,
        ["claimedBy"] = claimedBy,
    };

    private IResult Facets(HttpContext context)
    {
        var (filter, facets) = (FilterOf(context), new JsonObject());
        if (!Filter.Views.Contains(filter.View)) return Answer.Bad(Messages.NoSuchView(filter.View));
        foreach (var (kind, values) in keeper.Index.Facets(filter.Match(reviewers.Of(context), options.Second > 0), filter is { View: "open", IsView: true }))
            facets[kind] = Answer.List(values.Select(value => new JsonObject { ["value"] = value.Value, ["count"] = value.Count }));
        return Answer.Json(facets);
    }
}
