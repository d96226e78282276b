using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Extract.Review.Index;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extract.Review.Serving;

/// <summary>Decisions on one record, claims, and what takes back.</summary>
internal sealed class DecisionEndpoints(IndexKeeper keeper, Sights sights, Reviewers reviewers, Saving saving)
{
    private const int LongestNote = 4000;

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        Posted.Map(app, "/decisions", reviewers, Decide);
        Posted.Map(app, "/undo", reviewers, Undo);
        Posted.Map(app, "/claims", reviewers, Claim);
        Posted.Map(app, "/claims/release", reviewers, Release);
    }

    private IResult Decide(JsonNode body, string reviewer)
    {
        var (id, status, note) = ((string)body["id"]!, (string)body["status"]!, ((string?)body["note"])?.Trim());
        var changes = body["changes"]?.Deserialize<ImmutableArray<PatchOperation>>(Answer.Web) ?? [];
        if (status is not (DecisionStatus.Reviewed or DecisionStatus.Rejected or DecisionStatus.Open or DecisionStatus.Unsure) || changes.IsDefault || note?.Length > LongestNote) return Answer.Bad(Messages.NoDecisionHere);
        if (status == DecisionStatus.Unsure) changes = [];
        return saving.Save(reviewer, () =>
        {
            if (sights.Of(id, reviewer, (string?)body["view"] == "differences") is not { } sight) return Answer.Missing(Messages.NoSuchRecord);
            if (saving.Hindrance(sight, reviewer, body) is { } hindrance) return Answer.Conflict(hindrance);
            var decision = new Decision(reviewer, saving.Now, status, changes, sight.Record) { Note = string.IsNullOrEmpty(note) ? null : note };
            if ((Corrections.Misspelt(changes) ?? Fault(sight.Record, decision)) is { } fault) return Answer.Bad(fault);
            saving.Append(decision);
            if (DecisionStatus.Holds(status) && status != DecisionStatus.Open) keeper.Claims.Release(id, reviewer);
            return new Saved(id, () => Taken(decision.Id));
        });
    }

    private JsonObject Taken(string decision)
    {
        var answer = new JsonObject { ["decision"] = decision };
        if (keeper.LeftOrNull() is { } left) answer["left"] = left;
        return answer;
    }

    // What is wrong in the program's own record must not keep a person from rejecting it, or from mending something else of it.
    private static string? Fault(Record shown, Decision decision)
    {
        if (decision.Status == DecisionStatus.Unsure) return null;
        var decided = decision.Decided();
        return decision.Status == DecisionStatus.Rejected || (decision.Status == DecisionStatus.Open && Corrections.Fault(shown) is not null) ? null : Corrections.Fault(decided);
    }

    private IResult Undo(JsonNode body, string reviewer)
    {
        var target = (string)body["decision"]!;
        return saving.Save(reviewer, () =>
        {
            var records = keeper.Log.RecordsOf(target);
            if (records.Count == 0 || keeper.Log.IsUndone(target)) return Answer.Conflict(Messages.NothingToUndo);
            var histories = records.ToDictionary(record => record, keeper.Stands.Decisions, StringComparer.Ordinal);
            if (Later(target, histories) is { } later) return Answer.Conflict(Messages.DecidedSince(later.By, later.Record!.Title));
            // A record on which somebody decided since, as this had left it, keeps it.
            var kept = histories.Where(pair => pair.Value.BuiltOn(target).Any(holding => holding.Record!.Id == pair.Key)).Select(pair => (JsonNode)pair.Key).ToArray();
            saving.Append(Decision.Undoing(target, reviewer, saving.Now));
            return new Saved(null, () => new JsonObject { ["records"] = Answer.List(records.Select(record => (JsonNode)record)), ["kept"] = Answer.List(kept) });
        });
    }

    // What a split or a merge moved cannot go back while a later decision stands on where it is now: its words would be in two records, or in none.
    private Decision? Later(string target, Dictionary<string, Decisions> histories)
    {
        var lines = histories.SelectMany(pair => pair.Value.History(pair.Key)).Where(line => line.Id == target || line.Batch == target).ToArray();
        if (lines.All(line => line.Made.IsEmpty && line.Into is null)) return null;
        return histories.Values.SelectMany(decisions => decisions.BuiltOn(target)).Concat(lines.SelectMany(line => line.Made).Select(part => keeper.Stands.Decisions(part.Id).Holding(part.Id)).OfType<Decision>()).FirstOrDefault();
    }

    private IResult Claim(JsonNode body, string reviewer)
    {
        if (keeper.Index.Find((string)body["id"]!) is not { } row) return Answer.Missing(Messages.NoSuchRecord);
        var claim = keeper.Claims.Take(row.Id, reviewer);
        if (claim.By != reviewer) return Answer.Conflict(Messages.HeldBy(claim.By));
        return Answer.Json(new JsonObject { ["by"] = claim.By, ["until"] = DecisionJson.Moment(claim.Until), ["mine"] = true });
    }

    private IResult Release(JsonNode body, string reviewer)
    {
        keeper.Claims.Release((string)body["id"]!, reviewer);
        return Answer.Json(new JsonObject());
    }
}
