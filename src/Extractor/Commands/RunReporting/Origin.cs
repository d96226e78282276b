namespace Extract.Commands.RunReporting;

/// <summary>Where a source is from, for people: the host of a web address, the archive of what stands in one, else the file's folder.</summary>
internal static class Origin
{
    public static string Of(string source)
    {
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address.Host;
        if (source.IndexOf("!/", StringComparison.Ordinal) is > 0 and var archive) return source[..archive];
        return source.LastIndexOf('/') is > 0 and var slash ? source[..(slash + 1)] : "./";
    }
}
