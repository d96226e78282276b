using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Extract.Review.Alike;
using Extract.Review.Index;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extract.Review.Serving;

/// <summary>One answer for many records: what is offered, and what is taken of it.</summary>
internal sealed class AlikeEndpoints(ReviewOptions options, IndexKeeper keeper, Sights sights, Reviewers reviewers, Saving saving)
{
    private const int MostShown = 50;

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        Posted.Map(app, "/alike", reviewers, (body, reviewer) => Answer.Json(new JsonObject { ["offers"] = Answer.List(Offers(body, reviewer).Select(Shown)) }));
        Posted.Map(app, "/batches", reviewers, Take);
    }

    private ImmutableArray<Offer> Offers(JsonNode body, string reviewer)
    {
        var (id, candidates) = ((string)body["id"]!, new Candidates(options, keeper, reviewer));
        if (sights.Of(id, reviewer, false) is not { } sight) return [];
        if ((string?)body["with"] is { } with) return OfMerge(sight, with, candidates);
        var (status, changes) = ((string)body["status"]!, body["changes"].Deserialize<ImmutableArray<PatchOperation>>(Answer.Web));
        return Alikes.Of(Before(sight, reviewer, status, changes.Length) ?? sight.Record, status, changes, candidates);
    }

    // What was corrected is on the disk by now, most often: the changes are against what was shown before.
    private static Record? Before(Sight sight, string reviewer, string status, int changes) =>
        sight.History.LastOrDefault(decision => DecisionStatus.Holds(decision.Status) && !sight.Decisions.IsUndone(decision)) is { } last && last.By == reviewer && last.Status == status && last.Changes.Length == changes ? last.Record : null;

    private ImmutableArray<Offer> OfMerge(Sight sight, string with, Candidates candidates)
    {
        var other = keeper.Log.History(with).LastOrDefault(decision => decision.Into is not null || decision.Batch is not null);
        var own = sight.History.LastOrDefault(decision => decision.Batch is { } batch && batch == other?.Batch);
        if (own?.Record is not { } one || other?.Record is not { } two) return [];
        return Alikes.OfMerge(one.Start <= two.Start ? one : two, one.Start <= two.Start ? two : one, candidates);
    }

    private static JsonObject Shown(Offer offer) => new()
    {
        ["key"] = offer.Key,
        ["say"] = offer.Say,
        ["count"] = offer.Records.Length,
        ["shown"] = Answer.List(offer.Records.Take(MostShown).Select(offered => new JsonObject { ["id"] = offered.Record.Id, ["title"] = offered.Record.Title, ["before"] = offered.Before, ["after"] = offered.After })),
    };

    private IResult Take(JsonNode body, string reviewer)
    {
        var except = body["except"]?.Deserialize<string[]>(Answer.Web)?.ToHashSet(StringComparer.Ordinal) ?? [];
        return saving.Save(reviewer, () =>
        {
            if (Offers(body, reviewer).FirstOrDefault(offer => offer.Key == (string?)body["key"]) is not { } offer) return Answer.Conflict(Messages.NoSuchOffer);
            var decisions = offer.Take(except, reviewer, saving.Now);
            if (decisions.IsEmpty) return Answer.Conflict(Messages.NoSuchOffer);
            saving.Append(decisions);
            return new Saved(null, () => new JsonObject { ["batch"] = decisions[0].Batch, ["count"] = decisions.Select(decision => decision.Record!.Id).Distinct(StringComparer.Ordinal).Count() });
        });
    }
}
