using System.Text.Json.Nodes;
using Extract.Review.Index;
using Microsoft.AspNetCore.Http;

namespace Extract.Review.Serving;

/// <summary>What was saved, to be answered once the index follows.</summary>
/// <param name="Record">The record whose claim ends, or null.</param>
/// <param name="Answer">What the page is told.</param>
internal sealed record Saved(string? Record, Func<JsonObject> Answer) : IResult
{
    Task IResult.ExecuteAsync(HttpContext httpContext) => Serving.Answer.Json(Answer()).ExecuteAsync(httpContext);
}

/// <summary>Saves decisions: one at a time in all processes that serve the folder, each on what was decided before, and on the disk before it is confirmed.</summary>
internal sealed class Saving(ReviewOptions options, IndexKeeper keeper, TimeProvider time)
{
    /// <summary>The moment by which a decision is stamped, unless others on its record say a later one.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Does what saves, with all lines read that anybody has written, then lets the index follow.</summary>
    public IResult Save(string reviewer, Func<IResult> act)
    {
        try
        {
            var result = keeper.Log.Write(_ =>
            {
                using var held = DecisionLock.Take(options.Decisions);
                keeper.Log.CatchUp();
                var done = act();
                if (done is Saved) keeper.Log.CatchUp();
                return done;
            });
            if (result is not Saved saved) return result;
            if (saved.Record is { } record) keeper.Claims.Release(record, reviewer);
            keeper.Follow();
            return saved;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Results.Text(Messages.CannotWrite(options.Decisions, e), statusCode: StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>Writes decisions of one reviewer to the disk, all or none. What was confirmed last is the last, whatever the clocks say: all are stamped after the last line on any of their records.</summary>
    public void Append(params IReadOnlyCollection<Decision> decisions)
    {
        var last = decisions.SelectMany(RecordsOf).Distinct(StringComparer.Ordinal).Select(keeper.Log.LastAt).DefaultIfEmpty().Max();
        var at = DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(Now.ToUnixTimeMilliseconds(), last + 1));
        DecisionFiles.AppendHeld(options.Decisions, [.. decisions.Select(decision => decision with { At = at, Made = [.. decision.Made.Select(part => part with { Review = part.Review! with { At = at } })] })]);
    }

    /// <summary>Why a reviewer may not decide now: somebody holds the record, decided since it was shown, or a run has made it anew. Null where nothing hinders.</summary>
    /// <param name="sight">The record as it is now.</param>
    /// <param name="reviewer">Who decides.</param>
    /// <param name="body">What was posted: the last line that was <c>seen</c>, and, where given, the <c>print</c> of the record that was shown.</param>
    public string? Hindrance(Sight sight, string reviewer, JsonNode body)
    {
        if (Holder(sight.Row.Id, reviewer) is { } holder) return holder;
        if ((string?)body["seen"] != sight.Seen) return Messages.DecidedMeanwhile(sight.History.IsEmpty ? null : sight.History[^1].By);
        return body["print"] is { } print && (string?)print != sight.Print ? Messages.MadeAnew : null;
    }

    /// <summary>Says who else holds the record; null where nobody does.</summary>
    public string? Holder(string record, string reviewer) => keeper.Claims.Of(record) is { } claim && claim.By != reviewer ? Messages.HeldBy(claim.By) : null;

    private IEnumerable<string> RecordsOf(Decision decision) => decision.Record is { } record ? [record.Id] : keeper.Log.RecordsOf(decision.Undoes!);
}
