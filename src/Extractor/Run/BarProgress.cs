using Spectre.Console;

namespace Extract.Run;

/// <summary>A bar on a terminal, with rate and time left; gone when the run is done.</summary>
internal sealed class BarProgress : IProgress
{
    private readonly TaskCompletionSource _finished = new();
    private readonly TaskCompletionSource<ProgressTask> _started = new();
    private readonly Task _showing;

    public BarProgress(TimeProvider time)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        _showing = new Progress(console, time)
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(async context =>
            {
                _started.SetResult(context.AddTask("documents", maxValue: 1));
                await _finished.Task;
            });
        Bar = _started.Task.GetAwaiter().GetResult();
        Bar.IsIndeterminate = true;
    }

    private ProgressTask Bar { get; }

    public void Known(int inputs) => (Bar.MaxValue, Bar.IsIndeterminate) = (Math.Max(1, inputs), inputs == 0);

    public void Done(Outcome outcome, long bytes) => Bar.Increment(1);

    public void Dispose()
    {
        _finished.TrySetResult();
        _showing.GetAwaiter().GetResult();
    }
}
