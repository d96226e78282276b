using Extract.Text;

namespace Extract.Rules;

/// <summary>How a word of a pattern or list is to be written in the text: as it is written in the file ("May" is not "may", "IT" is not "it").</summary>
internal enum Case : byte
{
    /// <summary>Lower case in the file: any case in the text.</summary>
    Any,
    /// <summary>A capital in the file: a capital in the text.</summary>
    Capital,
    /// <summary>All capitals in the file: all capitals in the text.</summary>
    AllCapitals,
}

/// <summary>A list of words with values, from <c>Rules/lists/NAME.tsv</c>: word TAB value. Without a value a word stands for itself.</summary>
public sealed class WordList
{
    private readonly Dictionary<ulong, string> _values = [];
    private readonly Dictionary<ulong, Case> _singles = [];
    private readonly List<string> _longer = [];

    /// <summary>A list of the given words; throws <see cref="ArgumentException"/> where a word stands twice.</summary>
    public WordList(string name, IEnumerable<KeyValuePair<string, string>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Name = name;
        foreach (var (word, value) in entries) Add(word, value);
    }

    /// <summary>Its name, as in <c>&lt;name&gt;</c>.</summary>
    public string Name { get; }

    /// <summary>The number of entries.</summary>
    public int Count => _values.Count;

    /// <summary>The values of its entries, in order of entry.</summary>
    internal IEnumerable<string> Words => _values.Values;

    /// <summary>The entries of several tokens, as written.</summary>
    internal IReadOnlyList<string> Longer => _longer;

    /// <summary>The folded hashes of the entries of one token.</summary>
    internal IEnumerable<ulong> Singles => _singles.Keys;

    /// <summary>True where the token alone is an entry.</summary>
    internal bool Has(in Token token) => _singles.TryGetValue(token.Hash, out var required) && Atom.Fits(required, token.Traits);

    /// <summary>The value of the words from one token to another, both included; null where they are no entry. Hyphens between words do not count.</summary>
    public string? Find(TokenList tokens, int first, int last)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return _values.GetValueOrDefault(HashOf(tokens, first, last));
    }

    private void Add(string word, string value)
    {
        if (!TryAdd(word, value)) throw new ArgumentException($"“{word}” stands twice");
    }

    // Of two files that write a word alike but for its capital the one that asks for less holds.
    private bool Loosen(TokenList tokens, bool same)
    {
        if (same && tokens.Count == 1 && Atom.CaseOf(tokens[0].Traits) is var asked && asked < _singles[tokens[0].Hash]) _singles[tokens[0].Hash] = asked;
        return false;
    }

    /// <summary>Adds a word unless it is there; used while loading, by one thread.</summary>
    internal bool TryAdd(string word, string value)
    {
        var tokens = TokenList.Of(word);
        if (tokens.Count == 0) throw new ArgumentException("the word is empty");
        var hash = HashOf(tokens, 0, tokens.Count - 1);
        if (!_values.TryAdd(hash, value)) return Loosen(tokens, value == _values[hash]);
        if (tokens.Count == 1) _singles.Add(tokens[0].Hash, Atom.CaseOf(tokens[0].Traits)); else _longer.Add(word);
        return true;
    }

    private static ulong HashOf(TokenList tokens, int first, int last)
    {
        var hash = 0UL;
        for (var i = first; i <= last; i++)
            if (i == first || !Atom.IsHyphen(tokens[i])) hash = Folding.Combine(hash, tokens[i].Hash);
        return hash;
    }

    /// <summary>A list that ships, by its name and its folder below <c>Rules</c>.</summary>
    public static WordList Shipped(string name, string folder = "lists") => Load(Path.Combine(RuleSet.ShippedFolder, folder, name + ".tsv"));

    /// <summary>Reads a list; throws <see cref="RuleFileException"/> where it is none.</summary>
    public static WordList Load(string path)
    {
        var (list, number) = (new WordList(Path.GetFileNameWithoutExtension(path), []), 0);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split('\t');
            if (fields.Length > 2 || fields[0].Trim() != fields[0] || fields[0].Length == 0)
                throw new RuleFileException(path, number, 1, "A line is a word, or a word, one tab and its value. Remove what is more.");
            try
            {
                list.Add(fields[0], fields.Length == 2 ? fields[1] : fields[0]);
            }
            catch (ArgumentException e)
            {
                throw new RuleFileException(path, number, 1, $"{e.Message}. Keep one of them.");
            }
        }
        return list;
    }
}

/// <summary>The lists of a folder, read when first asked for. Used while loading, by one thread.</summary>
/// <param name="folder">The folder of the <c>.tsv</c> files.</param>
public sealed class WordLists(string folder)
{
    private readonly SortedDictionary<string, WordList> _lists = new(StringComparer.Ordinal);

    /// <summary>No folder: only lists that were added.</summary>
    public WordLists() : this("") { }

    /// <summary>The lists that were asked for so far.</summary>
    public IEnumerable<WordList> Used => _lists.Values;

    /// <summary>Adds a list made elsewhere.</summary>
    public void Add(WordList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        _lists[list.Name] = list;
    }

    /// <summary>A list by name; an empty one where there is none.</summary>
    internal WordList Named(string name)
    {
        if (Find(name) is { } list) return list;
        Add(list = new(name, []));
        return list;
    }

    /// <summary>A list by name, or null where there is none.</summary>
    public WordList? Find(string name)
    {
        if (_lists.TryGetValue(name, out var list)) return list;
        var path = Path.Combine(folder, name + ".tsv");
        return folder.Length > 0 && File.Exists(path) ? _lists[name] = WordList.Load(path) : null;
    }

    /// <summary>The names of the lists in the folder and of those added.</summary>
    public IEnumerable<string> Names => (Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.tsv").Select(path => Path.GetFileNameWithoutExtension(path)) : []).Union(_lists.Keys).Order(StringComparer.Ordinal);
}
