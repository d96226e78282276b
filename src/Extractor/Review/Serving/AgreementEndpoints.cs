using System.Text.Json.Nodes;
using Extract.Review.Index;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extract.Review.Serving;

/// <summary>How far two readers of the same records agree, and the labelling rules by which they read.</summary>
internal sealed class AgreementEndpoints(IndexKeeper keeper)
{
    private readonly Lock _lock = new();
    private ((long, long) Mark, string Answer) _last = ((-1, -1), "");

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/agreement", () => Results.Content(Agreed(), "application/json; charset=utf-8"));
        app.MapGet("/rules", () => PageFiles.Find("rules.html") is { } rules ? Results.Content(rules.Content, rules.MediaType) : Answer.Missing(Messages.NoRules));
    }

    // Counted once after each decision, whoever asks.
    private string Agreed()
    {
        lock (_lock)
        {
            var mark = keeper.Log.Mark();
            if (_last.Mark != mark) _last = (mark, Count().ToJsonString(Answer.Web));
            return _last.Answer;
        }
    }

    private JsonObject Count()
    {
        var (both, counts) = (0, Agreement.Fields.ToDictionary(field => field, _ => (Agree: 0, Of: 0)));
        foreach (var record in keeper.Log.ReadByTwo().Where(keeper.Stands.IsSecond))
        {
            if (Agreement.Pair(keeper.Stands.Decisions(record), record) is not var (one, other)) continue;
            both++;
            foreach (var field in Agreement.Of(one, other)) counts[field.Field] = (counts[field.Field].Agree + (field.Agree ? 1 : 0), counts[field.Field].Of + 1);
        }
        return new()
        {
            ["both"] = both,
            ["fields"] = Answer.List(counts.Select(field => new JsonObject { ["field"] = field.Key, ["agree"] = field.Value.Agree, ["of"] = field.Value.Of })),
            ["differences"] = keeper.Index.Count(Standing.Differs),
        };
    }
}
