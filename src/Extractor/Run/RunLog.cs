using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace Extract.Run;

/// <summary>How much a run says.</summary>
internal enum Verbosity
{
    /// <summary>Errors only.</summary>
    Quiet,
    /// <summary>Progress, failures and the summary.</summary>
    Normal,
    /// <summary>One event for each stage of each document too.</summary>
    Verbose,
}

/// <summary>The log of a run: standard error and a file that rolls over, without secrets.</summary>
internal static class RunLog
{
    private const string Line = "{UtcTimestamp:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>A log into a file; what goes to standard error depends on the verbosity, warnings of a normal run are its own lines already.</summary>
    public static Logger Create(string file, Verbosity verbosity, Secrets secrets) => new LoggerConfiguration()
        .MinimumLevel.Is(verbosity == Verbosity.Verbose ? LogEventLevel.Debug : LogEventLevel.Information)
        .WriteTo.Console(Formatter(secrets), verbosity == Verbosity.Verbose ? LogEventLevel.Debug : LogEventLevel.Error, standardErrorFromLevel: LogEventLevel.Verbose)
        .WriteTo.File(Formatter(secrets), file, fileSizeLimitBytes: 32 << 20, rollOnFileSizeLimit: true, retainedFileCountLimit: 5)
        .CreateLogger();

    private static Redacting Formatter(Secrets secrets) => new(new MessageTemplateTextFormatter(Line, CultureInfo.InvariantCulture), secrets);

    /// <summary>Writes events without the values that came from the environment, wherever in an event they stand.</summary>
    private sealed class Redacting(MessageTemplateTextFormatter formatter, Secrets secrets) : ITextFormatter
    {
        public void Format(LogEvent logEvent, TextWriter output)
        {
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            formatter.Format(logEvent, text);
            output.Write(secrets.Redact(text.ToString()));
        }
    }
}
