namespace Extract.Commands;

/// <summary>Which settings a run has: those of a pipeline file, or the defaults over paths that the command line names.</summary>
internal static class RunInputs
{
    /// <summary>The settings of <c>run</c>'s arguments. Throws <see cref="SettingsException"/> where nothing of what is named exists.</summary>
    public static Settings Settings(string[] paths) => paths switch
    {
        [] => SettingsFile.Load("pipeline.yml"),
        [var file] when IsPipelineFile(file) => SettingsFile.Load(file),
        _ => OverPaths(paths),
    };

    private static bool IsPipelineFile(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".yml" or ".yaml" && !Directory.Exists(path);

    // A path that is not there is a document that failed; none that is there is wrong use.
    private static Settings OverPaths(string[] paths)
    {
        if (!paths.Any(path => SettingsValue.IsWeb(path) || File.Exists(path) || Directory.Exists(path))) throw new SettingsException(Messages.NoSuchPath(paths[0]));
        var settings = new Settings();
        return settings with { Fetch = settings.Fetch with { Sources = [.. paths], NamedFromSources = true } };
    }

    /// <summary>Full paths of what the program itself reads and writes: never sources, also where a source is the folder that holds them.</summary>
    public static IReadOnlySet<string> Own(Settings settings, string stateFolder)
    {
        var records = settings.Resolved(settings.Publish.Jsonl);
        var paths = new List<string?>
        {
            settings.File is { } file ? Path.GetFullPath(file) : null, records, Path.Combine(Path.GetDirectoryName(records)!, "ledger.jsonl"),
            settings.Publish.Csv is { } csv ? settings.Resolved(csv) : null, settings.Publish.Sqlite is { } sqlite ? settings.Resolved(sqlite) : null,
            settings.Resolved(settings.Review.Decisions), settings.Resolved(settings.Models),
        };
        foreach (var name in new[] { "state.db", "state.db-wal", "state.db-shm", "state.lock", "extract.log" }) paths.Add(Path.Combine(stateFolder, name));
        // A folder of its own for the output holds nothing else to read.
        if (Path.GetDirectoryName(records) != settings.Folder) paths.Add(Path.GetDirectoryName(records));
        return paths.OfType<string>().ToHashSet(StringComparer.Ordinal);
    }
}
