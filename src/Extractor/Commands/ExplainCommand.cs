using System.CommandLine;
using System.Text;
using Extract.Commands.Explaining;
using Extract.Fetch;
using Extract.Publish;
using Extract.Rules;

namespace Extract.Commands;

/// <summary><c>extract explain FILE|URL</c>: one document, each stage's result shown.</summary>
internal static class ExplainCommand
{
    private const int MostNamed = 10;
    private static readonly string[] Stages = ["fetch", "read", "tag", "split", "resolve", "score"];

    public static Command Create()
    {
        var path = new Argument<string>("FILE|URL") { Description = "The document." };
        var html = new Option<string?>("--html") { Description = "Write a self-contained HTML page instead.", HelpName = "OUT" };
        var stage = new Option<string?>("--stage") { Description = "Show one stage alone: " + string.Join(", ", Stages) + ".", HelpName = "STAGE" };
        var config = Loading.Config();
        var command = new Command("explain", HelpTexts.Of("explain").About) { path, html, stage, config };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = Loading.Settings(parsed.GetValue(config));
            if (parsed.GetValue(stage) is { } name && !Stages.Contains(name)) throw new SettingsException(Messages.NoSuchStage(name, Nearest.Hint(name, Stages), "--stage"));
            if (parsed.GetValue(html) is { } page) Outputs.Verify("--html", page, OwnForm.OfExplanation);
            var (fetched, note) = await FetchAsync(settings, parsed.GetRequiredValue(path), cancellation);
            if (note is not null) parsed.InvocationConfiguration.Error.WriteLine(Messages.Line(note));
            var explanation = fetched.Source is { } source ? Explanation.Of(Loading.Pipeline(settings, named: true), source, cancellation) with { Reading = settings.Read } : new Explanation(null, [], fetched.Fault ?? FetchFaults.NoDocument(parsed.GetRequiredValue(path), fetched.Dropped!));
            if (parsed.GetValue(stage) is { } only) explanation = explanation with { Sections = [.. explanation.Sections.Where(section => section.Stage == only)] };
            return await WriteAsync(explanation, parsed.GetValue(html), parsed.InvocationConfiguration);
        });
        return command;
    }

    // Of an archive the first document that it holds, and a line that names some of the others.
    private static async Task<(FetchResult Result, string? Note)> FetchAsync(Settings settings, string path, CancellationToken cancellation)
    {
        if (Directory.Exists(path)) throw new SettingsException(Messages.OneDocument(path));
        if (!SourcePaths.Exists(path, Directory.GetCurrentDirectory())) throw new SettingsException(Messages.NoSuchPath(path));
        var fetch = settings.Fetch with { Sources = [path], NamedFromSources = true };
        using var fetcher = new Fetcher(fetch, Directory.GetCurrentDirectory(), settings.Read.MaxBytes, new HashSet<string>());
        var inputs = new List<Input>();
        await foreach (var input in fetcher.InputsAsync(cancellation))
        {
            inputs.Add(input);
            if (inputs.Count > MostNamed + 1) break;
        }
        if ((inputs.Find(input => input.Held is null or { Source: not null }) ?? inputs.FirstOrDefault()) is not { } shown) return (new(null, FetchFaults.NoDocument(path, new(null, "empty"))), null);
        var others = inputs.Where(input => input != shown).Select(input => input.Name).ToList();
        return (await fetcher.FetchAsync(shown, cancellation), others.Count == 0 ? null : Messages.HoldsSeveral(path, shown.Name, others.Take(MostNamed), others.Count > MostNamed));
    }

    private static async Task<int> WriteAsync(Explanation explanation, string? html, InvocationConfiguration console)
    {
        if (explanation.Fault is { } fault) console.Error.WriteLine(Messages.Line(fault.ToString()));
        if (html is null) console.Output.Write(ExplanationText.Of(explanation));
        else await AtomicFile.WriteAsync(html, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(ExplanationPage.Of(explanation))).AsTask());
        return explanation.Fault is null ? ExitStatus.Done : ExitStatus.SomeFailed;
    }
}
