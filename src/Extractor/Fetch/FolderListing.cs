namespace Extract.Fetch;

/// <summary>The files of a source that is a file, a folder or a pattern.</summary>
internal sealed class FolderListing(FetchSettings settings, string folder, IReadOnlySet<string> own)
{
    private static readonly EnumerationOptions Entries = new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None, ReturnSpecialDirectories = false };

    private readonly (Func<string, bool> Name, Func<string, bool> Path) _skipped = Globs.Skipped(settings.Skip);

    /// <summary>The files in order of name, deterministic on every machine; a file by itself is always one, whatever its name.</summary>
    public IEnumerable<Input> Of(string source)
    {
        if (Globs.IsPattern(source, folder)) return Matching(source);
        var path = Path.GetFullPath(source, folder);
        var isFolder = Directory.Exists(path);
        var from = !settings.NamedFromSources ? folder : isFolder ? path : Path.GetDirectoryName(path)!;
        return isFolder ? Below(path).Select(found => Listed(found, from, source)) : [ToInput(path, from, source)];
    }

    /// <summary>True for names of files and folders that are no sources, wherever they stand.</summary>
    public bool Skips(string name) => name.StartsWith('.') || name.EndsWith(".gold.json", StringComparison.Ordinal) || Sidecar.IsOne(name) || _skipped.Name(name);

    private IEnumerable<Input> Matching(string source)
    {
        var (below, pattern) = Globs.Parted(source);
        var root = Path.GetFullPath(below, folder);
        if (!Directory.Exists(root)) return [];
        var matches = Globs.Matches(pattern);
        return Below(root).Where(found => found.Fault is not null || matches(Relative(root, found.Path))).Select(found => Listed(found, settings.NamedFromSources ? root : folder, source));
    }

    private static Input ToInput(string file, string from, string source) => new(Relative(from, file), file, source);

    private static Input Listed((string Path, Exception? Fault) found, string from, string source) => ToInput(found.Path, from, source) is var input && found.Fault is { } fault
        ? input with { Held = new(null, FetchFaults.Unreadable(input, fault)) }
        : Sidecar.IsOne(found.Path) ? input with { Held = new(null, FetchFaults.Sidecar(input.Name, Sidecar.Load(found.Path).Wrong!)) } : input;

    private static string Relative(string from, string file) => Path.GetRelativePath(from, file).Replace(Path.DirectorySeparatorChar, '/');

    // The files, and what cannot be read: a folder without permission costs no other, and a broken sidecar is told.
    private IEnumerable<(string Path, Exception? Fault)> Below(string directory)
    {
        var (entries, fault) = EntriesOf(directory);
        if (fault is not null) yield return (directory, fault);
        var isMaildir = Directory.Exists(Path.Combine(directory, "cur")) && Directory.Exists(Path.Combine(directory, "new"));
        foreach (var entry in entries)
        {
            if (isMaildir ? IsNoMail(entry) : IsSkipped(entry) && !IsWrongSidecar(entry)) continue;
            if (!Directory.Exists(entry)) yield return (entry, null);
            // A link to a folder may lead back up.
            else if (new DirectoryInfo(entry).LinkTarget is null)
                foreach (var file in Below(entry)) yield return file;
        }
    }

    private static (string[] Entries, Exception? Fault) EntriesOf(string directory)
    {
        try
        {
            return ([.. Directory.GetFileSystemEntries(directory, "*", Entries).Order(StringComparer.Ordinal)], null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], e);
        }
    }

    private bool IsWrongSidecar(string entry) => Sidecar.IsOne(entry) && !own.Contains(entry) && !_skipped.Name(Path.GetFileName(entry)) && Sidecar.Load(entry).Wrong is not null;

    private bool IsSkipped(string entry) => own.Contains(entry) || HoldsRun(entry) || Skips(Path.GetFileName(entry)) || _skipped.Path(Relative(folder, entry));

    // The usual folder of another run's records, ledger and log, which are no announcements; a folder of another name may hold texts too.
    private static bool HoldsRun(string entry) =>
        Path.GetFileName(entry) == "out" && File.Exists(Path.Combine(entry, "state.lock")) && File.Exists(Path.Combine(entry, "ledger.jsonl"));

    // In a maildir, tmp holds mails that are not there yet, and .Name is a folder of mails.
    private bool IsNoMail(string entry) => Path.GetFileName(entry) == "tmp" || (IsSkipped(entry) && !Directory.Exists(Path.Combine(entry, "cur")));
}
