namespace Extract.Review.Index;

/// <summary>By what people know where a record came from: the host of a page on the web, the file that holds many documents, else the folder.</summary>
internal static class SourceName
{
    /// <summary>The name of a source; the same for all that is alike in where it came from.</summary>
    public static string Of(string id, string? uri)
    {
        if (Uri.TryCreate(uri ?? id, UriKind.Absolute, out var address) && address.Host.Length > 0) return address.Host;
        var path = id.IndexOf('!', StringComparison.Ordinal) is > 0 and var inside ? id[..inside] : id;
        if (path.Length < id.Length) return path;
        return path.LastIndexOf('/') is > 0 and var folder ? path[..folder] : path;
    }
}
