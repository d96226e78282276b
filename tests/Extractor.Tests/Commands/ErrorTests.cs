using System.Diagnostics;
using System.Runtime.Versioning;
using Extract.Tests.Run;

namespace Extract.Tests.Commands;

/// <summary>What goes wrong gives one clear line with the document's name, and the rest goes on: through the real program, to the letter.</summary>
public sealed class ErrorTests
{
    [Fact]
    public void A_file_that_is_not_there_any_more()
    {
        using var folder = Announcements.Folder(1);
        File.CreateSymbolicLink(folder["texts/gone.txt"], folder["nowhere.txt"]);
        AssertOneFailed(folder.Run("run", "texts"), "extract: gone.txt: it cannot be read: there is no such file. Check the path.");
        Assert.Single(folder.Lines("out/records.jsonl"));
    }

    [Fact, UnsupportedOSPlatform("windows")]
    public void A_file_that_may_not_be_read()
    {
        if (Environment.UserName == "root") Assert.Skip("this user may read everything");
        using var folder = Announcements.Folder(1).With("texts/secret.txt", "x").With("texts/a/closed.txt", "x");
        if (OperatingSystem.IsWindows()) Assert.Skip("permissions are Unix's");
        File.SetUnixFileMode(folder["texts/a"], UnixFileMode.None);
        var closed = folder.Run("run", "texts");
        File.SetUnixFileMode(folder["texts/a"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(1, closed.Status);
        Assert.Contains("extract: a: it cannot be read: access is denied.", closed.Talk, StringComparison.Ordinal);
        File.Delete(folder["texts/a/closed.txt"]);
        File.SetUnixFileMode(folder["texts/secret.txt"], UnixFileMode.None);
        AssertOneFailed(folder.Run("run", "texts"), "extract: secret.txt: it cannot be read: access is denied. Give read permission, or take it out of the sources.");
    }

    [Fact]
    public void A_text_of_200_MB()
    {
        using var folder = Announcements.Folder(1);
        using (var large = File.Create(folder["texts/large.txt"])) large.SetLength(200_000_000);
        AssertOneFailed(folder.Run("run", "texts"), "extract: large.txt: 200,000,000 bytes are more than the limit of 50,000,000. Split it, or raise 'read: maxBytes'.");
        Assert.Single(folder.Lines("out/records.jsonl"));
    }

    [Fact]
    public void A_binary()
    {
        using var folder = Announcements.Folder(1);
        File.WriteAllBytes(folder["texts/program.txt"], [0x7F, 0x45, 0x4C, 0x46, 1, 2, 3, 0, 0, 0]);
        AssertOneFailed(folder.Run("run", "texts"), "extract: program.txt: it is a program, not text. Convert it to text or HTML, or take it out of the sources.");
    }

    [Fact]
    public void An_address_that_is_none()
    {
        using var folder = Announcements.Folder(1);
        AssertOneFailed(folder.Run("run", "texts", "http://"), "extract: http://: it is no web address. Write it as https://host/path.");
        Assert.Single(folder.Lines("out/records.jsonl"));
        Assert.Equal((2, "extract: “http://” is no web address. Write it as https://host/path.\n"), folder.Run("init", "http://") is var ran ? (ran.Status, ran.Talk) : default);
    }

    [Fact]
    public void A_folder_that_does_not_exist_beside_one_that_does()
    {
        using var folder = Announcements.Folder(1);
        AssertOneFailed(folder.Run("run", "texts", "nowhere"), "extract: nowhere: it cannot be read: there is no such file. Check the path.");
        Assert.Single(folder.Lines("out/records.jsonl"));
    }

    [Theory]
    [InlineData("extract: nowhere: there is no such file or folder. Check the path.", "run", "nowhere")]
    [InlineData("extract: pipeline.yml: there is no such pipeline file. Name another, or write one by “extract init .”.")]
    [InlineData("extract: other.yml: there is no such pipeline file. Name another, or write one by “extract init .”.", "run", "other.yml")]
    [InlineData("extract: there is no command or option “evalute”. Did you mean “evaluate”? See “extract --help”.", "evalute")]
    [InlineData("extract: there is no command or option “--sampel”. Did you mean “--sample”? See “extract run --help”.", "run", "--sampel", "3")]
    [InlineData("extract: --until: there is no stage “reed”. Did you mean “read”?", "pipe", "--until", "reed")]
    [InlineData("extract: pipe ends at score: “link” needs all documents at once. Give --until read, tag, split, resolve or score; “extract run” does the rest.", "pipe", "--until", "link")]
    [InlineData("extract: nowhere.html: there is no such file or folder. Check the path.", "explain", "nowhere.html")]
    [InlineData("extract: nowhere: there is no such file or folder. Check the path.", "init", "nowhere")]
    [InlineData("extract: “foo” is more than it takes. See “extract pipe --help”.", "pipe", "foo")]
    [InlineData("extract: --until: there is no stage “bogus”. Valid are read, tag, split, resolve, score.", "pipe", "--until", "bogus")]
    [InlineData("extract: --sample: a whole number of 1 or more is expected here, not “0”. See “extract run --help”.", "run", ".", "--sample", "0")]
    [InlineData("extract: --sample: a whole number of 1 or more is expected here, not “x”. See “extract run --help”.", "run", ".", "--sample", "x")]
    [InlineData("extract: --workers: a whole number from 1 to 1000 is expected here, not “0”. See “extract --help”.", "--workers", "0")]
    [InlineData("extract: --workers: a whole number from 1 to 1000 is expected here, not “-1”. See “extract pipe --help”.", "pipe", "--workers", "-1")]
    [InlineData("extract: --folds: a whole number from 2 to 100 is expected here, not “1”. See “extract evaluate --help”.", "evaluate", "--folds", "1")]
    [InlineData("extract: --folds: a whole number from 2 to 100 is expected here, not “0”. See “extract train --help”.", "train", "--folds", "0")]
    [InlineData("extract: nowhere: there is no such file or folder. Check the path.", "train", "--unlabelled", "nowhere")]
    [InlineData("extract: --labels and --unlabelled exclude each other. Leave one out.", "train", "--labels", "our.yml", "--unlabelled", ".")]
    [InlineData("extract: --port: a whole number from 0 to 65535 is expected here, not “99999”. See “extract review --help”.", "review", "--port", "99999")]
    public void Wrong_use_is_one_line_and_status_2(string line, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var ran = folder.Run(arguments);
        Assert.Equal((2, line + "\n", ""), (ran.Status, ran.Talk, ran.Out));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("fetch:\n\tsources: [.]\n", "pipeline.yml:2:1: YAML takes no tab at the beginning of a line. Write blanks.")]
    [InlineData("fetch: \"a\ufffd\"\n", "pipeline.yml:1:10: The file is not UTF-8 here. Save it as UTF-8.")]
    [InlineData("fetch:\n  sources: [.]\nscore:\n  models: nope\n", "pipeline.yml:4:11: score: models: there is no folder “nope”. Write it by “extract train”, or take the key out: the models that ship serve then.")]
    public void A_pipeline_file_that_cannot_be_meant_is_told_with_its_place(string text, string line)
    {
        using var folder = new TemporaryFolder().With("pipeline.yml", text).With("a.txt", "x");
        var ran = folder.Run();
        Assert.Equal((2, $"extract: {line}\n"), (ran.Status, ran.Talk));
    }

    [Fact]
    public void Explain_says_that_a_folder_is_one()
    {
        using var folder = Announcements.Folder(1);
        Assert.Equal((2, "extract: texts: it is a folder. Name one document in it; “extract run texts” does all.\n"), folder.Run("explain", "texts") is var ran ? (ran.Status, ran.Talk) : default);
    }

    [Fact]
    public void A_port_that_is_taken()
    {
        using var folder = new TemporaryFolder().With("out/records.jsonl", "");
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        var ran = folder.Run("review", "--port", $"{port}");
        Assert.Equal((2, $"extract: port {port} of this machine is taken or forbidden. Name another with --port, or 0 for any free one.\n"), (ran.Status, ran.Talk));
    }

    [Fact]
    public void A_wrong_pipeline_file_is_refused_before_any_input_is_read()
    {
        using var folder = Announcements.Folder(1).With("pipeline.yml", "fetch:\n  sources: [texts]\npublsh:\n  csv: x.csv\n");
        var ran = folder.Run();
        Assert.Equal((2, "extract: pipeline.yml:3:1: there is no section “publsh”. Did you mean “publish”?\n"), (ran.Status, ran.Talk));
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public void A_folder_where_the_output_should_be()
    {
        using var folder = Announcements.Folder(1);
        Directory.CreateDirectory(folder["out/records.jsonl"]);
        var ran = folder.Run("run", "texts");
        Assert.Equal((2, $"extract: publish: jsonl: “{folder["out/records.jsonl"]}” is a folder. Name a file in it.\n"), (ran.Status, ran.Talk));
    }

    [Fact]
    public void A_full_disk_for_the_output()
    {
        using var folder = Announcements.Folder(200);
        Directory.CreateDirectory(folder["small"]);
        if (!Succeeds("mount", "-t", "tmpfs", "-o", "size=48k", "tmpfs", folder["small"])) Assert.Skip("no file system may be mounted here");
        try
        {
            folder.With("pipeline.yml", "fetch:\n  sources: [texts]\npublish:\n  jsonl: small/records.jsonl\n");
            var ran = folder.Run("run", "--state", "state");
            Assert.Equal((2, $"extract: {folder["small/records.jsonl"]}: it cannot be written: the disk is full. Nothing of it was changed; mend that and run again.\n"), (ran.Status, ran.Talk));
            Assert.Empty(Directory.GetFileSystemEntries(folder["small"]));
        }
        finally
        {
            Succeeds("umount", folder["small"]);
        }
    }

    [Fact]
    public void A_full_disk_for_pipe()
    {
        if (!File.Exists("/dev/full")) Assert.Skip("there is no /dev/full here");
        using var folder = new TemporaryFolder().With("in.jsonl", "{\"id\":\"a\"}\n");
        var program = Path.Combine(AppContext.BaseDirectory, "extract.dll");
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", $"dotnet '{program}' pipe < in.jsonl > /dev/full"]) { WorkingDirectory = folder.Path, RedirectStandardError = true })!;
        var talk = shell.StandardError.ReadToEnd();
        shell.WaitForExit();
        Assert.Equal((2, "extract: standard output: it cannot be written: the disk is full. Mend that and run again.\n"), (shell.ExitCode, talk));
    }

    private static void AssertOneFailed(Ran ran, string line)
    {
        Assert.Equal(1, ran.Status);
        // How far it is, is told after some seconds: on a busy machine here too.
        Assert.Equal([line], ran.Talk.Split('\n').Where(each => each.StartsWith("extract: ", StringComparison.Ordinal) && !each.Contains(" documents so far, ", StringComparison.Ordinal)));
    }

    private static bool Succeeds(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
