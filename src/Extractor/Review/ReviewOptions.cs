using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Extract.Review;

/// <summary>What the review page is served with.</summary>
public sealed record ReviewOptions
{
    /// <summary>The records of the run, a full path.</summary>
    public required string Records { get; init; }
    /// <summary>The folder of decisions, a full path.</summary>
    public required string Decisions { get; init; }
    /// <summary>The folder in which the index stands, a full path.</summary>
    public required string State { get; init; }
    /// <summary>Who decides; null where each person says so.</summary>
    public string? Reviewer { get; init; }
    /// <summary>The share of records that two people read.</summary>
    public double Second { get; init; }
    /// <summary>Where it listens; any other than loopback asks for a token.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;
    /// <summary>The port; 0 for any free one.</summary>
    public int Port { get; init; }
    /// <summary>What opens the page where others can reach it; null on loopback alone.</summary>
    public string? Token { get; init; }
    /// <summary>The certificate for TLS, or null.</summary>
    public X509Certificate2? Certificate { get; init; }
    /// <summary>The header by which a proxy in front names the reviewer, or null.</summary>
    public string? ProxyHeader { get; init; }
    /// <summary>From where that proxy connects; empty for anywhere.</summary>
    public ImmutableArray<IPNetwork> Proxies { get; init; } = [];
    /// <summary>The bytes that a table from a spreadsheet may have.</summary>
    public long LargestSheet { get; init; } = 200_000_000;
    /// <summary>The topics to choose from.</summary>
    public ImmutableArray<Choice> Topics { get; init; } = [];
    /// <summary>The types of event to choose from.</summary>
    public ImmutableArray<Choice> Types { get; init; } = [];
    /// <summary>The documents that the records come from, where they are at hand.</summary>
    public IDocuments? Documents { get; init; }
    /// <summary>Is told, in one line each, what goes on.</summary>
    public Action<string> Tell { get; init; } = _ => { };
}

/// <summary>A label to choose.</summary>
/// <param name="Label">The label.</param>
/// <param name="About">What it covers, or null.</param>
public sealed record Choice(string Label, string? About);

/// <summary>The documents that records come from. Thread-safe.</summary>
public interface IDocuments
{
    /// <summary>The text of a record's document as it was read; null where it is not at hand.</summary>
    string? Text(Record record);

    /// <summary>True where <see cref="PageAsync"/> may have the page.</summary>
    bool HasPage(Record record);

    /// <summary>The page as it was fetched, with the record's values marked and nothing in it that acts or loads, as the inside of a body; null where it is not at hand.</summary>
    Task<string?> PageAsync(Record record, CancellationToken cancellation);
}
