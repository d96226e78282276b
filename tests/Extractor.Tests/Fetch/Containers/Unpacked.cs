using System.Text;
using Extract.Fetch;

namespace Extract.Tests.Fetch.Containers;

/// <summary>What the fetcher makes of one file, as lines: <c>name: text</c>, <c>name FAILED what</c>, <c>name DROPPED why</c>.</summary>
internal static class Unpacked
{
    public static string[] Lines(string name, byte[] bytes, FetchSettings? settings = null, long maxBytes = 10_000_000) =>
        [.. Inputs(name, bytes, settings, maxBytes).Select(Line)];

    public static List<(Input Input, FetchResult Result)> Inputs(string name, byte[] bytes, FetchSettings? settings = null, long maxBytes = 10_000_000)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder[name], bytes);
        using var fetcher = new Fetcher((settings ?? new()) with { Sources = [name] }, folder.Path, maxBytes, new HashSet<string>());
        return fetcher.InputsAsync(CancellationToken.None).ToBlockingEnumerable().Select(input => (input, fetcher.FetchAsync(input, CancellationToken.None).GetAwaiter().GetResult())).ToList();
    }

    private static string Line((Input Input, FetchResult Result) found) => found.Result switch
    {
        { Source: { } source } => $"{found.Input.Name}: {Short(Encoding.UTF8.GetString(source.Bytes.Span))}",
        { Dropped: { } dropped } => $"{found.Input.Name} DROPPED {dropped.Why}",
        { Fault: { } fault } => $"{found.Input.Name} FAILED {fault.What} {fault.Remedy}",
        _ => throw new InvalidOperationException("neither source nor reason"),
    };

    private static string Short(string text) => text.Length > 40 ? text[..20] : text;
}
