using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Extract.Commands.Piping;
using Extract.Tests.Corpus;
using Extract.Tests.Run;

namespace Extract.Tests.Commands.Piping;

/// <summary>The filter, through the real program.</summary>
public sealed class PipeTests
{
    [Fact]
    public void Records_come_in_input_order_and_their_offsets_are_those_of_the_given_text()
    {
        var texts = Enumerable.Range(0, 60).Select(i => "\r\n  " + Announcements.Text(i) + (i % 7 == 0 ? new string('x', 5000) + " word\n" : "")).ToArray();
        var ran = Pipe(texts.Select((text, i) => Line(new() { ["id"] = $"d{i}", ["text"] = text })), "--workers", "8");
        Assert.Equal((0, ""), (ran.Status, ran.Talk));
        var records = ran.Lines.Select(RecordJson.FromJson).ToArray();
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"d{i}"), records.Select(record => record.Source.Id).Distinct());
        foreach (var record in records)
        {
            var text = texts[int.Parse(record.Source.Id[1..], System.Globalization.CultureInfo.InvariantCulture)];
            Assert.Equal(text[record.Start..record.End], record.Text);
            foreach (var finding in record.Dates.Cast<Finding>().Concat(record.Cities).Concat(record.Organizations))
                if (finding.Span is { } span) Assert.Equal(finding.Text, span.Of(text));
        }
    }

    [Fact]
    public void One_worker_and_eight_give_the_same_bytes()
    {
        var lines = Enumerable.Range(0, 30).Select(i => Line(new() { ["id"] = $"d{i}", ["text"] = Announcements.Text(i) })).ToArray();
        Assert.Equal(Pipe(lines, "--workers", "1").Out, Pipe(lines, "--workers", "8").Out);
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"text\":\"x\"", "null", "it is no JSON object: ")]
    [InlineData("[1]", "null", "it is no JSON object: it is an array. Write one document a line: {\"id\": \"…\", \"text\": \"…\"}.")]
    [InlineData("{\"text\":\"x\"}", "null", "“id” is missing. Every document needs one, as a text.")]
    [InlineData("{\"id\":null,\"text\":\"x\"}", "null", "“id” is missing. Every document needs one, as a text.")]
    [InlineData("{\"id\":7,\"text\":\"x\"}", "\"7\"", "“id” is not a text. Write it in quotes.")]
    [InlineData("{\"id\":\"\",\"text\":\"x\"}", "\"\"", "“id” is empty. Every document needs one of its own.")]
    [InlineData("{\"id\":\"a\",\"txt\":\"x\"}", "\"a\"", "exactly one of “text” and “html” is needed. The line has only “id”, “txt”.")]
    [InlineData("{\"id\":\"a\",\"text\":\"x\",\"html\":\"y\"}", "\"a\"", "exactly one of “text” and “html” is needed.")]
    [InlineData("{\"id\":\"a\",\"text\":[\"x\"]}", "\"a\"", "“text” is not a text. Write it in quotes.")]
    [InlineData("{\"id\":\"a\",\"text\":\"x\",\"published\":\"last week\"}", "\"a\"", "“published” is not a day: “last week”. Write it as 2018-06-01.")]
    [InlineData("{\"id\":\"a\",\"text\":\"\\ud800\"}", "\"a\"", "“text” holds half of a surrogate pair, which is no character.")]
    public void A_line_that_cannot_be_read_gives_an_error_in_its_place_and_the_rest_goes_on(string line, string id, string error)
    {
        string[] lines = [Line(new() { ["id"] = "first", ["text"] = Announcements.Text(1) }), "", line, Line(new() { ["id"] = "last", ["text"] = Announcements.Text(2) })];
        var ran = Pipe(lines);
        Assert.Equal((0, 3), (ran.Status, ran.Lines.Length));
        var answer = JsonNode.Parse(ran.Lines[1])!;
        Assert.Equal(["id", "line", "error"], answer.AsObject().Select(member => member.Key));
        Assert.Equal((id, 3), (answer["id"]?.ToJsonString() ?? "null", (int)answer["line"]!));
        Assert.StartsWith(error, (string)answer["error"]!, StringComparison.Ordinal);
        Assert.Equal("last", RecordJson.FromJson(ran.Lines[2]).Source.Id);
        Assert.Equal(1, Pipe(lines, "--strict").Status);
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"text\":\"Caf\u00e9\"}", "a", 22)] // Latin-1: the byte E9
    [InlineData("{\"id\":\"\u00e9\",\"text\":\"x\"}", null, 8)]
    public void A_line_that_is_not_UTF_8_is_told_with_the_byte(string line, string? id, int at)
    {
        var input = PipeInput.Parse(System.Text.Encoding.Latin1.GetBytes(line));
        Assert.Equal((id, $"the line is not UTF-8 (at byte {at}). Write the input as UTF-8."), (input.Id, input.Error));
    }

    [Fact]
    public void Null_counts_as_absent_and_html_is_read_as_a_page()
    {
        var ran = Pipe(["{\"id\":\"a\",\"url\":null,\"published\":null,\"html\":null,\"text\":\"Conference on 3 May 2018 in Zagreb.\"}",
            "{\"id\":\"b\",\"url\":\"https://example.org/x\",\"published\":\"2018-04-01\",\"html\":\"<p>Conference on <b>3 May</b> 2018 in Zagreb.</p>\"}"]);
        var records = ran.Lines.Select(RecordJson.FromJson).ToArray();
        Assert.Equal(["a", "b"], records.Select(record => record.Source.Id));
        Assert.Equal((null, "https://example.org/x"), (records[0].Source.Uri, records[1].Source.Uri));
        Assert.Equal(new DateOnly(2018, 4, 1), records[1].Source.Published);
        Assert.Equal("Conference on 3 May 2018 in Zagreb.", records[1].Text);
    }

    [Fact]
    public void What_is_dropped_is_told_only_when_asked()
    {
        string[] lines = [Line(new() { ["id"] = "a", ["text"] = "" }), Line(new() { ["id"] = "b", ["text"] = "The cat sat on the mat and looked at the rain." })];
        Assert.Equal("", Pipe(lines).Out);
        Assert.Equal("{\"id\":\"a\",\"dropped\":\"empty\"}\n{\"id\":\"b\",\"dropped\":\"announces nothing\"}\n", Pipe(lines, "--report-dropped").Out);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Input_in_UTF_16_is_called_so(string charset)
    {
        var input = PipeInput.Parse(System.Text.Encoding.GetEncoding(charset).GetBytes("{\"id\":\"a\",\"text\":\"x\"}"));
        Assert.Equal((null, "the line is not UTF-8; it looks like UTF-16. Convert the input (iconv -f UTF-16 -t UTF-8), and give that."), (input.Id, input.Error));
    }

    [Theory]
    [InlineData("read", "id title published language text")]
    [InlineData("tag", "id mentions")]
    [InlineData("split", "id announcements")]
    [InlineData("resolve", "id findings")]
    public void Until_a_stage_there_is_one_line_a_document(string stage, string members)
    {
        var text = Announcements.Text(1);
        var ran = Pipe([Line(new() { ["id"] = "a", ["published"] = "2018-06-01", ["text"] = text }), Line(new() { ["id"] = "b", ["text"] = text })], "--until", stage);
        Assert.Equal(2, ran.Lines.Length);
        var answer = JsonNode.Parse(ran.Lines[0])!.AsObject();
        Assert.Equal(members.Split(' '), answer.Select(member => member.Key));
        if (stage == "read") Assert.Equal((text, "2018-06-01", "en"), ((string)answer["text"]!, (string)answer["published"]!, (string)answer["language"]!));
        else AssertEntries(answer[members.Split(' ')[1]]!.AsArray(), text);
    }

    [Fact]
    public async Task The_first_record_comes_while_the_input_is_still_open()
    {
        using var folder = new TemporaryFolder();
        using var process = ExtractProgram.Start(folder.Path, [], "pipe");
        await process.StandardInput.WriteLineAsync(Line(new() { ["id"] = "a", ["text"] = Announcements.Text(1) }));
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal("a", RecordJson.FromJson(line!).Source.Id);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public void Where_nobody_reads_any_more_it_ends_without_a_word()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("head is Unix's");
        using var folder = new TemporaryFolder();
        File.WriteAllLines(folder["in.jsonl"], Enumerable.Range(0, 3000).Select(i => Line(new() { ["id"] = $"d{i}", ["text"] = Announcements.Text(i) })));
        var program = Path.Combine(AppContext.BaseDirectory, "extract.dll");
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", $"(dotnet '{program}' pipe < in.jsonl; echo $? >&2) | head -n 1"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var (output, talk) = (shell.StandardOutput.ReadToEnd(), shell.StandardError.ReadToEnd());
        shell.WaitForExit();
        Assert.Equal("d0", RecordJson.FromJson(output).Source.Id);
        Assert.Equal("0\n", talk);
    }

    [Fact]
    public void The_broken_lines_of_the_corpus_end_as_they_must()
    {
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(CorpusFolder.Root, "broken.json")))!["pipe"]!;
        using var folder = new TemporaryFolder();
        var ran = ExtractProgram.Feed(folder.Path, File.ReadAllText(Path.Combine(CorpusFolder.Root, "broken/lines.jsonl")), "pipe", "--report-dropped");
        var answers = ran.Lines.Select(line => JsonNode.Parse(line)!).ToArray();
        Assert.Equal(expected["errors"]!.AsArray().Select(line => (int)line!), answers.Where(answer => answer["error"] is not null).Select(answer => (int)answer["line"]!));
        Assert.Equal(expected["records"]!.AsArray().Count, answers.Where(answer => answer["schema"] is not null).Select(answer => (string)answer["source"]!["id"]!).Distinct().Count());
    }

    private static void AssertEntries(JsonArray entries, string text)
    {
        Assert.NotEmpty(entries);
        foreach (var entry in entries)
        {
            foreach (var member in new[] { "kind", "start", "end", "text", "value", "by" }) Assert.True(entry!.AsObject().ContainsKey(member), $"{member} is missing in {entry}");
            if ((int?)entry!["start"] is { } start) Assert.Equal(text[start..(int)entry["end"]!], (string)entry["text"]!);
        }
    }

    private static Ran Pipe(IEnumerable<string> lines, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        return ExtractProgram.Feed(folder.Path, string.Join('\n', lines), ["pipe", .. arguments]);
    }

    private static string Line(JsonObject members) => members.ToJsonString(new JsonSerializerOptions());
}
