using System.CommandLine;
using Extract.Rules;
using Extract.Run;

namespace Extract.Commands;

/// <summary>What <c>run</c> and <c>retry</c> take.</summary>
/// <param name="sample">The option that takes a sample; null for <c>retry</c>.</param>
internal sealed class RunOptions(Option<int?>? sample)
{
    private readonly Option<bool> _json = new("--json") { Description = "Print the summary as JSON on standard output." };
    private readonly Option<int?> _workers = Numbers.Workers();
    private readonly Option<string?> _state = State();
    private readonly Option<bool> _verbose = new("--verbose") { Description = "One line for every stage of every document." };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "Say nothing but what failed." };

    public static Argument<string[]> Paths() => new("PATH") { Description = "A pipeline file, or files, folders and addresses (pipeline.yml of this folder).", Arity = ArgumentArity.ZeroOrMore };

    public static Option<int?> Sampled() => Numbers.Option("--sample", 1, "Take N documents spread over all sources; what is written goes into the folder sample beside the records.");

    public static Option<string?> State() => new("--state") { Description = "The folder of the run's state (that of the records).", HelpName = "DIR" };

    public void AddTo(Command command, Func<ParseResult, string[]> paths, TimeProvider time)
    {
        // A mistyped option would else be taken for a path.
        command.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } token)
                result.AddError(Messages.UnknownCommand(token.Value, Nearest.Hint(token.Value, command.Options.Select(option => option.Name))));
        });
        foreach (var option in new Option?[] { sample, _json, _workers, _state, _verbose, _quiet }.OfType<Option>()) command.Add(option);
        command.SetAction((parsed, cancellation) =>
        {
            var output = new RunOutput(parsed.GetValue(_json), parsed.GetValue(_verbose) ? Verbosity.Verbose : parsed.GetValue(_quiet) ? Verbosity.Quiet : Verbosity.Normal);
            var settings = RunInputs.Settings(paths(parsed));
            var count = sample is null ? null : parsed.GetValue(sample);
            var job = new RunJob(count is null ? settings : RunInputs.OfSample(settings), count, parsed.GetValue(_workers) ?? Environment.ProcessorCount, parsed.GetValue(_state)) { IsRetry = sample is null };
            return job.RunAsync(output, time, cancellation);
        });
    }
}
