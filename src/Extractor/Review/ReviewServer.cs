using System.Net;
using Extract.Review.Index;
using Extract.Review.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Extract.Review;

/// <summary>
/// The review page. It answers at once, also while its index is being made; takes decisions only from its own page, and confirms a decision only when it
/// is on the disk. Several may serve one folder.
/// </summary>
/// <param name="options">What it is served with.</param>
/// <param name="time">The clock by which decisions are stamped.</param>
public sealed class ReviewServer(ReviewOptions options, TimeProvider time)
{
    private readonly Guard _guard = new(options);

    /// <summary>The application, not yet started. Throws <see cref="SettingsException"/> where the index cannot be written.</summary>
    public WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Listen, options.Port, listen =>
            {
                if (options.Certificate is { } certificate) listen.UseHttps(certificate);
            });
        });
        var keeper = new IndexKeeper(options, time);
        builder.Services.AddSingleton<IHostedService>(_ => keeper);
        var app = builder.Build();
        app.Use(Failing);
        app.Use(_guard.Check);
        app.Use((context, next) => Unreadable(keeper, context, next));
        Map(app, keeper);
        return app;
    }

    private void Map(WebApplication app, IndexKeeper keeper)
    {
        app.MapGet("/", () => Results.Content(Page(), "text/html; charset=utf-8"));
        foreach (var name in PageFiles.Names.Where(name => !name.EndsWith(".html", StringComparison.Ordinal)))
            app.MapGet("/" + name, () => Results.Content(PageFiles.Find(name)!.Content, PageFiles.Find(name)!.MediaType));
        var (reviewers, sights, saving) = (new Reviewers(options), new Sights(keeper), new Saving(options, keeper, time));
        var labels = new Labels(options, keeper);
        new QueueEndpoints(options, keeper, sights, reviewers, new Pace(keeper.Log, time), labels).Map(app);
        new RecordEndpoints(options, keeper, sights, reviewers).Map(app);
        new DecisionEndpoints(keeper, sights, reviewers, saving).Map(app);
        new ShapingEndpoints(options, keeper, sights, reviewers, saving).Map(app);
        new AlikeEndpoints(options, keeper, sights, reviewers, saving).Map(app);
        new SheetEndpoints(options, keeper, sights, reviewers, saving, labels).Map(app);
        new AgreementEndpoints(keeper).Map(app);
    }

    private string Page() => PageFiles.Find("review.html")!.Content.Replace("{{token}}", _guard.PageToken, StringComparison.Ordinal)
        .Replace("{{reviewer}}", WebUtility.HtmlEncode(options.Reviewer ?? ""), StringComparison.Ordinal);

    // An index that is damaged is made anew while the page waits.
    private static async Task Unreadable(IndexKeeper keeper, HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (DamagedException e) when (!context.Response.HasStarted)
        {
            keeper.Mend(e);
            await Later(context, Messages.IndexIsRemade);
        }
        catch (SqliteException) when (!context.Response.HasStarted)
        {
            await Later(context, Messages.IndexIsBusy);
        }
    }

    private static Task Later(HttpContext context, string why) => Refused(context, why, StatusCodes.Status503ServiceUnavailable);

    private static Task Refused(HttpContext context, string why, int status)
    {
        context.Response.Headers.Remove("Content-Disposition");
        return Results.Text(why, statusCode: status).ExecuteAsync(context);
    }

    // The last resort: whatever it is, the window gets one line and the page a sentence.
    private async Task Failing(HttpContext context, RequestDelegate next)
    {
        var response = context.Response;
        try
        {
            await next(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (BadHttpRequestException e) when (!response.HasStarted)
        {
            await Refused(context, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? Messages.TooMuchAtOnce : Messages.NoDecisionHere, e.StatusCode);
        }
        catch (Exception e)
        {
            options.Tell(Messages.RequestFailed(context.Request.Method, context.Request.Path, e));
            if (response.HasStarted) context.Abort();
            else await Refused(context, Messages.ServerFailed, StatusCodes.Status500InternalServerError);
        }
    }
}
