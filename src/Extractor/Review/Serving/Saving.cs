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
    /// <summary>The moment by which a decision is stamped.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Does what saves, with all lines read that anybody has written, then lets the index follow.</summary>
    public IResult Save(string reviewer, Func<IResult> act)
    {
        try
        {
            var result = keeper.Log.Write(_ =>
            {
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

    /// <summary>Writes decisions of one reviewer to the disk, all or none.</summary>
    public void Append(params IReadOnlyCollection<Decision> decisions) => DecisionFiles.AppendAll(options.Decisions, decisions);

    /// <summary>Why a reviewer may not decide now: somebody holds the record, or decided since it was shown. Null where nothing hinders.</summary>
    public string? Hindrance(Sight sight, string reviewer, JsonNode? seen)
    {
        if (keeper.Claims.Of(sight.Row.Id) is { } claim && claim.By != reviewer) return Messages.HeldBy(claim.By);
        return (string?)seen == sight.Seen ? null : Messages.DecidedMeanwhile(sight.History.IsEmpty ? null : sight.History[^1].By);
    }
}
