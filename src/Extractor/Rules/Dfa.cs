using Extract.Text;

namespace Extract.Rules;

/// <summary>
/// The deterministic automaton of many patterns (subset construction, Rabin and Scott 1959), whole after construction, so that threads share it
/// without a lock. Transitions stand in one hash table: most states have one or two.
/// </summary>
internal sealed class Dfa
{
    /// <summary>More states than any sensible file needs; a file beyond it is refused rather than loaded slowly.</summary>
    public const int MostStates = 200_000;

    private readonly Alphabet _alphabet;
    private readonly int[] _start;
    private readonly HashIndex _transitions;
    private readonly int[] _targets;
    private readonly int[][] _accepts;

    public Dfa(Nfa nfa, int start, IReadOnlyDictionary<int, int> patternOfEnd)
    {
        _alphabet = new(nfa.Atoms);
        var builder = new Builder(nfa, _alphabet);
        builder.Build(start);
        _start = new int[_alphabet.Count];
        Array.Fill(_start, -1);
        foreach (var (symbol, target) in builder.Transitions.Where(t => t.From == 0).Select(t => (t.Symbol, t.To))) _start[symbol] = target;
        var rest = builder.Transitions.Where(t => t.From != 0).ToArray();
        _transitions = new([.. rest.Select(t => Key(t.From, t.Symbol))]);
        _targets = [.. rest.Select(t => t.To)];
        _accepts = [.. builder.States.Select(set => AcceptsOf(set, patternOfEnd))];
    }

    private static int[] AcceptsOf(int[] set, IReadOnlyDictionary<int, int> patternOfEnd)
    {
        List<int>? patterns = null;
        foreach (var state in set)
            if (patternOfEnd.TryGetValue(state, out var pattern)) (patterns ??= []).Add(pattern);
        patterns?.Sort();
        return patterns is null ? [] : [.. patterns];
    }

    public const int Dead = -1;

    public int States => _accepts.Length;

    /// <summary>The symbols of tokens: looked up once, however many matches are tried over a token.</summary>
    public void SymbolsOf(ReadOnlySpan<Token> tokens, Span<int> symbols)
    {
        for (var i = 0; i < tokens.Length; i++) symbols[i] = _alphabet.SymbolOf(tokens[i]);
    }

    /// <summary>Where a symbol leads from the start, or <see cref="Dead"/>.</summary>
    public int Begin(int symbol) => _start[symbol];

    /// <summary>Where a symbol leads from a state, or <see cref="Dead"/>.</summary>
    public int Next(int state, int symbol) => symbol != 0 && _transitions.Find(Key(state, symbol)) is >= 0 and var i ? _targets[i] : Dead;

    /// <summary>The patterns that end in a state, in order; mostly empty.</summary>
    public ReadOnlySpan<int> Accepts(int state) => _accepts[state];

    private static ulong Key(int state, int symbol) => Folding.Combine((ulong)state, (ulong)symbol);

    private sealed class Builder(Nfa nfa, Alphabet alphabet)
    {
        private readonly Dictionary<int[], int> _ids = new(SetComparer.Instance);
        private readonly List<int>?[] _targets = new List<int>?[alphabet.Count];
        private readonly List<int> _touched = [];
        private readonly int[] _seen = new int[nfa.States];
        private readonly Stack<int> _open = new();
        private readonly List<int> _closure = [];
        private int _round;

        public List<int[]> States { get; } = [];
        public List<(int From, int Symbol, int To)> Transitions { get; } = [];

        public void Build(int start)
        {
            Number([start]);
            for (var state = 0; state < States.Count; state++)
            {
                foreach (var source in States[state])
                    foreach (var edge in nfa.Edges(source)) Reach(edge);
                _touched.Sort();
                foreach (var symbol in _touched)
                {
                    Transitions.Add((state, symbol, Number(_targets[symbol]!)));
                    _targets[symbol]!.Clear();
                }
                _touched.Clear();
            }
        }

        private void Reach(Nfa.Edge edge)
        {
            foreach (var symbol in alphabet.SymbolsOf(edge.Atom))
            {
                var targets = _targets[symbol] ??= [];
                if (targets.Count == 0) _touched.Add(symbol);
                targets.Add(edge.Target);
            }
        }

        private int Number(List<int> seeds)
        {
            _round++;
            _closure.Clear();
            foreach (var seed in seeds) _open.Push(seed);
            while (_open.TryPop(out var state))
            {
                if (_seen[state] == _round) continue;
                _seen[state] = _round;
                _closure.Add(state);
                foreach (var next in nfa.Empty(state)) _open.Push(next);
            }
            _closure.Sort();
            int[] set = [.. _closure];
            if (_ids.TryGetValue(set, out var id)) return id;
            if (States.Count == MostStates) throw new PatternException(0, "All patterns together are too many to compile. Use lists instead of alternatives.");
            States.Add(set);
            return _ids[set] = States.Count - 1;
        }
    }

    private sealed class SetComparer : IEqualityComparer<int[]>
    {
        public static readonly SetComparer Instance = new();
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);
        public int GetHashCode(int[] set)
        {
            var hash = default(HashCode);
            foreach (var state in set) hash.Add(state);
            return hash.ToHashCode();
        }
    }
}
