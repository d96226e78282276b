using Extract.Text;

namespace Extract.Rules;

/// <summary>
/// Sorts tokens into symbols: tokens of one symbol answer every question of the patterns alike. Symbol 0 answers none. One table look-up a token.
/// Immutable.
/// </summary>
internal sealed class Alphabet
{
    private const int CaseForms = 3; // lower, Capitalized, ALL CAPITALS
    private readonly HashIndex _words;
    private readonly KeyFilter _filter;
    private readonly int[] _breaks;
    private readonly int[] _wordSymbols;   // (1 + word) * CaseForms + case; row 0 is any other word
    private readonly int[] _numberSymbols; // digits * (breaks + 1) + interval
    private readonly int[] _small;         // the same for numbers of four digits or less
    private readonly int _markSymbol;
    private readonly Dictionary<string, int> _interned = new(StringComparer.Ordinal);
    private readonly List<int>[] _symbolsOfAtom;

    public Alphabet(IReadOnlyList<Atom> atoms)
    {
        _symbolsOfAtom = [.. atoms.Select(_ => new List<int>())];
        var byHash = new Dictionary<ulong, List<int>>();
        var wide = new List<int>();
        for (var i = 0; i < atoms.Count; i++)
        {
            if (HashesOf(atoms[i]) is not { } hashes) { wide.Add(i); continue; }
            foreach (var hash in hashes)
                if (byHash.TryGetValue(hash, out var list)) list.Add(i); else byHash[hash] = [i];
        }
        _interned[""] = 0;
        _words = new([.. byHash.Keys]);
        _filter = new([.. byHash.Keys]);
        _wordSymbols = WordSymbols(atoms, byHash, wide);
        _markSymbol = Intern(atoms, wide, new Token(0, 1, TokenKind.Mark, default, 0, -1));
        _breaks = [.. atoms.OfType<Atom.Number>().SelectMany(n => new[] { n.From, n.To + 1 }).Distinct().Order()];
        var numeric = Enumerable.Range(0, atoms.Count).Where(i => atoms[i] is Atom.Number or Atom.Any).ToArray();
        _numberSymbols = NumberSymbols(atoms, numeric);
        _small = Small();
    }

    /// <summary>The number of symbols.</summary>
    public int Count => _interned.Count;

    /// <summary>The symbols that answer a question with yes.</summary>
    public List<int> SymbolsOf(int atom) => _symbolsOfAtom[atom];

    public int SymbolOf(in Token token)
    {
        if (token.Number >= 0)
            return token.Length <= 4 ? _small[SmallIndex(token.Length, token.Number)] : _numberSymbols[NumberIndex(token.Length, token.Number)];
        var row = _filter.MayHold(token.Hash) ? _words.Find(token.Hash) + 1 : 0;
        if (row == 0 && token.Kind != TokenKind.Word) return token.Kind == TokenKind.Mark ? _markSymbol : _numberSymbols[NumberIndex(token.Length, -1)];
        return _wordSymbols[(row * CaseForms) + ((token.Traits & TokenTraits.AllCaps) != 0 ? 2 : (int)(token.Traits & TokenTraits.Capitalized))];
    }

    private static IEnumerable<ulong>? HashesOf(Atom atom) => atom switch
    {
        Atom.Word word => [word.Hash],
        Atom.Entry entry => entry.List.Singles,
        Atom.Hyphen => Atom.Hyphens,
        _ => null,
    };

    private int[] WordSymbols(IReadOnlyList<Atom> atoms, Dictionary<ulong, List<int>> byHash, List<int> wide)
    {
        var symbols = new int[(_words.Count + 1) * CaseForms];
        foreach (var (hash, own) in byHash.Prepend(new(0, [])))
        {
            var asked = own.Concat(wide).ToArray();
            var mark = own.Any(i => atoms[i] is Atom.Hyphen);
            for (var form = 0; form < CaseForms; form++)
            {
                var traits = form == 2 ? TokenTraits.Capitalized | TokenTraits.AllCaps : (TokenTraits)form;
                symbols[((hash == 0 ? 0 : _words.Find(hash) + 1) * CaseForms) + form] =
                    Intern(atoms, asked, new Token(0, 1, mark ? TokenKind.Mark : TokenKind.Word, traits, hash, -1));
            }
        }
        return symbols;
    }

    private int[] NumberSymbols(IReadOnlyList<Atom> atoms, int[] numeric)
    {
        var symbols = new int[11 * (_breaks.Length + 1)];
        for (var digits = 1; digits <= 10; digits++)
            for (var interval = 0; interval <= _breaks.Length; interval++)
            {
                var number = digits > 9 ? -1 : interval == 0 ? 0 : _breaks[interval - 1];
                symbols[(digits * (_breaks.Length + 1)) + interval] = Intern(atoms, numeric, new Token(0, digits, TokenKind.Number, default, 0, number));
            }
        return symbols;
    }

    private int[] Small()
    {
        var small = new int[SmallIndex(5, 0)];
        for (var (digits, bound) = (1, 10); digits <= 4; digits++, bound *= 10)
            for (var number = 0; number < bound; number++) small[SmallIndex(digits, number)] = _numberSymbols[NumberIndex(digits, number)];
        return small;
    }

    private static int SmallIndex(int digits, int number) => number + (digits switch { 1 => 0, 2 => 10, 3 => 110, 4 => 1110, _ => 11110 });

    private int NumberIndex(int digits, int number)
    {
        var found = Array.BinarySearch(_breaks, number);
        return (Math.Min(digits, 10) * (_breaks.Length + 1)) + (found >= 0 ? found + 1 : ~found);
    }

    private int Intern(IReadOnlyList<Atom> atoms, IReadOnlyList<int> asked, Token token)
    {
        var held = asked.Where(i => atoms[i].Holds(token)).ToArray();
        var key = string.Join(' ', held);
        if (_interned.TryGetValue(key, out var symbol)) return symbol;
        symbol = _interned[key] = _interned.Count;
        foreach (var atom in held) _symbolsOfAtom[atom].Add(symbol);
        return symbol;
    }
}
