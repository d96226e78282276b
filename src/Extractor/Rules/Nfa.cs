namespace Extract.Rules;

/// <summary>A nondeterministic automaton over tokens (Thompson 1968), built while patterns are read. Without cycles: a pattern has no repetition.</summary>
internal sealed class Nfa
{
    /// <summary>Asks <paramref name="Atom"/> of a token and goes on to <paramref name="Target"/>; the token belongs to <paramref name="Slot"/>, −1 for none.</summary>
    public readonly record struct Edge(int Atom, int Target, int Slot);

    private readonly Dictionary<Atom, int> _atomIds = [];
    private readonly List<Atom> _atoms = [];
    private readonly List<List<Edge>> _edges = [];
    private readonly List<List<int>> _empty = [];
    private Edge[][] _frozenEdges = [];
    private int[][] _frozenEmpty = [];

    public IReadOnlyList<Atom> Atoms => _atoms;

    public int States => _edges.Count;

    /// <summary>Where a state leads by a token, once frozen.</summary>
    public Edge[] Edges(int state) => _frozenEdges[state];

    /// <summary>Where a state leads without a token, in order of preference, once frozen.</summary>
    public int[] Empty(int state) => _frozenEmpty[state];

    /// <summary>Where a state leads without a token so far.</summary>
    public IReadOnlyList<int> Growing(int state) => _empty[state];

    /// <summary>Turns what was built into arrays; nothing may be added after it.</summary>
    public void Freeze() => (_frozenEdges, _frozenEmpty) = ([.. _edges.Select(edges => edges.ToArray())], [.. _empty.Select(empty => empty.ToArray())]);

    public int Add()
    {
        _edges.Add([]);
        _empty.Add([]);
        return _edges.Count - 1;
    }

    public void Join(int from, int to) => _empty[from].Add(to);

    /// <summary>A new state behind a token.</summary>
    public int Step(int from, Atom atom, int slot)
    {
        var to = Add();
        Step(from, to, atom, slot);
        return to;
    }

    public void Step(int from, int to, Atom atom, int slot)
    {
        if (!_atomIds.TryGetValue(atom, out var id))
        {
            id = _atomIds[atom] = _atoms.Count;
            _atoms.Add(atom);
        }
        _edges[from].Add(new(id, to, slot));
    }
}
