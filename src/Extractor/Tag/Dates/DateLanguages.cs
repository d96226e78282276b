using System.Collections.Frozen;
using Extract.Rules;
using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>
/// Which languages a document's dates are read in: English always, its own where there is a file for it, and another where a word stands that no other language has.
/// </summary>
internal sealed class DateLanguages
{
    private const int ShortestWord = 3;
    private static readonly Lazy<DateLanguages> Loaded = new(() => new());
    private readonly RuleFileHead[] _files = [.. RuleSet.ShippedHeads("dates").Where(head => !head.IsPart)];
    private readonly FrozenDictionary<string, string> _fileByCode;

    // The file that a word gives away, by its index.
    private readonly FrozenDictionary<ulong, int> _sure, _likely;

    private DateLanguages()
    {
        _fileByCode = _files.SelectMany(head => head.Languages.Select(code => KeyValuePair.Create(code, head.Name))).ToFrozenDictionary();
        (_sure, _likely) = (Index(head => head.Signals), Index(head => head.Signals.Concat(head.Words.Where(word => word.Length >= ShortestWord))));
    }

    /// <summary>Those of the files that ship, read once. Throws <see cref="RuleFileException"/> where one cannot be read.</summary>
    public static DateLanguages Shipped => Loaded.Value;

    /// <summary>The names of the files, without ending.</summary>
    public IEnumerable<string> Files => _files.Select(file => file.Name);

    /// <summary>The file that serves a language, by its ISO 639-1 code; null where there is none.</summary>
    public string? FileOf(string? language) => language is null ? null : _fileByCode.GetValueOrDefault(language);

    private FrozenDictionary<ulong, int> Index(Func<RuleFileHead, IEnumerable<string>> words)
    {
        var english = _files.First(head => head.Name == "en").Words.Select(word => Folding.Hash(word)).ToHashSet();
        var index = new Dictionary<ulong, int>();
        foreach (var (at, head) in _files.Index())
            foreach (var word in words(head))
                if (!word.AsSpan().ContainsAny(" .") && !english.Contains(Folding.Hash(word))) index.TryAdd(Folding.Hash(word), at);
        return index.ToFrozenDictionary();
    }

    /// <summary>The file beside English of which a word stands in the text, or null; where the text's language is not known, any month or weekday is enough.</summary>
    public string? Betrayed(Document document, TokenList tokens)
    {
        var index = document.Language is null ? _likely : _sure;
        foreach (ref readonly var token in tokens.All)
            if (token.Kind == TokenKind.Word && token.Length >= ShortestWord && index.TryGetValue(token.Hash, out var at)) return _files[at].Name;
        return null;
    }

    /// <summary>True where a word of a match is such as gives the language away.</summary>
    public bool Betrays(Document document, TokenList tokens, RuleMatch match)
    {
        var index = document.Language is null ? _likely : _sure;
        for (var i = match.First; i <= match.Last; i++)
            if (index.ContainsKey(tokens[i].Hash)) return true;
        return false;
    }
}
