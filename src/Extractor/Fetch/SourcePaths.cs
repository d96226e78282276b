namespace Extract.Fetch;

/// <summary>What the entries of <c>fetch: sources</c> and the arguments of commands name: files, folders, patterns, what stands in an archive, web addresses.</summary>
internal static class SourcePaths
{
    /// <summary>Between an archive's name and the place in it.</summary>
    public const string Inside = "!/";

    /// <summary>True where there is what a source names; of a web address nobody can say so yet.</summary>
    public static bool Exists(string source, string folder)
    {
        if (WebClient.IsWeb(source)) return true;
        if (Globs.IsPattern(source, folder)) return new FolderListing(new(), folder, new HashSet<string>()).Of(source).Any();
        var path = Path.GetFullPath(Parted(source, folder).File, folder);
        return File.Exists(path) || Directory.Exists(path);
    }

    /// <summary><c>archive.zip!/inner/page.html</c> as the file and the place in it; a place of null where the whole is a path.</summary>
    public static (string File, string? Place) Parted(string source, string folder)
    {
        var at = source.IndexOf(Inside, StringComparison.Ordinal);
        return at > 0 && !WebClient.IsWeb(source) && File.Exists(Path.GetFullPath(source[..at], folder)) ? (source[..at], source[(at + Inside.Length)..]) : (source, null);
    }
}
