using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Extract.Review;
using Extract.Tests.Corpus;
using Microsoft.Data.Sqlite;

namespace Extract.Tests.Run;

/// <summary>
/// The real program, killed (SIGKILL) at random moments while it works, and started again until it comes to its end: the same bytes as of a run that nobody disturbed, and what was
/// on the disk is not done again. <c>EXTRACT_KILLS=1000</c> takes so many, however long they take; <c>.ci/run</c> asks for 200.
/// </summary>
public sealed class KillTests
{
    private const int Documents = 24;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(75);
    private static readonly string[] Files = ["out/records.jsonl", "out/records.csv", "out/records.sqlite", "out/ledger.jsonl"];

    [Fact]
    public async Task Killed_at_random_moments_it_gives_the_bytes_of_a_run_that_nobody_disturbed()
    {
        var wanted = Environment.GetEnvironmentVariable("EXTRACT_KILLS") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : (int?)null;
        var lanes = await Task.WhenAll(Enumerable.Range(0, 2).Select(lane => Task.Run(() => KillAsync(lane, ((wanted ?? 200) + 1) / 2, wanted is null ? MostTime : TimeSpan.MaxValue))));
        TestContext.Current.SendDiagnosticMessage("{0} kills in {1} runs", lanes.Sum(lane => lane.Kills), lanes.Sum(lane => lane.Rounds));
        // On a busy machine the time allows fewer; none would prove nothing.
        Assert.True(lanes.Sum(lane => lane.Kills) >= (wanted ?? 5), $"only {lanes.Sum(lane => lane.Kills)} kills");
        Assert.All(lanes, lane => Assert.NotEqual(0, lane.Rounds));
    }

    // One run after another in a folder of its own, each killed until one attempt comes to its end before its time.
    private static async Task<(int Kills, int Rounds)> KillAsync(int lane, int kills, TimeSpan most)
    {
        using var folder = Prepared(lane);
        var whole = Sums(folder);
        Assert.All(Files, file => Assert.NotEqual(0, new FileInfo(folder[file]).Length));
        var (random, watch, killed, rounds) = (new Random(lane), Stopwatch.StartNew(), 0, 0);
        while (rounds == 0 || (killed < kills && watch.Elapsed < most))
        {
            Directory.Delete(folder["out"], recursive: true);
            for (var done = new HashSet<string>(); ; done = Done(folder))
            {
                // The last attempts of a round that has no time left are not disturbed.
                var (isEnd, worked) = await AttemptAsync(folder, killed < kills && watch.Elapsed < most ? Moment(random) : null);
                Assert.Empty(worked.Intersect(done));
                if (isEnd) break;
                killed++;
            }
            Assert.Equal(whole, Sums(folder));
            rounds++;
        }
        return (killed, rounds);
    }

    private static TemporaryFolder Prepared(int lane)
    {
        var folder = new TemporaryFolder().With("pipeline.yml", "fetch:\n  sources: [texts]\npublish:\n  csv: out/records.csv\n  sqlite: out/records.sqlite\n");
        Directory.CreateDirectory(folder["texts"]);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(CorpusFolder.Root, "train"), "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Skip(lane * Documents).Take(Documents))
            File.Copy(file, folder["texts/" + Path.GetFileName(file)]);
        Assert.Equal(0, folder.Run("--quiet").Status);
        var records = folder.Lines("out/records.jsonl").Select(RecordJson.FromJson).Take(2).ToArray();
        foreach (var (record, status) in records.Zip(["reviewed", "rejected"]))
            DecisionFiles.Append(folder["reviews"], new("ana", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), status, [new("replace", "/title", JsonSerializer.SerializeToElement("A better title"))], record));
        Assert.Equal(0, folder.Run("--quiet").Status);
        Assert.Contains("A better title", File.ReadAllText(folder["out/records.csv"]), StringComparison.Ordinal);
        return folder;
    }

    // Mostly while documents are worked on or published; one in six while the program starts, opens its state or reads what is there.
    private static (bool FromStart, int Milliseconds) Moment(Random random) => random.Next(6) == 0 ? (true, random.Next(1500)) : (false, random.Next(600));

    // Runs until so many milliseconds after it was started or took up its first document, or to the end where null.
    private static async Task<(bool IsEnd, List<string> Worked)> AttemptAsync(TemporaryFolder folder, (bool FromStart, int Milliseconds)? moment)
    {
        using var process = ExtractProgram.Start(folder.Path, [], "run", "--verbose");
        process.StandardInput.Close();
        var (worked, begun) = (new List<string>(), new TaskCompletionSource());
        var reading = Task.Run(async () =>
        {
            while (await process.StandardError.ReadLineAsync() is { } line)
            {
                if (line.Contains(" DBG fetch ", StringComparison.Ordinal)) begun.TrySetResult();
                if (line.Split(" DBG read ") is [_, var rest]) worked.Add(rest[..rest.IndexOf(": ", StringComparison.Ordinal)]);
            }
        });
        var output = process.StandardOutput.ReadToEndAsync();
        if (moment is { } at)
        {
            if (!at.FromStart) await Task.WhenAny(begun.Task, process.WaitForExitAsync());
            await Task.WhenAny(Task.Delay(at.Milliseconds), process.WaitForExitAsync());
            process.Kill();
        }
        await process.WaitForExitAsync();
        await reading;
        await output;
        Assert.Contains(process.ExitCode, new[] { 0, 137 });
        return (process.ExitCode == 0, worked);
    }

    // What is on the disk, by a copy, so that the look changes nothing.
    private static HashSet<string> Done(TemporaryFolder folder)
    {
        using var copy = new TemporaryFolder();
        foreach (var file in Directory.Exists(folder["out"]) ? Directory.EnumerateFiles(folder["out"], "state.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)) : [])
            File.Copy(file, copy[Path.GetFileName(file)]);
        var done = new HashSet<string>();
        if (!File.Exists(copy["state.db"])) return done;
        using var database = SqliteFile.Open(copy["state.db"]);
        using var command = database.CreateCommand();
        command.CommandText = "SELECT input FROM documents WHERE outcome <> 'failed'";
        try
        {
            using var rows = command.ExecuteReader();
            while (rows.Read()) done.Add(rows.GetString(0));
        }
        catch (SqliteException e) when (e.SqliteErrorCode == 1)
        {
            // Killed before there were tables.
        }
        return done;
    }

    private static string Sums(TemporaryFolder folder) =>
        string.Join('\n', Files.Append("reviews/ana.jsonl").Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(folder[file])))}"));
}
