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
        _accepts = [.. builder.States.Select(set => set.Where(patternOfEnd.ContainsKey).Select(state => patternOfEnd[state]).Distinct().Order().ToArray())];
    }

    public const int Dead = -1;

    public int States => _accepts.Length;

    /// <summary>Where the token leads from the start, or <see cref="Dead"/>.</summary>
    public int Begin(in Token token) => _start[_alphabet.SymbolOf(token)];

    /// <summary>Where the token leads from a state, or <see cref="Dead"/>.</summary>
    public int Next(int state, in Token token)
    {
        var symbol = _alphabet.SymbolOf(token);
        return symbol != 0 && _transitions.Find(Key(state, symbol)) is >= 0 and var i ? _targets[i] : Dead;
    }

    /// <summary>The patterns that end in a state, in order; mostly empty.</summary>
    public ReadOnlySpan<int> Accepts(int state) => _accepts[state];

    private static ulong Key(int state, int symbol) => Folding.Combine((ulong)state, (ulong)symbol);

    private sealed class Builder(Nfa nfa, Alphabet alphabet)
    {
        private readonly Dictionary<int[], int> _ids = new(SetComparer.Instance);
        public List<int[]> States { get; } = [];
        public List<(int From, int Symbol, int To)> Transitions { get; } = [];

        public void Build(int start)
        {
            Number([start]);
            for (var state = 0; state < States.Count; state++)
            {
                var targets = new SortedDictionary<int, List<int>>();
                foreach (var edge in States[state].SelectMany(nfa.Edges))
                    foreach (var symbol in alphabet.SymbolsOf(edge.Atom))
                        if (targets.TryGetValue(symbol, out var list)) list.Add(edge.Target); else targets[symbol] = [edge.Target];
                foreach (var (symbol, set) in targets) Transitions.Add((state, symbol, Number(set)));
            }
        }

        private int Number(List<int> seeds)
        {
            var closure = new SortedSet<int>();
            var open = new Stack<int>(seeds);
            while (open.TryPop(out var state))
                if (closure.Add(state))
                    foreach (var next in nfa.Empty(state)) open.Push(next);
            int[] set = [.. closure];
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
