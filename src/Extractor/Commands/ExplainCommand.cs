using System.CommandLine;
using System.Text;
using Extract.Commands.Explaining;
using Extract.Fetch;
using Extract.Publish;

namespace Extract.Commands;

/// <summary><c>extract explain FILE|URL</c>: one document, each stage's result shown.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("FILE|URL") { Description = "The document." };
        var html = new Option<string?>("--html") { Description = "Write a self-contained HTML page instead.", HelpName = "OUT" };
        var config = Loading.Config();
        var command = new Command("explain", HelpTexts.Of("explain").About) { path, html, config };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = Loading.Settings(parsed.GetValue(config));
            if (parsed.GetValue(html) is { } page) Outputs.Verify("--html", page, OwnForm.OfExplanation);
            var fetched = await FetchAsync(settings, parsed.GetRequiredValue(path), cancellation);
            var explanation = fetched.Source is { } source ? Explanation.Of(Loading.Pipeline(settings), source, cancellation) with { Reading = settings.Read } : new Explanation(null, [], fetched.Fault ?? FetchFaults.NoDocument(parsed.GetRequiredValue(path), fetched.Dropped!));
            return await WriteAsync(explanation, parsed.GetValue(html), parsed.InvocationConfiguration);
        });
        return command;
    }

    private static async Task<FetchResult> FetchAsync(Settings settings, string path, CancellationToken cancellation)
    {
        if (Directory.Exists(path)) throw new SettingsException(Messages.OneDocument(path));
        if (!SourcePaths.Exists(path, Directory.GetCurrentDirectory())) throw new SettingsException(Messages.NoSuchPath(path));
        var fetch = settings.Fetch with { Sources = [path], NamedFromSources = true };
        using var fetcher = new Fetcher(fetch, Directory.GetCurrentDirectory(), settings.Read.MaxBytes, new HashSet<string>());
        await foreach (var input in fetcher.InputsAsync(cancellation)) return await fetcher.FetchAsync(input, cancellation);
        return new(null, FetchFaults.NoDocument(path, new(null, "empty")));
    }

    private static async Task<int> WriteAsync(Explanation explanation, string? html, InvocationConfiguration console)
    {
        if (explanation.Fault is { } fault) console.Error.WriteLine(Messages.Line(fault.ToString()));
        if (html is null) console.Output.Write(ExplanationText.Of(explanation));
        else await AtomicFile.WriteAsync(html, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(ExplanationPage.Of(explanation))).AsTask());
        return explanation.Fault is null ? ExitStatus.Done : ExitStatus.SomeFailed;
    }
}
