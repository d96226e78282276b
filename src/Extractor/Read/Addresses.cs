namespace Extract.Read;

/// <summary>Web addresses as they stand in pages.</summary>
internal static class Addresses
{
    /// <summary>The address that those of a page are relative to: its own, changed by what the page declares; null where unknown.</summary>
    public static string? Base(string? page, string? declared) => declared is null ? page : IsWeb(page) ? Absolute(declared, page) : declared;

    /// <summary>The absolute address, or as written where the page's address is unknown or no web address.</summary>
    public static string Absolute(string href, string? page)
    {
        if (!IsWeb(page) || !Uri.TryCreate(page, UriKind.Absolute, out var origin) || !Uri.TryCreate(origin, href.Trim(), out var address)) return href;
        try
        {
            return address.AbsoluteUri;
        }
        catch (UriFormatException)
        {
            return href; // an address that cannot be written down, such as one with half a surrogate pair
        }
    }

    private static bool IsWeb(string? address) => address is not null
        && (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
}
