using System.Text.Json;
using System.Text.Json.Nodes;
using Extract.Review.Index;
using Extract.Review.Shaping;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extract.Review.Serving;

/// <summary>What is cut wrongly: one record split into several, two merged into one.</summary>
internal sealed class ShapingEndpoints(ReviewOptions options, IndexKeeper keeper, Sights sights, Reviewers reviewers, Saving saving)
{
    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        Posted.Map(app, "/splits", reviewers, Split);
        Posted.Map(app, "/merges", reviewers, Merge);
    }

    private IResult Split(JsonNode body, string reviewer)
    {
        var (id, at) = ((string)body["id"]!, body["at"].Deserialize<int[]>(Answer.Web)!);
        return saving.Save(reviewer, () =>
        {
            if (sights.Of(id, reviewer, false) is not { } sight) return Answer.Missing(Messages.NoSuchRecord);
            if (saving.Hindrance(sight, reviewer, body) is { } hindrance) return Answer.Conflict(hindrance);
            var decision = Splitting.Of(sight.Record, at, reviewer, saving.Now, part => keeper.Stands.Decisions(part).Holds(part));
            saving.Append(decision);
            return new Saved(null, () => new JsonObject { ["decision"] = decision.Id, ["records"] = Answer.List(decision.Made.Select(part => (JsonNode)part.Id).Prepend(id)) });
        });
    }

    private IResult Merge(JsonNode body, string reviewer)
    {
        var (id, with) = ((string)body["id"]!, (string)body["with"]!);
        return saving.Save(reviewer, () =>
        {
            if (sights.Of(id, reviewer, false) is not { } sight || sights.Of(with, reviewer, false) is not { } other) return Answer.Missing(Messages.NoSuchRecord);
            if ((saving.Hindrance(sight, reviewer, body) ?? saving.Holder(with, reviewer)) is { } hindrance) return Answer.Conflict(hindrance);
            if (Array.Find([sight, other], one => one.WentInto) is { } gone) return Answer.Conflict(Messages.WentInto(gone.Record.Title));
            var (first, second) = sight.Record.Start <= other.Record.Start ? (sight.Record, other.Record) : (other.Record, sight.Record);
            if (Candidates.Between(options, first, second) is not { } between) return Answer.Bad(Messages.NoTextBetween);
            var decisions = Merging.Of(first, second, between, reviewer, saving.Now);
            saving.Append(decisions);
            keeper.Claims.Release(with, reviewer);
            return new Saved(null, () => new JsonObject { ["decision"] = decisions[0].Batch, ["record"] = first.Id });
        });
    }
}
