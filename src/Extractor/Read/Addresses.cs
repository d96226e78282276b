namespace Extract.Read;

/// <summary>Web addresses as they stand in pages.</summary>
internal static class Addresses
{
    /// <summary>The absolute address, or as written where the page's address is unknown or no web address.</summary>
    public static string Absolute(string href, string? page) =>
        page is not null && Uri.TryCreate(page, UriKind.Absolute, out var origin) && origin.Scheme is "http" or "https" && Uri.TryCreate(origin, href, out var address)
            ? address.AbsoluteUri : href;
}
