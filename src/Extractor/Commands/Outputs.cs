using Extract.Fetch;

namespace Extract.Commands;

/// <summary>A file that a run writes.</summary>
/// <param name="Key">The key of the pipeline file that says where it stands.</param>
/// <param name="Name">What a message calls it where it is not the key's own file; else null.</param>
/// <param name="Path">Where it is.</param>
/// <param name="IsOurs">Whether what stands at a path may be written over.</param>
internal sealed record Output(string Key, string? Name, string Path, Func<string, bool> IsOurs);

/// <summary>What a run writes. Nothing that the user has may be lost by it: whatever names a source, or a file that no run wrote, is refused before anything is read.</summary>
internal static class Outputs
{
    /// <summary>The files of a run, each once.</summary>
    public static IReadOnlyList<Output> Of(Settings settings, string stateFolder)
    {
        var files = new List<Output> { new("publish: jsonl", null, settings.Resolved(settings.Publish.Jsonl), OwnForm.OfRecords) };
        if (settings.Publish.Csv is { } csv) files.Add(new("publish: csv", null, settings.Resolved(csv), OwnForm.OfCsv));
        if (settings.Publish.Sqlite is { } sqlite) files.Add(new("publish: sqlite", null, settings.Resolved(sqlite), OwnForm.OfSqlite));
        files.Add(new("publish: jsonl", "the ledger", Ledger(settings), OwnForm.OfLedger));
        var key = RealPath.Same(stateFolder, StateFolder(settings, null)) ? "publish: jsonl" : "--state";
        files.Add(new(key, "the state", Run.State.Database(stateFolder), OwnForm.OfState));
        files.Add(new(key, "the log", Path.Combine(stateFolder, "extract.log"), OwnForm.OfLog));
        return files;
    }

    /// <summary>The ledger stands beside the records.</summary>
    public static string Ledger(Settings settings) => Path.GetFullPath(Path.Combine(settings.Resolved(settings.Publish.Jsonl), "..", "ledger.jsonl"));

    /// <summary>The folder of the state: the one that the command line names, else that of the records.</summary>
    public static string StateFolder(Settings settings, string? named) =>
        named is not null ? Path.GetFullPath(named) : Path.GetFullPath(Path.Combine(settings.Resolved(settings.Publish.Jsonl), ".."));

    /// <summary>Throws <see cref="SettingsException"/> where a run would write over what is not its own.</summary>
    public static void Verify(Settings settings, string stateFolder)
    {
        var files = Of(settings, stateFolder);
        foreach (var file in files)
        {
            if (Sources(settings).Any(source => RealPath.Same(source, file.Path))) throw settings.Refuse(file.Key, Messages.OutputIsSource(Name(file)));
            if (files.FirstOrDefault(other => other != file && RealPath.Same(other.Path, file.Path)) is { } same) throw settings.Refuse(same.Key, Messages.OutputTwice(Name(same), file.Name ?? file.Key));
            if (Path.GetDirectoryName(file.Path) is { } folder && File.Exists(folder)) throw settings.Refuse(file.Key, Messages.FolderIsFile(folder));
            if (Fault(file) is { } fault) throw settings.Refuse(file.Key, fault);
        }
        VerifyFolders(settings, files);
    }

    /// <summary>The same for a file that an option names.</summary>
    public static void Verify(string option, string path, Func<string, bool> isOurs)
    {
        if (Fault(new(option, null, path, isOurs)) is { } fault) throw new SettingsException($"{option}: {fault}");
    }

    /// <summary>A path as the user can open it from where he is.</summary>
    public static string Shown(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), path) is var near && near.StartsWith("..", StringComparison.Ordinal) ? path : near;

    // Decisions and models are folders of their own: whatever lies in them is never a source.
    private static void VerifyFolders(Settings settings, IReadOnlyList<Output> files)
    {
        foreach (var (key, folder) in new[] { ("review: decisions", settings.Resolved(settings.Review.Decisions)), ("score: models", settings.Resolved(settings.Models)) })
        {
            if (File.Exists(folder)) throw settings.Refuse(key, Messages.FolderIsFile(folder));
            if (settings.Places.ContainsKey(key) && Sources(settings).FirstOrDefault(source => RealPath.IsIn(source, folder)) is { } source) throw settings.Refuse(key, Messages.FolderHoldsSource(folder, source));
            if (files.FirstOrDefault(file => RealPath.Same(Path.Combine(file.Path, ".."), folder)) is { } file) throw settings.Refuse(key, Messages.FolderHoldsOutput(folder, Name(file)));
        }
    }

    private static string? Fault(Output file) =>
        Directory.Exists(file.Path) || Path.EndsInDirectorySeparator(file.Path) ? Messages.OutputIsFolder(Name(file))
        : !RegularFiles.IsRegular(file.Path) || !file.IsOurs(file.Path) ? Messages.OutputNotOurs(Name(file))
        : null;

    private static string Name(Output file) => file.Name is null ? $"“{file.Path}”" : $"{file.Name} (“{file.Path}”)";

    private static IEnumerable<string> Sources(Settings settings) => settings.Fetch.Sources.Where(source => !WebClient.IsWeb(source) && !Globs.IsPattern(source, settings.Folder))
        .Select(source => settings.Resolved(SourcePaths.Parted(source, settings.Folder).File));
}
