using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Extract.Tests.Run;

namespace Extract.Tests.Commands;

/// <summary>Pipes, sockets and devices look like files and may wait for ever: they are told, and never opened.</summary>
public sealed class SpecialFileTests
{
    private const string NotRegular = "it is not a regular file (a pipe, a socket or a device), and is not opened.";
    private const string Remedy = "Save what it gives as a file, or take it out of the sources.";

    [Fact]
    public void In_a_folder_each_is_one_line_and_one_failed_end_and_the_rest_goes_on()
    {
        using var folder = Announcements.Folder(2).With("texts/empty.txt", "");
        MakePipe(folder["texts/pipe.txt"]);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(folder["texts/socket"]));
        File.CreateSymbolicLink(folder["texts/link.txt"], folder["texts/pipe.txt"]);
        var ran = folder.Run("run", "texts");
        Assert.Equal(1, ran.Status);
        Assert.Equal(new[] { "link.txt", "pipe.txt", "socket" }.Select(name => $"extract: {name}: {NotRegular} {Remedy}"), ran.Talk.Split('\n').Where(line => line.StartsWith("extract: ", StringComparison.Ordinal)));
        Assert.Contains("2 with records, 0 duplicates, 1 dropped, 3 failed", ran.Talk, StringComparison.Ordinal);
        Assert.Equal(3, folder.Lines("out/ledger.jsonl").Count(line => line.Contains(NotRegular, StringComparison.Ordinal)));
        Assert.Equal(2, folder.Lines("out/records.jsonl").Length);
    }

    [Theory]
    [InlineData(1, $"extract: pipe.txt: {NotRegular} {Remedy}", "run", "pipe.txt", "--quiet")]
    [InlineData(1, $"extract: pipe.txt: {NotRegular} {Remedy}", "explain", "pipe.txt")]
    [InlineData(2, $"extract: pipe.txt: {NotRegular} Mend the file, or leave it out.", "evaluate", "pipe.txt")]
    [InlineData(2, $"extract: pipe.txt: {NotRegular} Mend the file, or leave it out.", "train", "pipe.txt")]
    [InlineData(2, $"extract: gold/page.txt: {NotRegular} Mend the file, or leave it out.", "evaluate", "gold")]
    public void Named_by_itself_it_is_one_line(int status, string line, params string[] arguments)
    {
        using var folder = new TemporaryFolder().With("gold/page.gold.json", "{\"announcements\": []}");
        MakePipe(folder["pipe.txt"]);
        MakePipe(folder["gold/page.txt"]);
        var ran = folder.Run(arguments);
        Assert.Equal((status, line + "\n"), (ran.Status, ran.Talk));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task One_signal_ends_work_that_does_not_listen(string signal)
    {
        ExtractProgram.NeedsSignal(signal);
        // The pipeline file is opened as a plain file: nobody writes into it.
        using var folder = new TemporaryFolder();
        MakePipe(folder["pipeline.yml"]);
        using var process = ExtractProgram.Start(folder.Path, [], "check");
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)])!.WaitForExit();
        var ran = ExtractProgram.Finish(process, process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal((130, "extract: interrupted. What is done is kept; the same command goes on from there.\n"), (ran.Status, ran.Talk));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task One_signal_ends_pipe_that_waits_for_input(string signal)
    {
        ExtractProgram.NeedsSignal(signal);
        using var folder = new TemporaryFolder();
        using var process = ExtractProgram.Start(folder.Path, [], "pipe");
        await process.StandardInput.WriteLineAsync("{\"id\": \"a\"}");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)])!.WaitForExit();
        Assert.Equal(130, ExtractProgram.Finish(process, Task.FromResult(""), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).Status);
    }

    private static void MakePipe(string path)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("named pipes are no files of Windows'");
        Process.Start("mkfifo", [path])!.WaitForExit();
        Assert.True(File.Exists(path));
    }
}
