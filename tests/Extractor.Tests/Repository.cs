namespace Extract.Tests;

/// <summary>The repository that these tests were built in.</summary>
internal static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder of it; <c>../shared</c> stands beside it.</summary>
    public static string File(string path) => Path.GetFullPath(path, Root);

    /// <summary>A folder that a test cannot do without; skips the test where it is absent.</summary>
    public static string Needs(string folder)
    {
        var path = File(folder);
        if (!Directory.Exists(path) && !System.IO.File.Exists(path)) Assert.Skip($"{folder} is not here");
        return path;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Extract.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Extract.sln stands in no folder above the tests.");
    }
}
