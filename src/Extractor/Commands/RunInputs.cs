using Extract.Fetch;
using Extract.Publish;

namespace Extract.Commands;

/// <summary>Which settings a run has: those of a pipeline file, or the defaults over paths that the command line names.</summary>
internal static class RunInputs
{
    private static readonly string[] StateFiles = ["state.db-wal", "state.db-shm", "state.lock"];

    /// <summary>The settings of <c>run</c>'s arguments. Throws <see cref="SettingsException"/> where nothing of what is named exists.</summary>
    public static Settings Settings(string[] paths) => paths switch
    {
        [] => SettingsFile.Load("pipeline.yml"),
        [var file] when IsPipelineFile(file) => SettingsFile.Load(file),
        _ => OverPaths(paths),
    };

    /// <summary>The same for a sample: all that it writes stands in a folder <c>sample</c> beside what a whole run writes, of which nothing is lost.</summary>
    public static Settings OfSample(Settings settings) => settings with
    {
        Publish = settings.Publish with { Jsonl = InSample(settings.Publish.Jsonl), Csv = settings.Publish.Csv is { } csv ? InSample(csv) : null, Sqlite = settings.Publish.Sqlite is { } sqlite ? InSample(sqlite) : null },
    };

    private static string InSample(string path) => Path.Combine(Path.GetDirectoryName(path) ?? "", "sample", Path.GetFileName(path));

    private static bool IsPipelineFile(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".yml" or ".yaml" && !Directory.Exists(path);

    // A path that is not there is a document that failed; none that is there is wrong use.
    private static Settings OverPaths(string[] paths)
    {
        var here = Directory.GetCurrentDirectory();
        if (paths.Contains("")) throw new SettingsException(Messages.EmptyPath);
        if (paths.FirstOrDefault(path => Globs.IsPattern(path, here) && !SourcePaths.Exists(path, here)) is { } pattern) throw new SettingsException(Messages.NoMatch(pattern));
        if (!paths.Any(path => SourcePaths.Exists(path, here))) throw new SettingsException(Messages.NoSuchPath(paths[0]));
        var settings = new Settings();
        return settings with { Fetch = settings.Fetch with { Sources = [.. paths], NamedFromSources = true } };
    }

    /// <summary>Full paths of what the program itself reads and writes: never sources, also where a source is the folder that holds them.</summary>
    public static IReadOnlySet<string> Own(Settings settings, string stateFolder)
    {
        var paths = Outputs.Of(settings, stateFolder).SelectMany(file => new[] { file.Path, file.Path + ".tmp" }).ToHashSet(StringComparer.Ordinal);
        if (settings.File is { } pipeline) paths.Add(Path.GetFullPath(pipeline));
        paths.UnionWith([settings.Resolved(settings.Review.Decisions), settings.Resolved(settings.Models)]);
        if (settings.Tag.Places is { } places) paths.Add(settings.Resolved(places));
        if (settings.Tag.Organizations is { } bodies) paths.Add(settings.Resolved(bodies));
        paths.UnionWith(StateFiles.Select(name => Path.Combine(stateFolder, name)));
        // Logs roll over: extract_001.log.
        if (Directory.Exists(stateFolder)) paths.UnionWith(Directory.EnumerateFiles(stateFolder, "extract_*.log"));
        // The usual folder for the output holds nothing else to read; another one may be where the texts are.
        if (settings.Resolved(Path.GetDirectoryName(new PublishSettings().Jsonl)!) is var usual && RealPath.Same(stateFolder, usual)) paths.Add(usual);
        return paths;
    }
}
