using System.Runtime.InteropServices;

namespace Extract.Commands;

/// <summary>
/// Ctrl-C and SIGTERM ask the work to stop where it can go on later; a second one ends the program at once. Work that does not listen, such as the opening
/// of a file on a network that has gone, is left after a while: what is done is on the disk, so that the status is that of an interruption in either case.
/// </summary>
internal sealed class Interrupt : IDisposable
{
    // Less than the ten seconds after which services kill.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private ITimer? _end;

    public Interrupt()
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }) _signals.Add(PosixSignalRegistration.Create(signal, Handle));
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = !_source.IsCancellationRequested;
        _end ??= TimeProvider.System.CreateTimer(_ => End(), null, Grace, Timeout.InfiniteTimeSpan);
        _source.Cancel();
    }

    private static void End()
    {
        Console.Error.WriteLine(Messages.Line(Messages.Interrupted));
        Environment.Exit(ExitStatus.Interrupted);
    }

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _end?.Dispose();
        _source.Dispose();
    }
}
