using System.IO.Enumeration;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Extract.Fetch;

/// <summary>Patterns of paths: <c>*</c> stands for anything but a slash, <c>**</c> for any folders.</summary>
internal static class Globs
{
    /// <summary>True where a source is a pattern. A file or folder of that very name is none.</summary>
    public static bool IsPattern(string source, string folder) =>
        source.Contains('*', StringComparison.Ordinal) && !WebClient.IsWeb(source) && Path.GetFullPath(source, folder) is var path && !File.Exists(path) && !Directory.Exists(path);

    /// <summary>The folder below which all matches of a pattern stand, and the pattern from there.</summary>
    public static (string Folder, string Pattern) Parted(string pattern)
    {
        var parts = pattern.Replace('\\', '/').Split('/');
        var plain = Array.FindIndex(parts, part => part.Contains('*', StringComparison.Ordinal));
        var folder = string.Join('/', parts[..plain]);
        return (folder.Length > 0 ? folder : parts[0].Length == 0 ? "/" : ".", string.Join('/', parts[plain..]));
    }

    /// <summary>True for paths, with <c>/</c>, that a pattern matches.</summary>
    public static Func<string, bool> Matches(string pattern)
    {
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(pattern);
        return path => matcher.Match(path).HasMatches;
    }

    /// <summary>What <c>fetch: skip</c> takes out: names as they are, patterns with a slash by the path from a folder.</summary>
    public static (Func<string, bool> Name, Func<string, bool> Path) Skipped(IEnumerable<string> patterns)
    {
        var (paths, names) = (patterns.Where(pattern => pattern.Contains('/', StringComparison.Ordinal)).Select(Matches).ToArray(), patterns.Where(pattern => !pattern.Contains('/', StringComparison.Ordinal)).ToArray());
        return (name => names.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false)), path => paths.Any(matches => matches(path)));
    }
}
