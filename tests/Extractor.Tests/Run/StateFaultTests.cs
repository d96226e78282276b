using System.Diagnostics;
using System.Runtime.Versioning;
using Extract.Review;

namespace Extract.Tests.Run;

/// <summary>What can go wrong with the disk below a run: one line that says what, where and what to do, status 2, and nothing lost that had been confirmed.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class StateFaultTests
{
    private const string Closed = "it cannot be written: access is denied. Give write permission to it and its folder, or give --state another folder; what was done is kept.";

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_state_that_was_cut_short_is_known_at_once(double part)
    {
        using var folder = Announcements.Folder(60);
        folder.Run("run", "texts", "--quiet");
        var before = File.ReadAllBytes(folder["out/records.jsonl"]);
        using (var state = File.OpenWrite(folder["out/state.db"])) state.SetLength((long)(state.Length * part));
        AssertOneLine(folder.Run("run", "texts"), $"{folder["out/state.db"]}: the state cannot be used: ", ". Delete it; the next run does the work again, and no decision is lost.");
        Assert.Equal(before, File.ReadAllBytes(folder["out/records.jsonl"]));
        File.Delete(folder["out/state.db"]);
        Assert.Equal(0, folder.Run("run", "texts", "--quiet").Status);
        Assert.Equal(before, File.ReadAllBytes(folder["out/records.jsonl"]));
    }

    [Fact]
    public void Pages_that_were_overwritten_are_known_at_once()
    {
        using var folder = Announcements.Folder(60);
        folder.Run("run", "texts", "--quiet");
        using (var state = File.OpenWrite(folder["out/state.db"]))
        {
            state.Position = 3 * 4096;
            state.Write(new byte[8 * 4096]);
        }
        AssertOneLine(folder.Run("run", "texts"), $"{folder["out/state.db"]}: the state cannot be used: ", ". Delete it; the next run does the work again, and no decision is lost.");
    }

    [Fact]
    public void A_state_of_an_older_program_is_begun_anew()
    {
        using var folder = Announcements.Folder(2);
        folder.Run("run", "texts", "--quiet");
        var before = File.ReadAllBytes(folder["out/records.jsonl"]);
        using (var database = SqliteFile.Open(folder["out/state.db"]))
        using (var command = database.CreateCommand())
        {
            command.CommandText = "DROP TABLE runs; CREATE TABLE runs (number INTEGER PRIMARY KEY); PRAGMA user_version = 0;";
            command.ExecuteNonQuery();
        }
        Assert.Equal(0, folder.Run("run", "texts", "--quiet").Status);
        Assert.Equal(before, File.ReadAllBytes(folder["out/records.jsonl"]));
    }

    [Fact]
    public void A_state_that_may_not_be_written()
    {
        using var folder = Announcements.Folder(2);
        folder.Run("run", "texts", "--quiet");
        File.SetUnixFileMode(folder["out/state.db"], UnixFileMode.UserRead);
        AssertOneLine(RunAsUser(folder, "run", "texts"), $"{folder["out/state.db"]}: ", Closed);
        File.SetUnixFileMode(folder["out/state.db"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Contains("unchanged      2", folder.Run("run", "texts").Talk, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_may_not_be_written()
    {
        using var folder = Announcements.Folder(2);
        folder.Run("run", "texts", "--quiet");
        var before = File.ReadAllBytes(folder["out/records.jsonl"]);
        File.SetUnixFileMode(folder["out"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            AssertOneLine(RunAsUser(folder, "run", "texts"), $"{folder["out/state.db"]}: ", Closed);
            Assert.Equal(before, File.ReadAllBytes(folder["out/records.jsonl"]));
            // To look is no reason to write.
            Assert.Contains("2 of 2   2 with records", RunAsUser(folder, "status", "texts").Out, StringComparison.Ordinal);
            Directory.CreateDirectory(folder["new"]);
            File.SetUnixFileMode(folder["new"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
            AssertOneLine(RunAsUser(folder, "run", "texts", "--state", "new"), $"{folder["new"]}: it cannot be written: access is denied.", "");
        }
        finally
        {
            foreach (var name in new[] { "out", "new" }.Where(name => Directory.Exists(folder[name])))
                File.SetUnixFileMode(folder[name], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void A_disk_that_is_full_loses_nothing_and_the_next_run_goes_on()
    {
        using var folder = Announcements.Folder(150);
        folder.Run("run", "texts", "--quiet", "--state", "whole");
        var whole = File.ReadAllBytes(folder["out/records.jsonl"]);
        using var disk = new SmallDisk(folder, "disk", "400k");
        AssertOneLine(folder.Run("run", "texts", "--state", "disk"), $"{folder["disk/state.db"]}: it cannot be written: the disk is full. What was done is kept; make room and run again.", "");
        Assert.Equal(whole, File.ReadAllBytes(folder["out/records.jsonl"]));
        disk.Grow("40m");
        var resumed = System.Text.Json.Nodes.JsonNode.Parse(folder.Run("run", "texts", "--state", "disk", "--json").Out)!;
        Assert.InRange((int)resumed["unchanged"]!, 1, 149);
        Assert.Equal(whole, File.ReadAllBytes(folder["out/records.jsonl"]));
    }

    [Fact]
    public void Records_that_find_no_room_leave_those_of_the_run_before()
    {
        using var folder = Announcements.Folder(40);
        using var disk = new SmallDisk(folder, "out", "48k");
        folder.With("few/0.txt", Announcements.Text(0));
        Assert.Equal(0, folder.Run("run", "few", "--quiet", "--state", "state").Status);
        var before = File.ReadAllBytes(folder["out/records.jsonl"]);
        AssertOneLine(folder.Run("run", "texts", "--state", "state"), $"{folder["out/records.jsonl"]}: it cannot be written: the disk is full. Nothing of it was changed; mend that and run again.", "");
        Assert.Equal(before, File.ReadAllBytes(folder["out/records.jsonl"]));
    }

    [Fact]
    public void A_decision_that_finds_no_room_is_not_confirmed_and_costs_no_earlier_one()
    {
        using var folder = Announcements.Folder(1);
        folder.Run("run", "texts", "--quiet");
        var record = RecordJson.FromJson(folder.Lines("out/records.jsonl")[0]);
        using var disk = new SmallDisk(folder, "reviews", "32k");
        var decision = new Decision("ana", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "reviewed", [], record);
        var confirmed = 0;
        Assert.Throws<IOException>(() =>
        {
            for (; confirmed < 1000; confirmed++) DecisionFiles.Append(folder["reviews"], decision with { At = decision.At.AddMinutes(confirmed) });
        });
        Assert.NotEqual(0, confirmed);
        Assert.Equal(1 + confirmed, DecisionFiles.Load(folder["reviews"]).Apply(record).Revision);
    }

    private static void AssertOneLine(Ran ran, string begin, string end)
    {
        Assert.Equal(2, ran.Status);
        var line = Assert.Single(ran.Talk.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("extract: " + begin, line, StringComparison.Ordinal);
        Assert.EndsWith(end, line, StringComparison.Ordinal);
    }

    // Root may write everything, unless it gives that right away.
    private static Ran RunAsUser(TemporaryFolder folder, params string[] arguments)
    {
        if (Environment.UserName != "root") return folder.Run(arguments);
        if (!File.Exists("/usr/bin/setpriv")) Assert.Skip("this user may write everywhere, and there is no setpriv to give that right away");
        var start = new ProcessStartInfo("/usr/bin/setpriv", ["--bounding-set=-dac_override,-dac_read_search,-fowner", "--inh-caps=-dac_override,-dac_read_search,-fowner", "dotnet", Path.Combine(AppContext.BaseDirectory, "extract.dll"), .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        return ExtractProgram.Finish(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    /// <summary>A disk of a few kilobytes, in memory.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private readonly string _path;

        public SmallDisk(TemporaryFolder folder, string name, string size)
        {
            _path = folder[name];
            Directory.CreateDirectory(_path);
            if (!OperatingSystem.IsLinux() || Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", _path) != 0) Assert.Skip("this user may mount no small disk");
        }

        public void Grow(string size) => Assert.Equal(0, Run("mount", "-o", $"remount,size={size}", _path));

        public void Dispose() => Run("umount", _path);

        private static int Run(string program, params string[] arguments)
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
                process.WaitForExit();
                return process.ExitCode;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return 127;
            }
        }
    }
}
