using System.IO.Enumeration;

namespace Extract.Fetch;

/// <summary>The files of a source that is a file or a folder.</summary>
internal sealed class FolderListing(FetchSettings settings, string folder, IReadOnlySet<string> own)
{
    private static readonly EnumerationOptions Entries = new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None, ReturnSpecialDirectories = false };

    /// <summary>The files in order of name, deterministic on every machine; a file by itself is always one, whatever its name.</summary>
    public IEnumerable<Input> Of(string source)
    {
        var path = Path.GetFullPath(source, folder);
        var isFolder = Directory.Exists(path);
        var from = !settings.NamedFromSources ? folder : isFolder ? path : Path.GetDirectoryName(path)!;
        return isFolder ? Below(path).Select(file => ToInput(file, from, source)) : [ToInput(path, from, source)];
    }

    private static Input ToInput(string file, string from, string source) => new(Path.GetRelativePath(from, file).Replace(Path.DirectorySeparatorChar, '/'), file, source);

    private IEnumerable<string> Below(string directory)
    {
        foreach (var entry in Directory.GetFileSystemEntries(directory, "*", Entries).Order(StringComparer.Ordinal))
        {
            if (IsSkipped(entry)) continue;
            if (!Directory.Exists(entry)) yield return entry;
            // A link to a folder may lead back up.
            else if (new DirectoryInfo(entry).LinkTarget is null)
                foreach (var file in Below(entry)) yield return file;
        }
    }

    private bool IsSkipped(string entry) => own.Contains(entry) || Skips(Path.GetFileName(entry));

    /// <summary>True for names of files and folders that are no sources, wherever they stand.</summary>
    public bool Skips(string name) => name.StartsWith('.') || name.EndsWith(".gold.json", StringComparison.Ordinal) || name.EndsWith(".meta.json", StringComparison.Ordinal)
            || settings.Skip.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false));
}
