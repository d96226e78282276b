using System.Runtime.CompilerServices;

namespace Extract.Fetch;

/// <summary>The stage: lists the inputs of <c>fetch: sources</c> and fetches them. An input that cannot be fetched is a fault, never an exception. Thread-safe.</summary>
/// <param name="settings">The settings.</param>
/// <param name="folder">The folder that relative paths count from.</param>
/// <param name="maxBytes">A larger source is a fault.</param>
/// <param name="own">Full paths of files and folders that the program itself writes or reads: never sources.</param>
public sealed class Fetcher(FetchSettings settings, string folder, long maxBytes, IReadOnlySet<string> own) : IDisposable
{
    private readonly FolderListing _listing = new(settings, folder, own);

    /// <summary>All inputs in the order of the sources, those of a folder in order of name, each once.</summary>
    public async IAsyncEnumerable<Input> InputsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        // One source alone cannot name a file twice, and may hold millions.
        var seen = settings.Sources.Length > 1 ? new Dictionary<string, string>(StringComparer.Ordinal) : null;
        foreach (var source in settings.Sources)
            foreach (var input in _listing.Of(source))
            {
                cancellation.ThrowIfCancellationRequested();
                if (seen is null || seen.TryAdd(input.Name, input.Location)) yield return input;
                // Two folders of the command line may hold files of one name: the second is told by its path.
                else if (seen[input.Name] != input.Location && FullName(input) is var full && seen.TryAdd(full.Name, full.Location)) yield return full;
            }
    }

    private Input FullName(Input input) => input with { Name = Path.GetRelativePath(folder, input.Location).Replace(Path.DirectorySeparatorChar, '/') };

    /// <summary>The source of an input, or why there is none.</summary>
    public Task<FetchResult> FetchAsync(Input input, CancellationToken cancellation) => FileSource.ReadAsync(input, maxBytes, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
