using System.Diagnostics;
using System.Globalization;
using Extract.Fetch;
using Extract.Read;
using Extract.Score;
using Extract.Trained;

namespace Extract.Tests.Fuzz;

/// <summary>
/// Damaged pages, documents, mails and archives through the whole path: records, a reason, or a fault, never an exception, and no more in memory than the settings allow.
/// EXTRACT_FUZZ=100000 takes so many; EXTRACT_FUZZ_FROM another beginning.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int MaxBytes = 5_000_000;

    private static int Number(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;

    [Fact]
    public void Damaged_input_gives_records_or_a_reason()
    {
        var (from, count) = (Number("EXTRACT_FUZZ_FROM", 0), Number("EXTRACT_FUZZ", 400));
        var seeds = Seeds.All();
        var pipeline = new Pipeline(ModelSet.Load(Path.Combine(AppContext.BaseDirectory, "Trained")), new ReadSettings { MaxBytes = MaxBytes }, new ScoreSettings(), "fuzz");
        var tally = new Tally();
        Parallel.For(from, from + count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, number =>
        {
            var (name, bytes) = seeds[number % seeds.Count];
            var damaged = new Mutations(number).Of(bytes, seeds[number * 7 % seeds.Count].Bytes);
            var start = Stopwatch.GetTimestamp();
            try
            {
                Take(pipeline, name, damaged, tally);
            }
            catch (Exception e)
            {
                tally.Crashed(string.Create(CultureInfo.InvariantCulture, $"{number} {name}: {e.GetType().Name}: {e.Message.Split('\n')[0]} {e.StackTrace?.Split('\n')[0].Trim()}"));
            }
            tally.Took(string.Create(CultureInfo.InvariantCulture, $"{number} {name} of {damaged.Length} bytes"), Stopwatch.GetElapsedTime(start));
        });
        output.WriteLine(tally.ToString());
        Console.WriteLine(tally);
        Assert.Empty(tally.Crashes);
        Assert.True(Process.GetCurrentProcess().PeakWorkingSet64 < 4_000_000_000, "memory is not bounded");
    }

    private static void Take(Pipeline pipeline, string name, byte[] bytes, Tally tally)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder[name], bytes);
        using var fetcher = new Fetcher(new FetchSettings { Sources = [name] }, folder.Path, MaxBytes, new HashSet<string>());
        var documents = 0;
        foreach (var input in fetcher.InputsAsync(CancellationToken.None).ToBlockingEnumerable())
        {
            var fetched = fetcher.FetchAsync(input, CancellationToken.None).GetAwaiter().GetResult();
            documents++;
            if (fetched.Fault is { } fault) tally.Ended(fault.What.Contains("a fault of ours", StringComparison.Ordinal) ? throw new InvalidOperationException(fault.ToString()) : "fetch fault");
            else if (fetched.Dropped is not null) tally.Ended("dropped unread");
            else Read(pipeline, fetched.Source!, tally);
        }
        Assert.True(documents > 0, "it ended in nothing");
    }

    private static void Read(Pipeline pipeline, Source source, Tally tally)
    {
        Assert.True(source.Bytes.Length <= MaxBytes);
        var outcome = pipeline.Process(source, CancellationToken.None);
        tally.Ended(outcome.Fault is { } fault ? fault.What.Contains("a fault of ours", StringComparison.Ordinal) ? throw new InvalidOperationException(fault.ToString()) : "read fault" : outcome.Records.IsEmpty ? "dropped" : "records");
        foreach (var record in outcome.Records) Assert.Equal(outcome.Document!.Text[record.Start..record.End], record.Text);
    }
}
