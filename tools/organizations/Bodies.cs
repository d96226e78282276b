using System.Text;
using Extract.Text;

namespace Extract.Tools.Organizations;

/// <summary>Gathers bodies and writes the files that <see cref="OrganizationGazetteer"/> maps.</summary>
internal sealed class Bodies
{
    private readonly List<Body> _entries = [];
    private readonly Dictionary<ulong, SortedSet<int>> _names = [];
    private readonly Dictionary<ulong, SortedSet<int>> _acronyms = [];
    private const int NoEntry = OrganizationGazetteer.NoEntry;

    /// <summary>True where a word of the name heads a body.</summary>
    public static bool IsHeaded(string name)
    {
        foreach (ref readonly var token in TokenList.Of(name).All) if (NameWords.Shipped.HeadKind(token.Hash) is not null) return true;
        return false;
    }

    /// <summary>Adds a body; one without ROR address and acronym is known by its name only, and not at all where a body before it has the name.</summary>
    public void Add(Body body)
    {
        var names = body.OtherNames.Prepend(body.Name).Where(IsName).Distinct(StringComparer.Ordinal).ToArray();
        if (names.Length == 0 || (body.Ror is null && _names.ContainsKey(KeyOf(names[0])))) return;
        var entry = body.Ror is null && body.Acronyms.Length == 0 ? NoEntry : _entries.Count;
        if (entry != NoEntry) _entries.Add(body);
        foreach (var name in names) Put(_names, KeyOf(name), entry);
        foreach (var acronym in body.Acronyms.Where(IsAcronym)) Put(_acronyms, KeyOf(acronym), entry);
    }

    /// <summary>Writes <c>names.bin</c> and <c>entries.bin</c>; the same bodies give the same bytes.</summary>
    public (int Keys, int Entries, long Bytes) Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var rows = _names.SelectMany(pair => pair.Value.Select(entry => (pair.Key, Row: (uint)entry)))
            .Concat(_acronyms.SelectMany(pair => pair.Value.Select(entry => (pair.Key, Row: (uint)entry | OrganizationGazetteer.AcronymFlag))))
            .OrderBy(row => row.Key).ThenBy(row => row.Row).ToArray();
        var names = OrganizationGazetteer.Pack(rows);
        var entries = OrganizationGazetteer.Pack([.. _entries.Select(entry => (entry.Name, entry.Acronyms.FirstOrDefault(IsAcronym), entry.Ror, entry.Country))]);
        File.WriteAllBytes(Path.Combine(folder, "names.bin"), names);
        File.WriteAllBytes(Path.Combine(folder, "entries.bin"), entries);
        return (rows.Length, _entries.Count, names.Length + entries.Length);
    }

    private static ulong KeyOf(string name)
    {
        var tokens = TokenList.Of(name);
        return NameCandidates.KeyOf(tokens, 0, tokens.Count - 1);
    }

    private static void Put(Dictionary<ulong, SortedSet<int>> names, ulong key, int entry)
    {
        if (!names.TryGetValue(key, out var entries)) names[key] = entries = [];
        entries.Add(entry);
    }

    // Names in Latin letters of one word with four letters or more, or of several words.
    private static bool IsName(string name) => name.Length is >= 4 and <= 120 && name.EnumerateRunes().All(rune => !Rune.IsLetter(rune) || rune.Value < 0x250);

    private static bool IsAcronym(string acronym) => acronym.Length is >= 2 and <= 14 && acronym.Count(char.IsUpper) >= 2 && acronym.All(c => c < 0x250);
}
