using System.Diagnostics;

namespace Extract.Tests.Commands;

/// <summary>A rule file that somebody broke is told with its place, by every command that loads it: rules are loaded side by side, and a fault in one must not come out wrapped.</summary>
public sealed class BrokenRulesTests
{
    [Theory]
    [InlineData("dates/en.yml", "check")]
    [InlineData("organizations.yml", "pipe")]
    [InlineData("status.yml", "pipe")]
    [InlineData("announces.yml", "run", "a.txt")]
    [InlineData("topics.yml", "explain", "a.txt")]
    public void It_is_one_line_with_file_line_and_column(string file, params string[] arguments)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("links want a privilege on Windows");
        using var folder = new TemporaryFolder().With("a.txt", "A conference on 3 May 2018 in Zagreb.");
        var rules = Copied(folder, "program/Rules");
        File.WriteAllText(Path.Combine(rules, file), "tag: date\nruls: []\n");
        var ran = Run(folder, arguments);
        Assert.Equal((2, ""), (ran.Status, ran.Out.Contains("Exception", StringComparison.Ordinal) ? ran.Out : ""));
        Assert.Matches($"^extract: .*{Path.GetFileName(file)}:[12]:\\d+: [^\n]*\n$", ran.Talk);
        Assert.DoesNotContain("a fault of ours", ran.Talk, StringComparison.Ordinal);
        Assert.DoesNotContain("One or more errors", ran.Talk, StringComparison.Ordinal);
    }

    // The program with rules of its own: all else is linked. What the host looks for by its real path is copied.
    private static string Copied(TemporaryFolder folder, string rules)
    {
        Directory.CreateDirectory(folder["program"]);
        foreach (var entry in Directory.GetFileSystemEntries(AppContext.BaseDirectory))
        {
            var target = Path.Combine(folder["program"], Path.GetFileName(entry));
            if (Path.GetFileName(entry) == "Rules") Copy(entry, target);
            else if (Path.GetFileName(entry).StartsWith("extract.", StringComparison.Ordinal)) File.Copy(entry, target);
            else File.CreateSymbolicLink(target, entry);
        }
        return folder[rules];
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static Ran Run(TemporaryFolder folder, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [folder["program/extract.dll"], .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        return ExtractProgram.Finish(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }
}
