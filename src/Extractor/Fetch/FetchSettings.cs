using System.Collections.Immutable;

namespace Extract.Fetch;

/// <summary>The section <c>fetch</c> of pipeline.yml.</summary>
public sealed record FetchSettings
{
    /// <summary>Files, folders, archives, patterns, and web addresses of pages and feeds.</summary>
    public ImmutableArray<string> Sources { get; init; } = ["."];
    /// <summary>True for paths of the command line: a file is then named from its path's own folder, not from pipeline.yml's. No key of the file.</summary>
    public bool NamedFromSources { get; init; }
    /// <summary>Names of files in folders and archives that are no sources, with <c>*</c>; with a slash, paths of files.</summary>
    public ImmutableArray<string> Skip { get; init; } = [];
    /// <summary>The longest that one request may take, in seconds.</summary>
    public int Timeout { get; init; } = 30;
    /// <summary>How often a request that failed for a while is tried again.</summary>
    public int Retries { get; init; } = 3;
    /// <summary>The most pages that one run takes from the web.</summary>
    public int MaxPages { get; init; } = 1000;
    /// <summary>The most requests under way at one host.</summary>
    public int PerHost { get; init; } = 2;
    /// <summary>How the program names itself to web servers.</summary>
    public string UserAgent { get; init; } = "extract/1.0";
    /// <summary>Headers that every request carries.</summary>
    public ImmutableSortedDictionary<string, string> Headers { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);
    /// <summary><c>host:port</c> that may be asked although their address is private.</summary>
    public ImmutableArray<string> AllowPrivate { get; init; } = [];
    /// <summary>The most megabytes that one archive, with all that is packed in it, may unpack to.</summary>
    public int MaxUnpacked { get; init; } = 100_000;
    /// <summary>The most that it may unpack to as a multiple of its own size; small ones may always unpack to ten megabytes.</summary>
    public int MaxRatio { get; init; } = 200;
    /// <summary>The most entries of one archive.</summary>
    public int MaxEntries { get; init; } = 10_000_000;
    /// <summary>How many containers may stand in each other.</summary>
    public int MaxDepth { get; init; } = 8;
    /// <summary>The columns of tables and fields of JSON lines by what they hold: <c>id</c>, <c>text</c>, <c>html</c>, <c>url</c>, <c>published</c>, <c>title</c>.</summary>
    public ImmutableSortedDictionary<string, string> Columns { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
