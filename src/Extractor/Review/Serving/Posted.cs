using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extract.Review.Serving;

/// <summary>What the page posts: JSON, by somebody.</summary>
internal static class Posted
{
    /// <summary>Maps an endpoint that takes a body.</summary>
    public static void Map(IEndpointRouteBuilder app, string path, Reviewers reviewers, Func<JsonNode, string, IResult> act) =>
        app.MapPost(path, (Delegate)((HttpContext context) => Handle(context, reviewers, act)));

    /// <summary>Reads the body and hands it on with who sent it; whatever is not as it should be is refused in a sentence.</summary>
    private static async Task<IResult> Handle(HttpContext context, Reviewers reviewers, Func<JsonNode, string, IResult> act)
    {
        if (reviewers.Of(context) is not { } reviewer) return Answer.Bad(Messages.WhoAreYou);
        try
        {
            if (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) is not { } body) return Answer.Bad(Messages.NoDecisionHere);
            return act(body, reviewer);
        }
        catch (InvalidDataException e)
        {
            return Answer.Bad(e.Message);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or ArgumentNullException or FormatException)
        {
            return Answer.Bad(Messages.NoDecisionHere);
        }
    }
}
