namespace Extract;

/// <summary>Paths as the file system has them, so that two names of one file are known for one.</summary>
internal static class RealPath
{
    /// <summary>How paths are compared here: case counts where the file system has it count.</summary>
    public static StringComparer Comparer { get; } = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The full path with every link on its way followed; what is not there yet stays as it is named.</summary>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var root = Path.GetPathRoot(full)!;
        return full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (folder, name) => Followed(Path.Combine(folder, name)));
    }

    /// <summary>True where the two name one file or folder.</summary>
    public static bool Same(string a, string b) => Comparer.Equals(Of(a), Of(b));

    /// <summary>True where the file or folder is the other one, or lies below it.</summary>
    public static bool IsIn(string path, string folder)
    {
        var (inner, outer) = (Of(path), Path.TrimEndingDirectorySeparator(Of(folder)));
        return Comparer.Equals(inner, outer) || Comparer.Equals(inner[..Math.Min(inner.Length, outer.Length + 1)], outer + Path.DirectorySeparatorChar);
    }

    private static string Followed(string path)
    {
        try
        {
            var target = Directory.Exists(path) ? Directory.ResolveLinkTarget(path, returnFinalTarget: true) : File.ResolveLinkTarget(path, returnFinalTarget: true);
            return target is null ? path : Of(target.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return path; // a link that leads in a circle, or into what may not be seen
        }
    }
}
