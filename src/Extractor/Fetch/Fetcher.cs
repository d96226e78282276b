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
    private readonly Dictionary<string, IEnumerable<Input>> _kept = new(StringComparer.Ordinal);
    private long _bytesListed;
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
    /// <param name="cancellation">Ends the listing.</param>
    /// <param name="keep">True where they will be listed again: what listing took from the web serves both times.</param>
    public async IAsyncEnumerable<Input> InputsAsync([EnumeratorCancellation] CancellationToken cancellation, bool keep = false)
    {
        // One source alone cannot name a file twice, and may hold millions.
        var seen = _settings.Sources.Length > 1 ? new Dictionary<string, string>(StringComparer.Ordinal) : null;
        foreach (var source in _settings.Sources)
            await foreach (var document in OfAsync(source, keep, seen, cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                yield return document;
            }
    }

    /// <summary>How much of the files is listed by now, in bytes as they lie there.</summary>
    public long BytesListed => Interlocked.Read(ref _bytesListed);

    /// <summary>The size of all files that will be listed, without a look into them; null where a source is on the web.</summary>
    public long? Size(CancellationToken cancellation)
    {
        if (_settings.Sources.Any(WebClient.IsWeb)) return null;
        var size = 0L;
        foreach (var source in _settings.Sources)
            foreach (var input in _listing.Of(SourcePaths.Parted(source, _folder).File))
            {
                cancellation.ThrowIfCancellationRequested();
                size += Length(input);
            }
        return size;
    }

    private static long Length(Input input) => new FileInfo(input.Location) is { Exists: true } file ? file.Length : 0;

    private async IAsyncEnumerable<Input> OfAsync(string source, bool keep, Dictionary<string, string>? seen, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (file, place) = SourcePaths.Parted(source, _folder);
        await foreach (var input in ListAsync(file, keep, cancellation))
            if (New(input, place, seen) is { } found)
                foreach (var document in Documents(found, place)) yield return document with { Origin = source };
    }

    private Input? New(Input input, string? place, Dictionary<string, string>? seen)
    {
        if (seen is null || seen.TryAdd(input.Name + place, input.Location)) return input;
        // Two folders of the command line may hold files of one name: the second is told by its path.
        return seen[input.Name + place] != input.Location && FullName(input) is var full && seen.TryAdd(full.Name + place, full.Location) ? full : null;
    }

    // A file that holds documents stands for them.
    private IEnumerable<Input> Documents(Input input, string? place)
    {
        if (WebClient.IsWeb(input.Location)) return place is null ? [input] : At([], input, $"{input.Name}{SourcePaths.Inside}{place.TrimEnd('/')}");
        return Counted(input, place);
    }

    // Where a file begins in all that is listed, and where listing stands in it.
    private IEnumerable<Input> Counted(Input input, string? place)
    {
        var before = BytesListed;
        foreach (var document in InFile(input, place, at => Interlocked.Exchange(ref _bytesListed, before + at))) yield return document;
        Interlocked.Exchange(ref _bytesListed, before + Length(input));
    }

    private IEnumerable<Input> InFile(Input input, string? place, Action<long> at)
    {
        var documents = input.Held is null ? _unpacker.Open(input, at) : null;
        return place is null ? documents ?? [input] : At(documents ?? [], input, $"{input.Name}{SourcePaths.Inside}{place.TrimEnd('/')}");
    }

    // What is named, or all that stands below it.
    private static IEnumerable<Input> At(IEnumerable<Input> documents, Input archive, string name)
    {
        var any = false;
        foreach (var document in documents)
        {
            var isBelow = document.Name.Length > name.Length && document.Name[name.Length] is '/' or '!' && document.Name.StartsWith(name, StringComparison.Ordinal);
            if (document.Name != name && !isBelow) continue;
            any = true;
            yield return document;
            if (!isBelow && !name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase)) yield break;
        }
        if (!any) yield return archive with { Name = name, Held = new(null, FetchFaults.NoEntry(name)) };
    }

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

    private async IAsyncEnumerable<Input> ListAsync(string source, bool keep, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var inputs = WebClient.IsWeb(source) ? await ListWebAsync(source, keep, cancellation) : _listing.Of(source);
        foreach (var input in inputs) yield return input;
    }

    // Whether an address is a page or a feed shows when it has been fetched.
    private async Task<IEnumerable<Input>> ListWebAsync(string source, bool keep, CancellationToken cancellation)
    {
        if (_kept.Remove(source, out var kept)) return kept;
        var found = await ListWebAsync(source, cancellation);
        if (keep) _kept[source] = found;
        return found;
    }

    private async Task<IEnumerable<Input>> ListWebAsync(string source, CancellationToken cancellation)
    {
        var input = new Input(WebClient.WithoutUser(source), source, source);
        var result = await FetchAsync(input, cancellation);
        if (result.Source is not { } found || !MediaTypes.IsFeed(found)) return [input with { Held = result }];
        return Feeds.Items(found, source) ?? [input with { Held = new(null, FetchFaults.NoFeed(input)) }];
    }

    private Input FullName(Input input) => input with { Name = Path.GetRelativePath(_folder, input.Location).Replace(Path.DirectorySeparatorChar, '/') };
}
