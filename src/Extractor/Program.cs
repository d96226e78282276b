using System.CommandLine;
using Extract;
using Extract.Commands;

// Command line → pipeline → exit status. A failure of one document is a value and never comes here.
using var interrupt = new Interrupt();
try
{
    var parsed = CommandLine.Create(TimeProvider.System).Parse(args);
    if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples) return Fail(CommandLine.Complaint(parsed));
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interrupt.Token);
}
catch (SettingsException e)
{
    return Fail(e.Message);
}
catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
{
    Console.Error.WriteLine(Messages.Line(Messages.Interrupted));
    return ExitStatus.Interrupted;
}
#pragma warning disable CA1031 // The last resort: whatever it is, the user gets one line and status 70.
catch (Exception e)
#pragma warning restore CA1031
{
    Console.Error.WriteLine(Messages.Line(Messages.OurFault(e)));
    if (args.Contains("--verbose")) Console.Error.WriteLine(e);
    return ExitStatus.OurFault;
}

static int Fail(string what)
{
    Console.Error.WriteLine(Messages.Line(what));
    return ExitStatus.WrongUse;
}
