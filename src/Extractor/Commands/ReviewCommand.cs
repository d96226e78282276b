using System.CommandLine;
using System.Net.Sockets;
using System.Text.Json;
using Extract.Review;

namespace Extract.Commands;

/// <summary><c>extract review</c>: serves the review page on loopback.</summary>
internal static class ReviewCommand
{
    public static Command Create(TimeProvider time)
    {
        var reviewer = new Option<string?>("--reviewer") { Description = "Who decides; it stands in every decision (the name of the account).", HelpName = "NAME" };
        var port = Numbers.Option("--port", 0, "The port on loopback (“review: port” of the pipeline file; 0 for any free one).", 65535);
        var config = Loading.Config();
        var command = new Command("review", HelpTexts.Of("review").About) { reviewer, port, config };
        command.SetAction((parsed, cancellation) =>
        {
            var settings = Loading.Settings(parsed.GetValue(config));
            return ServeAsync(settings, parsed.GetValue(reviewer) ?? Environment.UserName, parsed.GetValue(port) ?? settings.Review.Port, time, cancellation);
        });
        return command;
    }

    private static async Task<int> ServeAsync(Settings settings, string reviewer, int port, TimeProvider time, CancellationToken cancellation)
    {
        var decisions = settings.Resolved(settings.Review.Decisions);
        var queue = new WaitingRecords(Records(settings.Resolved(settings.Publish.Jsonl), settings.Publish.Jsonl), DecisionFiles.Load(decisions));
        await using var app = new ReviewServer(queue, decisions, reviewer, time).Build(port);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new SettingsException(Messages.CannotListen(port), e);
        }
        Console.Error.WriteLine(Messages.Reviewing(app.Urls.First(), queue.Waiting().Length));
        await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
        await app.StopAsync(CancellationToken.None);
        return ExitStatus.Done;
    }

    private static List<Record> Records(string path, string name)
    {
        if (!File.Exists(path)) throw new SettingsException(Messages.NothingToReview(name));
        var records = new List<Record>();
        foreach (var line in File.ReadLines(path))
        {
            try
            {
                records.Add(RecordJson.FromJson(line));
            }
            catch (JsonException e)
            {
                throw new SettingsException(Messages.At(name, records.Count + 1, 1, Messages.NoRecord(e.Message)), e);
            }
        }
        return records;
    }
}
