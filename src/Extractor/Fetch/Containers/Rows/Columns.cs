using System.Collections.Immutable;

namespace Extract.Fetch.Containers.Rows;

/// <summary>Which column of a table, or which field of a JSON line, is what.</summary>
public sealed record Columns
{
    /// <summary>What a row may hold.</summary>
    public static ImmutableArray<string> Names { get; } = ["id", "text", "html", "url", "published", "title"];

    // Names that exports use where the user names none; the first that a table has is taken.
    private static readonly Dictionary<string, string[]> Usual = new()
    {
        ["id"] = ["id", "guid", "uuid"],
        ["text"] = ["text", "body", "content", "description"],
        ["html"] = ["html", "content_html", "body_html"],
        ["url"] = ["url", "link", "uri", "address"],
        ["published"] = ["published", "date", "published_at", "pubdate", "publication_date"],
        ["title"] = ["title", "headline", "subject"],
    };

    private readonly ImmutableSortedDictionary<string, string> _stated;

    /// <summary>By the names of the settings, which go before the usual ones.</summary>
    public Columns(ImmutableSortedDictionary<string, string> stated) => _stated = stated;

    /// <summary>The columns of <c>pipe</c>: the names themselves and no others.</summary>
    public static Columns OfPipe { get; } = new(Names.Remove("title").ToImmutableSortedDictionary(name => name, name => name));

    /// <summary>True for the strict form of <c>pipe</c>, in which an id is needed.</summary>
    public bool IsPipe => ReferenceEquals(this, OfPipe);

    /// <summary>The name that the table has for one of <see cref="Names"/>, or null.</summary>
    /// <param name="what">One of them.</param>
    /// <param name="has">True for the names that the table has.</param>
    public string? Find(string what, Func<string, bool> has) =>
        _stated.TryGetValue(what, out var stated) ? has(stated) ? stated : null
        : IsPipe ? null
        : Array.Find(Usual[what], name => has(name));
}
