using System.Runtime.CompilerServices;
using Extract.Fetch.Containers;

namespace Extract.Fetch;

/// <summary>The stage: lists the inputs of <c>fetch: sources</c> and fetches them. An input that cannot be fetched is a fault, never an exception. Thread-safe.</summary>
public sealed class Fetcher : IDisposable
{
    private readonly FetchSettings _settings;
    private readonly string _folder;
    private readonly long _maxBytes;
    private readonly FolderListing _listing;
    private readonly Unpacker _unpacker;
    private readonly Lazy<WebClient> _web;
    private int _pages;

    /// <summary>A fetcher.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="folder">The folder that relative paths count from.</param>
    /// <param name="maxBytes">A larger source is a fault.</param>
    /// <param name="own">Full paths of files and folders that the program itself writes or reads: never sources.</param>
    /// <param name="time">The clock; the system's where null.</param>
    public Fetcher(FetchSettings settings, string folder, long maxBytes, IReadOnlySet<string> own, TimeProvider? time = null)
    {
        (_settings, _folder, _maxBytes) = (settings, folder, maxBytes);
        _listing = new(settings, folder, own);
        _unpacker = new(settings, maxBytes, _listing.Skips);
        _web = new(() => new WebClient(settings, maxBytes, time ?? TimeProvider.System));
    }

    /// <summary>All inputs in the order of the sources, those of a folder in order of name, those of a feed or an archive in its order, each once.</summary>
    public async IAsyncEnumerable<Input> InputsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        // One source alone cannot name a file twice, and may hold millions.
        var seen = _settings.Sources.Length > 1 ? new Dictionary<string, string>(StringComparer.Ordinal) : null;
        foreach (var source in _settings.Sources)
            await foreach (var input in ListAsync(source, cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                if (New(input, seen) is { } found)
                    foreach (var document in Documents(found))
                    {
                        cancellation.ThrowIfCancellationRequested();
                        yield return document;
                    }
            }
    }

    private Input? New(Input input, Dictionary<string, string>? seen)
    {
        if (seen is null || seen.TryAdd(input.Name, input.Location)) return input;
        // Two folders of the command line may hold files of one name: the second is told by its path.
        return seen[input.Name] != input.Location && FullName(input) is var full && seen.TryAdd(full.Name, full.Location) ? full : null;
    }

    // A file that holds documents stands for them.
    private IEnumerable<Input> Documents(Input input) => input.Held is null && !WebClient.IsWeb(input.Location) && _unpacker.Open(input) is { } documents ? documents : [input];

    /// <summary>The source of an input, or why there is none.</summary>
    public async Task<FetchResult> FetchAsync(Input input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Held is { } held) return held;
        if (!WebClient.IsWeb(input.Location)) return await FileSource.ReadAsync(input, _maxBytes, cancellation);
        return Interlocked.Increment(ref _pages) > _settings.MaxPages ? new(null, FetchFaults.PageLimit(input, _settings.MaxPages)) : await _web.Value.FetchAsync(input, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_web.IsValueCreated) _web.Value.Dispose();
    }

    private async IAsyncEnumerable<Input> ListAsync(string source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var inputs = WebClient.IsWeb(source) ? await ListWebAsync(source, cancellation) : _listing.Of(source);
        foreach (var input in inputs) yield return input;
    }

    // Whether an address is a page or a feed shows when it has been fetched.
    private async Task<IEnumerable<Input>> ListWebAsync(string source, CancellationToken cancellation)
    {
        var input = new Input(source, source, source);
        var result = await FetchAsync(input, cancellation);
        if (result.Source is not { } found || !MediaTypes.IsFeed(found)) return [input with { Held = result }];
        return Feeds.Items(found, source) ?? [input with { Held = new(null, FetchFaults.NoFeed(input)) }];
    }

    private Input FullName(Input input) => input with { Name = Path.GetRelativePath(_folder, input.Location).Replace(Path.DirectorySeparatorChar, '/') };
}
