using Extract.Text;
using Extract.Trained;

namespace Extract.Tag.Organizations;

/// <summary>
/// The word lists of <c>Rules/organizations</c> that say how names of bodies are built: words that head them ("Ministry", "Council"), legal forms,
/// words that join the parts of a name, titles of persons, and what persons do. Loaded once; folded.
/// </summary>
internal sealed class NameWords
{
    private readonly Dictionary<ulong, FeatureValue> _heads;
    private readonly Dictionary<ulong, FeatureValue> _titles;
    private readonly Dictionary<ulong, FeatureValue> _functions;
    private readonly HashSet<ulong> _legal;
    private readonly HashSet<ulong> _joins;

    /// <summary>The lists of a folder that holds <c>heads.tsv</c>, <c>legal.tsv</c>, <c>joins.tsv</c>, <c>titles.tsv</c> and <c>functions.tsv</c>.</summary>
    public NameWords(string folder)
    {
        _heads = Read(Path.Combine(folder, "heads.tsv"));
        _titles = Read(Path.Combine(folder, "titles.tsv"));
        _functions = Read(Path.Combine(folder, "functions.tsv"));
        _legal = [.. Read(Path.Combine(folder, "legal.tsv")).Keys];
        _joins = [.. Read(Path.Combine(folder, "joins.tsv")).Keys];
    }

    /// <summary>The lists that ship beside the program.</summary>
    public static NameWords Shipped { get; } = new(Path.Combine(AppContext.BaseDirectory, "Rules", "organizations"));

    /// <summary>What kind of body the word heads, or null.</summary>
    public FeatureValue? HeadKind(ulong word) => _heads.GetValueOrDefault(word);

    /// <summary><c>honorific</c> or <c>office</c>, or null.</summary>
    public FeatureValue? TitleKind(ulong word) => _titles.GetValueOrDefault(word);

    /// <summary>True for what a person does: "director", "chair".</summary>
    public bool IsFunction(ulong word) => _functions.GetValueOrDefault(word)?.Text == "function";

    /// <summary>True for what may stand before that: "deputy", "former", "the".</summary>
    public bool QualifiesFunction(ulong word) => _functions.GetValueOrDefault(word)?.Text == "qualifier";

    /// <summary>True for "Inc", "GmbH", …</summary>
    public bool IsLegal(ulong word) => _legal.Contains(word);

    /// <summary>True for words that join the parts of a name: "of", "for", "and", …</summary>
    public bool IsJoin(ulong word) => _joins.Contains(word);

    private static Dictionary<ulong, FeatureValue> Read(string path)
    {
        var kinds = new Dictionary<string, FeatureValue>(StringComparer.Ordinal);
        return File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            .ToDictionary(
            cells => Folding.Hash(cells[0]), cells => kinds.TryGetValue(cells[1], out var kind) ? kind : kinds[cells[1]] = new(cells[1]));
    }
}
