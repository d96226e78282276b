using System.Collections.Immutable;
using System.CommandLine;
using System.Net.Sockets;
using Extract.Commands.Reviewing;
using Extract.Review;
using Extract.Tag.Labels;

namespace Extract.Commands;

/// <summary><c>extract review</c>: serves the review page.</summary>
internal static class ReviewCommand
{
    public static Command Create(TimeProvider time)
    {
        var reviewer = new Option<string?>("--reviewer") { Description = "Who decides; it stands in every decision (without it the page asks).", HelpName = "NAME" };
        var listen = new Option<string?>("--listen") { Description = "The address to serve at (“review: listen” of the pipeline file; 127.0.0.1). Beyond this machine a token is needed, and TLS or a proxy in front.", HelpName = "ADDRESS" };
        var port = Numbers.Option("--port", 0, "The port (“review: port” of the pipeline file; 0 for any free one).", 65535);
        var token = new Option<string?>("--token") { Description = "What opens the page beyond this machine (“review: token”, which keeps it out of lists of processes; else one is made and printed).", HelpName = "TOKEN" };
        var config = Loading.Config();
        var command = new Command("review", HelpTexts.Of("review").About) { reviewer, listen, port, token, config };
        command.SetAction((parsed, cancellation) =>
        {
            var settings = Loading.Settings(parsed.GetValue(config));
            var options = Options(settings, parsed.GetValue(reviewer), parsed.GetValue(port) ?? settings.Review.Port);
            var isToldToken = parsed.GetValue(token) is null && settings.Review.Token is null;
            return ServeAsync(ReviewAccess.Apply(options, settings, parsed.GetValue(listen), parsed.GetValue(token)), isToldToken, time, cancellation);
        });
        return command;
    }

    private static ReviewOptions Options(Settings settings, string? reviewer, int port)
    {
        var records = settings.Resolved(settings.Publish.Jsonl);
        if (!File.Exists(records)) throw new SettingsException(Messages.NothingToReview(settings.Publish.Jsonl));
        return new()
        {
            Records = records,
            Decisions = settings.Resolved(settings.Review.Decisions),
            State = Outputs.StateFolder(settings, null),
            Documents = new ReviewedDocuments(settings, Outputs.StateFolder(settings, null)),
            Topics = Choices(LabelRules.Topics),
            Types = Choices(LabelRules.EventTypes),
            Reviewer = settings.Review.ProxyHeader is null ? reviewer : null,
            Second = settings.Review.Second,
            Port = port,
            Tell = line => Console.Error.WriteLine(settings.Secrets.Redact(line)),
        };
    }

    private static ImmutableArray<Choice> Choices(LabelRules labels) => [.. labels.Rules.Select(rule => new Choice(rule.Label, rule.Covers))];

    private static async Task<int> ServeAsync(ReviewOptions options, bool isToldToken, TimeProvider time, CancellationToken cancellation)
    {
        await using var app = new ReviewServer(options, time).Build();
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new SettingsException(Messages.CannotListen(options.Port), e);
        }
        Console.Error.WriteLine(Messages.Reviewing(app.Urls.First().TrimEnd('/'), isToldToken ? options.Token : null));
        await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
        await app.StopAsync(CancellationToken.None);
        return ExitStatus.Done;
    }
}
