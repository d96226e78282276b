using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Extract.Tests.Corpus;

/// <summary>What the real program writes for small pages, byte for byte. <c>UPDATE_GOLDEN=1</c> rewrites what is pinned: read the difference before committing it.</summary>
public sealed partial class GoldenTests(GoldenTests.GoldenRun run) : IClassFixture<GoldenTests.GoldenRun>
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static TheoryData<string> Pages => [.. CorpusFolder.Pages("golden")];

    [Theory, MemberData(nameof(Pages))]
    public void Records_are_those_that_were_pinned(string page)
    {
        string name = Path.GetFileName(page), pinned = Pinned(name), written = run.RecordsOf(name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(pinned, written, Utf8);
        Assert.Equal(File.ReadAllText(pinned, Utf8), written);
    }

    [Fact]
    public void Every_pinned_file_has_a_page() =>
        Assert.Equal(CorpusFolder.Pages("golden").Select(p => Pinned(Path.GetFileName(p))).Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.GetDirectoryName(Pinned("x"))!).Order(StringComparer.Ordinal));

    private static string Pinned(string name) => Repository.File($"tests/Extractor.Tests/Corpus/Golden/{name}.jsonl");

    /// <summary>One run of the program over the folder, for all pages.</summary>
    public sealed partial class GoldenRun : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("golden");
        private readonly ILookup<string, string> _lines;

        public GoldenRun()
        {
            Run(Path.Combine(CorpusFolder.Root, "golden"));
            _lines = File.ReadLines(Path.Combine(_folder.FullName, "out", "records.jsonl"), Utf8).ToLookup(line => (string)JsonNode.Parse(line)!["source"]!["uri"]!);
        }

        /// <summary>
        /// The lines of one page. The fingerprint is masked: it names every rule and model, so that pinning it would make any change of any of them a change of every page.
        /// </summary>
        public string RecordsOf(string name) => string.Concat(_lines[name].Select(line => Fingerprint().Replace(line, "\"fingerprint\":\"-\"") + "\n"));

        public void Dispose() => _folder.Delete(recursive: true);

        private void Run(string pages)
        {
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "extract.dll"), "run", pages])
            {
                WorkingDirectory = _folder.FullName,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
            using Process program = Process.Start(start)!;
            Task<string> output = program.StandardOutput.ReadToEndAsync();
            string talk = program.StandardError.ReadToEnd();
            program.WaitForExit();
            Assert.True(program.ExitCode == 0, $"{talk}{output.Result}");
        }

        [GeneratedRegex("\"fingerprint\":\"[^\"]*\"")]
        private static partial Regex Fingerprint();
    }
}
