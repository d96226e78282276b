using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Extract.Fetch;
using Extract.Learn;
using Extract.Read;

namespace Extract.Commands.Evaluating;

/// <summary>What <c>train --unlabelled</c> names, fetched as <c>run PATH…</c> would; what is wrong with a path is told.</summary>
internal sealed class UnlabelledSources
{
    private readonly string _paths;
    private readonly ImmutableArray<Source> _sources;

    private UnlabelledSources(string paths, ImmutableArray<Source> sources) => (_paths, _sources) = (paths, sources);

    /// <summary>Fetches them. Throws <see cref="SettingsException"/> where a path is not there.</summary>
    public static async Task<UnlabelledSources> LoadAsync(string[] paths, Settings settings, CancellationToken cancellation)
    {
        var here = Directory.GetCurrentDirectory();
        if (paths.Contains("")) throw new SettingsException(Messages.EmptyPath);
        if (paths.FirstOrDefault(path => !SourcePaths.Exists(path, here)) is { } missing)
            throw new SettingsException(Globs.IsPattern(missing, here) ? Messages.NoMatch(missing) : Messages.NoSuchPath(missing));
        var fetching = settings.Fetch with { Sources = [.. paths], NamedFromSources = true };
        using var fetcher = new Fetcher(fetching, here, settings.Read.MaxBytes, RunInputs.Own(settings, Outputs.StateFolder(settings, null)));
        return new(string.Join(", ", paths), await UnlabelledPages.TakeAsync(FetchedAsync(fetcher, cancellation)));
    }

    /// <summary>Their documents without what stands in gold too. Throws <see cref="SettingsException"/> where there are none.</summary>
    public ImmutableArray<Document> NotIn(IReadOnlyList<LabelledPage> gold, ReadSettings reading, CancellationToken cancellation)
    {
        var documents = UnlabelledPages.NotIn(gold, _sources, reading, cancellation);
        return documents.IsEmpty ? throw new SettingsException(Messages.NoUnlabelled(_paths)) : documents;
    }

    // What cannot be fetched teaches nothing; a run over the same paths says why.
    private static async IAsyncEnumerable<Source> FetchedAsync(Fetcher fetcher, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var input in fetcher.InputsAsync(cancellation))
            if ((await fetcher.FetchAsync(input, cancellation)).Source is { } source) yield return source;
    }
}
