using System.CommandLine;
using System.Globalization;
using System.IO.Enumeration;
using System.Text;
using Extract.Fetch;
using Extract.Publish;

namespace Extract.Commands;

/// <summary><c>extract init PATH</c>: looks at what is there and writes a commented pipeline.yml for it.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A folder, a file or a web address." };
        var command = new Command("init", HelpTexts.Of("init").About) { path };
        command.SetAction(parsed => Write(parsed.GetRequiredValue(path), parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Write(string path, TextWriter talk)
    {
        var (folder, sources) = LookAt(path);
        var target = Path.Combine(folder, "pipeline.yml");
        if (File.Exists(target)) throw new SettingsException(Messages.AlreadyThere(target));
        AtomicFile.WriteAsync(target, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(SettingsText.Of(sources))).AsTask()).GetAwaiter().GetResult();
        talk.WriteLine(Messages.Line(Messages.Wrote(target, sources.Count)));
        return ExitStatus.Done;
    }

    private static (string Folder, IReadOnlyList<(string, string)> Sources) LookAt(string path)
    {
        if (WebClient.IsWeb(path) && !Uri.TryCreate(path, UriKind.Absolute, out _)) throw new SettingsException(Messages.NoAddress(path));
        if (WebClient.IsWeb(path)) return ("", [(path, "")]);
        if (File.Exists(path)) return (Path.GetDirectoryName(path) ?? "", [(Path.GetFileName(path), "")]);
        if (!Directory.Exists(path)) throw new SettingsException(Messages.NoSuchPath(path));
        var groups = Documents(path).GroupBy(file => First(Path.GetRelativePath(path, file))).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
        if (groups.Length == 0) throw new SettingsException(Messages.NothingToRead(path));
        // Files beside the pipeline file mean the folder itself, which takes in all below it.
        return (path, groups[0].Key == "." ? [(".", Remark(groups.SelectMany(group => group)))] : [.. groups.Select(group => (group.Key, Remark(group)))]);
    }

    private static IEnumerable<string> Documents(string folder) =>
        new FileSystemEnumerable<string>(folder, (ref entry) => entry.ToFullPath(), new EnumerationOptions { RecurseSubdirectories = true })
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            // As a run does: a link to a folder may lead back up.
            ShouldRecursePredicate = (ref entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        }
            .Where(file => !file.EndsWith(".gold.json", StringComparison.Ordinal) && !file.EndsWith(".meta.json", StringComparison.Ordinal))
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "out" or "reviews" or "models" || part[0] == '.'));

    private static string First(string relative) => relative.IndexOf(Path.DirectorySeparatorChar) is > 0 and var slash ? relative[..slash] : ".";

    // "45 files: 40 .html, 5 .txt", the most frequent kind first.
    private static string Remark(IEnumerable<string> files)
    {
        var kinds = files.GroupBy(file => Path.GetExtension(file).ToLowerInvariant()).OrderByDescending(kind => kind.Count()).ThenBy(kind => kind.Key, StringComparer.Ordinal);
        var list = string.Join(", ", kinds.Take(4).Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Count()} {(kind.Key.Length > 0 ? kind.Key : "without ending")}")));
        return string.Create(CultureInfo.InvariantCulture, $"{files.Count()} files: {list}");
    }
}
