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
        return isFolder ? Below(path).Select(file => Listed(file, from, source)) : [ToInput(path, from, source)];
    }

    /// <summary>True for names of files and folders that are no sources, wherever they stand.</summary>
    public bool Skips(string name) => name.StartsWith('.') || name.EndsWith(".gold.json", StringComparison.Ordinal) || Sidecar.IsOne(name) || _skipped.Name(name);

    private IEnumerable<Input> Matching(string source)
    {
        var (below, pattern) = Globs.Parted(source);
        var root = Path.GetFullPath(below, folder);
        if (!Directory.Exists(root)) return [];
        var matches = Globs.Matches(pattern);
        return Below(root).Where(file => matches(Relative(root, file))).Select(file => Listed(file, settings.NamedFromSources ? root : folder, source));
    }

    private static Input ToInput(string file, string from, string source) => new(Relative(from, file), file, source);

    // What is listed of these is what cannot be read.
    private static Input Listed(string file, string from, string source) => ToInput(file, from, source) is var input && Wrong(file) is { } wrong
        ? input with { Held = new(null, FetchFaults.Sidecar(input.Name, wrong)) } : input;

    private static string? Wrong(string file)
    {
        if (!Sidecar.IsOne(file)) return null;
        try
        {
            return Sidecar.Load(file).Wrong;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"it cannot be read: {Messages.Reason(e)}";
        }
    }

    private static string Relative(string from, string file) => Path.GetRelativePath(from, file).Replace(Path.DirectorySeparatorChar, '/');

    private IEnumerable<string> Below(string directory)
    {
        var isMaildir = Directory.Exists(Path.Combine(directory, "cur")) && Directory.Exists(Path.Combine(directory, "new"));
        foreach (var entry in Directory.GetFileSystemEntries(directory, "*", Entries).Order(StringComparer.Ordinal))
        {
            if (isMaildir ? IsNoMail(entry) : IsSkipped(entry) && !IsWrongSidecar(entry)) continue;
            if (!Directory.Exists(entry)) yield return entry;
            // A link to a folder may lead back up.
            else if (new DirectoryInfo(entry).LinkTarget is null)
                foreach (var file in Below(entry)) yield return file;
        }
    }

    private bool IsWrongSidecar(string entry) => Sidecar.IsOne(entry) && !own.Contains(entry) && !_skipped.Name(Path.GetFileName(entry)) && Wrong(entry) is not null;

    private bool IsSkipped(string entry) => own.Contains(entry) || HoldsRun(entry) || Skips(Path.GetFileName(entry)) || _skipped.Path(Relative(folder, entry));

    // The usual folder of another run's records, ledger and log, which are no announcements; a folder of another name may hold texts too.
    private static bool HoldsRun(string entry) =>
        Path.GetFileName(entry) == "out" && File.Exists(Path.Combine(entry, "state.lock")) && File.Exists(Path.Combine(entry, "ledger.jsonl"));

    // In a maildir, tmp holds mails that are not there yet, and .Name is a folder of mails.
    private bool IsNoMail(string entry) => Path.GetFileName(entry) == "tmp" || (IsSkipped(entry) && !Directory.Exists(Path.Combine(entry, "cur")));
}
