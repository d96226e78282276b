using Extract.Rules;
using Extract.Tag.Labels;

namespace Extract.Commands;

/// <summary>A rule or label file with how its examples went.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Rules">The number of its rules or labels.</param>
/// <param name="Examples">The number of examples.</param>
/// <param name="Failures">The examples that went wrong, a line each.</param>
/// <param name="Lists">The lists that it uses.</param>
internal sealed record CheckedFile(string File, int Rules, int Examples, IReadOnlyList<string> Failures, IEnumerable<string> Lists);

/// <summary>All rule and label files that ship, loaded and tried.</summary>
internal static class RuleFiles
{
    /// <summary>The files in order of name. Throws <see cref="SettingsException"/> where one cannot be loaded.</summary>
    public static IEnumerable<CheckedFile> Check()
    {
        foreach (var file in Files()) yield return Check(file);
    }

    /// <summary>The paths of the files that ship, without those that are nothing alone.</summary>
    public static IEnumerable<string> Files() => Directory.EnumerateFiles(RuleSet.ShippedFolder, "*.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(IsWhole);

    // A file that cannot be read is whole enough to be told.
    private static bool IsWhole(string file)
    {
        try
        {
            return !RuleFile.IsPart(YamlTree.Load(file));
        }
        catch (RuleFileException)
        {
            return true;
        }
    }

    /// <summary>The lists that ship, by name.</summary>
    public static IEnumerable<string> Lists() =>
        Directory.EnumerateFiles(Path.Combine(RuleSet.ShippedFolder, "lists"), "*.tsv").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static CheckedFile Check(string file)
    {
        try
        {
            return YamlTree.Load(file) is YamlMap map && map.Find("rules") is not null ? Check(RuleSet.Load(file)) : Check(LabelRules.Load(file));
        }
        catch (RuleFileException e)
        {
            throw new SettingsException(e.Message, e);
        }
    }

    private static string Name(string file) => Path.GetRelativePath(RuleSet.ShippedFolder, file).Replace(Path.DirectorySeparatorChar, '/');

    private static CheckedFile Check(RuleSet rules)
    {
        var outcomes = rules.RunExamples().ToArray();
        return new(Name(rules.File), rules.Rules.Length, outcomes.Length, [.. outcomes.Where(outcome => outcome.Failure is not null).Select(outcome => outcome.ToString())], rules.Lists.Select(list => list.Name));
    }

    private static CheckedFile Check(LabelRules labels)
    {
        var outcomes = labels.RunExamples().ToArray();
        return new(Name(labels.File), labels.Rules.Length, outcomes.Length, [.. outcomes.Where(outcome => outcome.Failure is not null).Select(outcome => outcome.ToString())], []);
    }
}
