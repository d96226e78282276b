using System.Text.RegularExpressions;

namespace Extract.Tests.Conventions;

/// <summary>Dependencies point one way: Commands → Learn, Run → Pipeline → stages → Text, Rules, Trained → Models. No stage uses another stage's inside.</summary>
public sealed partial class LayersTests
{
    // What each folder may use. The arrows between stages are the nouns that pass along the path, and no more:
    // Tag's TaggedDocument to split and resolve, Resolve's findings to score.
    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Text"] = [],
        ["Rules"] = ["Text"],
        ["Trained"] = ["Text"],
        ["Fetch"] = ["Text"],
        ["Read"] = ["Text", "Rules"],
        ["Tag"] = ["Text", "Rules", "Trained"],
        ["Split"] = ["Text", "Rules", "Trained", "Tag"],
        ["Resolve"] = ["Text", "Rules", "Trained", "Tag"],
        ["Score"] = ["Text", "Rules", "Trained", "Resolve"],
        ["Link"] = ["Text"],
        ["Review"] = ["Text"],
        ["Publish"] = ["Text"],
        ["Run"] = ["Text", "Fetch", "Score", "Link", "Review", "Publish"],
        ["Learn"] = ["Text", "Rules", "Trained", "Fetch", "Read", "Tag", "Split", "Resolve", "Score", "Review"],
        ["Commands"] = ["Text", "Rules", "Trained", "Fetch", "Read", "Tag", "Split", "Resolve", "Score", "Link", "Review", "Publish", "Run", "Learn"],
    };

    [Fact]
    public void Every_folder_uses_only_what_stands_below_it()
    {
        var wrong = from file in Sources()
                    let layer = Layer(file)
                    where layer is not null
                    from used in Uses(File.ReadAllText(file)).Distinct()
                    where used != layer && !May[layer].Contains(used)
                    select $"{Relative(file)} uses {used}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_of_the_program_has_a_layer() =>
        Assert.Equal(May.Keys.Order(StringComparer.Ordinal),
            Directory.EnumerateDirectories(Repository.File("src/Extractor")).Select(folder => Path.GetFileName(folder)!).Where(name => name is not ("bin" or "obj" or "Properties")).Order(StringComparer.Ordinal));

    [Fact]
    public void Namespaces_are_folders()
    {
        var wrong = from file in Sources()
                    let folder = Layer(file)
                    let space = Namespace().Match(File.ReadAllText(file)).Groups[1].Value
                    where folder is not null && space != $"Extract.{folder}" && !space.StartsWith($"Extract.{folder}.", StringComparison.Ordinal)
                    select $"{Relative(file)} is in {space}";
        Assert.Empty(wrong);
    }

    /// <summary>A record is the same on any day: what makes it has no clock, not even one that is passed.</summary>
    [Fact]
    public void What_makes_a_record_knows_no_clock()
    {
        string[] clocks = ["TimeProvider", "Stopwatch", "DateTime.Now", "UtcNow", "DateTime.Today", "TickCount", "TimeZoneInfo.Local"];
        var wrong = from file in Sources()
                    where Layer(file) is "Text" or "Rules" or "Trained" or "Read" or "Tag" or "Split" or "Resolve" or "Score"
                    let source = File.ReadAllText(file)
                    from clock in clocks
                    where source.Contains(clock, StringComparison.Ordinal)
                    select $"{Relative(file)}: {clock}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Models_has_no_package_and_no_input_or_output()
    {
        Assert.DoesNotContain("PackageReference", File.ReadAllText(Repository.File("src/Models/Models.csproj")), StringComparison.Ordinal);
        Assert.All(Directory.EnumerateFiles(Repository.File("src/Models"), "*.cs"), file => Assert.DoesNotContain("System.IO", File.ReadAllText(file), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Repository.File("src/Extractor"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Relative(file).Split('/').Any(part => part is "bin" or "obj"));

    private static string Relative(string file) => Path.GetRelativePath(Repository.File("src/Extractor"), file).Replace(Path.DirectorySeparatorChar, '/');

    // Files beside Pipeline.cs belong to no layer: they are the program's own frame.
    private static string? Layer(string file) => Relative(file).IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? Relative(file)[..slash] : null;

    private static IEnumerable<string> Uses(string source) => Using().Matches(source).Select(match => match.Groups[1].Value).Where(May.ContainsKey);

    [GeneratedRegex(@"^using (?:static )?Extract\.([A-Za-z]+)", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^namespace ([A-Za-z.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
