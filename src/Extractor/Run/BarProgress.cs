using Spectre.Console;

namespace Extract.Run;

/// <summary>A bar on a terminal, with stage, rate and time left; gone when the run is done.</summary>
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
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new SpinnerColumn())
            .StartAsync(async context =>
            {
                _started.SetResult(context.AddTask(Headway.Documents, maxValue: 1));
                await _finished.Task;
            });
        Bar = _started.Task.GetAwaiter().GetResult();
        Bar.IsIndeterminate = true;
    }

    private ProgressTask Bar { get; }

    public void Show(Headway headway)
    {
        (Bar.IsIndeterminate, Bar.MaxValue) = (headway.Total is null || headway.Stage != Headway.Documents, Math.Max(1, headway.Total ?? 1));
        Bar.Value = headway.Total is null ? 0 : headway.Done;
        Bar.Description = Messages.Progress(headway);
    }

    public void Dispose()
    {
        _finished.TrySetResult();
        _showing.GetAwaiter().GetResult();
    }
}
