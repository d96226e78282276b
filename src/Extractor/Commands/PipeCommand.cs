using System.CommandLine;
using Extract.Commands.Piping;

namespace Extract.Commands;

/// <summary><c>extract pipe</c>: documents in, records out, as JSON lines in input order. Nothing slow may be loaded on its way: the first record is due within a second.</summary>
internal static class PipeCommand
{
    public static Command Create()
    {
        var until = new Option<string>("--until") { Description = "The last stage: read, tag, split, resolve or score.", HelpName = "STAGE", DefaultValueFactory = _ => "score" };
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 where a line could not be read." };
        var dropped = new Option<bool>("--report-dropped") { Description = "A document without a record gives {\"id\": …, \"dropped\": \"why\"}." };
        var workers = Numbers.Workers();
        var config = Loading.Config();
        var command = new Command("pipe", HelpTexts.Of("pipe").About) { until, strict, dropped, workers, config };
        command.SetAction(async (parsed, cancellation) =>
        {
            var stage = Stages.Parse(parsed.GetRequiredValue(until));
            var settings = Loading.Settings(parsed.GetValue(config));
            var pipe = new Pipe(Loading.Pipeline(settings), stage, parsed.GetValue(dropped), settings.Read.MaxBytes);
            var refused = await pipe.RunAsync(Console.OpenStandardInput(), StandardOutput.Open(), parsed.GetValue(workers) ?? Environment.ProcessorCount, cancellation);
            return refused && parsed.GetValue(strict) ? ExitStatus.SomeFailed : ExitStatus.Done;
        });
        return command;
    }
}
