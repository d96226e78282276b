using System.Collections.Frozen;

namespace Extract.Resolve;

/// <summary>The country of a web address.</summary>
internal static class SourceCountry
{
    // Two letters that are sold to anybody, and those that are no country's code.
    private static readonly FrozenSet<string> Open = "ac ai cc co eu fm gg gl io im la ly me nu sh su tk to tv vc ws".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> American = "gov mil edu".Split(' ').ToFrozenSet();

    /// <summary>ISO 3166-1 alpha-2 by the last part of the host, or null where it says nothing.</summary>
    public static string? Of(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.HostNameType != UriHostNameType.Dns) return null;
        var last = uri.Host[(uri.Host.LastIndexOf('.') + 1)..].ToLowerInvariant();
        if (American.Contains(last)) return "US";
        return last.Length != 2 || Open.Contains(last) ? null : last == "uk" ? "GB" : last.ToUpperInvariant();
    }
}
