using System.Collections.Immutable;

namespace Extract.Review;

/// <summary>The section <c>review</c> of pipeline.yml.</summary>
public sealed record ReviewSettings
{
    /// <summary>The folder of people's decisions.</summary>
    public string Decisions { get; init; } = "reviews";
    /// <summary>The share of records that two people read, each without seeing what the other says.</summary>
    public double Second { get; init; }
    /// <summary>The address at which the page is served.</summary>
    public string Listen { get; init; } = "127.0.0.1";
    /// <summary>The port of the page.</summary>
    public int Port { get; init; } = 5080;
    /// <summary>What opens the page beyond this machine; null for one that is made at each start and printed.</summary>
    public string? Token { get; init; }
    /// <summary>A PEM file with the certificate for TLS, or null.</summary>
    public string? Certificate { get; init; }
    /// <summary>A PEM file with its key; null where the certificate's file has it.</summary>
    public string? Key { get; init; }
    /// <summary>The header by which a proxy in front names the reviewer, or null.</summary>
    public string? ProxyHeader { get; init; }
    /// <summary>The addresses from which that proxy connects; connections from elsewhere are refused. Empty for any, on loopback alone.</summary>
    public ImmutableArray<string> Proxies { get; init; } = [];
}
