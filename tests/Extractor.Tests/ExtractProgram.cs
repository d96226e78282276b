using System.Diagnostics;
using System.Text;

namespace Extract.Tests;

/// <summary>What a run of the real program gave.</summary>
/// <param name="Status">The exit status.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Talk">Standard error.</param>
internal sealed record Ran(int Status, string Out, string Talk)
{
    /// <summary>The lines of standard output.</summary>
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The real program, started as a process of its own.</summary>
internal static class ExtractProgram
{
    /// <summary>Skips the test where a signal does not reach what it starts.</summary>
    /// <param name="signal">"INT" or "TERM".</param>
    public static void NeedsSignal(string signal)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("signals are Unix's");
        if (signal == "INT" && IgnoresInterrupts()) Assert.Skip("the shell that started this ignores interrupts, as one does in the background (&), and so do all that it starts");
    }

    private static bool IgnoresInterrupts() =>
        File.Exists("/proc/self/status") && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } ignored
        && (Convert.ToUInt64(ignored[7..].Trim(), 16) & 2) != 0;

    /// <summary>How long a test waits before it says that the program hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs it in a folder to its end.</summary>
    public static Ran Run(string folder, params string[] arguments) => Feed(folder, "", arguments);

    /// <summary>Runs it with text on standard input.</summary>
    public static Ran Feed(string folder, string input, params string[] arguments)
    {
        using var process = Start(folder, [], arguments);
        var (output, talk) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return Finish(process, output, talk);
    }

    /// <summary>Runs it with variables in its environment.</summary>
    public static Ran RunWith(string folder, (string Name, string Value)[] environment, params string[] arguments)
    {
        using var process = Start(folder, environment, arguments);
        process.StandardInput.Close();
        return Finish(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    /// <summary>Starts it and returns at once.</summary>
    public static Process Start(string folder, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "extract.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Waits for its end.</summary>
    public static Ran Finish(Process process, Task<string> output, Task<string> talk)
    {
        if (process.WaitForExit(Patience)) return new(process.ExitCode, output.GetAwaiter().GetResult(), talk.GetAwaiter().GetResult());
        process.Kill(entireProcessTree: true);
        throw new TimeoutException("extract does not end");
    }
}
