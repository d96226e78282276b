using System.CommandLine;
using Extract.Commands.RunReporting;
using Extract.Publish;
using Extract.Review;
using Extract.Run;

namespace Extract.Commands;

/// <summary><c>extract report</c>: what a run came to, as one page. It reads what the run wrote, line by line, and which records people made by splitting others.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var paths = RunOptions.Paths();
        var state = RunOptions.State();
        var output = new Option<string?>("--output") { Description = "The page (report.html beside the records).", HelpName = "FILE" };
        var command = new Command("report", HelpTexts.Of("report").About) { paths, output, state };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = RunInputs.Settings(parsed.GetValue(paths) ?? []);
            var page = parsed.GetValue(output) is { } named ? Path.GetFullPath(named) : Path.GetFullPath(Path.Combine(settings.Resolved(settings.Publish.Jsonl), "..", "report.html"));
            Outputs.Verify("--output", page, OwnForm.OfRunReport);
            var html = Read(settings, Outputs.StateFolder(settings, parsed.GetValue(state))).ToHtml();
            await AtomicFile.ReplaceAsync(page, temporary => File.WriteAllTextAsync(temporary, html, cancellation));
            Console.Out.WriteLine(Outputs.Shown(page));
            return ExitStatus.Done;
        });
        return command;
    }

    private static RunReport Read(Settings settings, string stateFolder)
    {
        var ledger = LedgerFigures.Of(Outputs.Ledger(settings));
        var made = DecisionFiles.Load(settings.Resolved(settings.Review.Decisions)).Made.Select(record => record.Id).ToHashSet(StringComparer.Ordinal);
        var records = RecordFigures.Of(settings.Resolved(settings.Publish.Jsonl), made);
        return new(Messages.RunReportAbout(settings.File, StateLook.Of(stateFolder), records.MadeBy), ledger, records);
    }
}
