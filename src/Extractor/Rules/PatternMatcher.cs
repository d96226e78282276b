using System.Buffers;
using System.Runtime.InteropServices;
using Extract.Text;

namespace Extract.Rules;

/// <summary>A place where a pattern matches: tokens <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
/// <param name="Pattern">The pattern's place in the list that was compiled.</param>
/// <param name="First">The first token.</param>
/// <param name="Last">The last token.</param>
public readonly record struct PatternMatch(int Pattern, int First, int Last);

/// <summary>What a placeholder of a pattern took.</summary>
/// <param name="Name">Its name; the second one of a name is <c>name.2</c>.</param>
/// <param name="Value">The list's value, a number with its leading zeros, else the words.</param>
/// <param name="First">The first token.</param>
/// <param name="Last">The last token, included.</param>
public readonly record struct Capture(string Name, string Value, int First, int Last);

/// <summary>
/// All patterns of a file as one automaton over tokens: one pass finds what every pattern finds, in time linear in the text however many patterns
/// there are. A match never crosses a block. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// Patterns: words as written (lower case matches any case, a capital asks for a capital, all capitals for all capitals), <c>&lt;name&gt;</c> for a
/// list or a built-in, <c>( )</c> for what may be left out, <c>(a|b)</c> for one or none, <c>[a|b]</c> for exactly one. Between two words a hyphen may
/// stand or not. All dashes are equal.
/// </remarks>
public sealed class PatternMatcher
{
    private readonly Nfa _nfa = new();
    private readonly Dfa _dfa;
    private readonly Atom[] _atoms;
    private readonly (int Start, int End, IReadOnlyList<Slot> Slots)[] _patterns;

    private PatternMatcher(IReadOnlyList<string> patterns, WordLists lists, Func<int, PatternException, Exception> located)
    {
        var start = _nfa.Add();
        _patterns = new (int, int, IReadOnlyList<Slot>)[patterns.Count];
        var ends = new Dictionary<int, int>();
        for (var i = 0; i < patterns.Count; i++)
        {
            try
            {
                var own = _nfa.Add();
                _nfa.Join(start, own);
                var parser = new PatternParser(patterns[i], _nfa, lists);
                var end = parser.Read(own);
                ends[end] = i;
                _patterns[i] = (own, end, parser.Slots);
            }
            catch (PatternException e)
            {
                throw located(i, e);
            }
        }
        _nfa.Freeze();
        _atoms = [.. _nfa.Atoms];
        _dfa = new(_nfa, start, ends);
    }

    /// <summary>
    /// Compiles patterns; a match names its pattern by its place in the list. A pattern that cannot be read throws what <paramref name="located"/>
    /// makes of it and of its place (default: the <see cref="PatternException"/> itself).
    /// </summary>
    public static PatternMatcher Compile(IReadOnlyList<string> patterns, WordLists? lists = null, Func<int, PatternException, Exception>? located = null)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        return new(patterns, lists ?? new(), located ?? ((_, e) => e));
    }

    /// <summary>The number of states, for those who measure.</summary>
    public int States => _dfa.States;

    /// <summary>
    /// Adds every match of every pattern, in order of the first token; of one pattern at one token the longest only. Matches of different patterns,
    /// and of one pattern at different tokens, may overlap.
    /// </summary>
    public void FindAll(TokenList tokens, List<PatternMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(matches);
        var all = tokens.All;
        var symbols = ArrayPool<int>.Shared.Rent(all.Length);
        SymbolsOf(tokens, symbols);
        for (var first = 0; first < all.Length; first++)
        {
            var before = matches.Count;
            var state = _dfa.Begin(symbols[first]);
            for (var last = first; state != Dfa.Dead;)
            {
                foreach (var pattern in _dfa.Accepts(state)) Keep(matches, before, new(pattern, first, last));
                if (++last == all.Length || all[last].Is(TokenTraits.BlockStart)) break;
                state = _dfa.Next(state, symbols[last]);
            }
        }
        ArrayPool<int>.Shared.Return(symbols);
    }

    private static void Keep(List<PatternMatch> matches, int from, PatternMatch match)
    {
        foreach (ref var earlier in CollectionsMarshal.AsSpan(matches)[from..])
            if (earlier.Pattern == match.Pattern) { earlier = match; return; }
        matches.Add(match);
    }

    /// <summary>What <see cref="Longest"/> reads of the tokens.</summary>
    internal void SymbolsOf(TokenList tokens, Span<int> symbols) => _dfa.SymbolsOf(tokens.All, symbols);

    /// <summary>True where a match may begin with a token of the symbol.</summary>
    internal bool Begins(int symbol) => _dfa.Begin(symbol) != Dfa.Dead;

    /// <summary>The longest match that begins at a token: its last token and the patterns that end there, in order; −1 where there is none.</summary>
    /// <remarks>Counts its steps in <paramref name="steps"/>: they are what the time in a text is made of.</remarks>
    internal int Longest(ReadOnlySpan<Token> tokens, int[] symbols, int first, out ReadOnlySpan<int> patterns, ref long steps)
    {
        var (found, accepting) = (-1, Dfa.Dead);
        var state = _dfa.Begin(symbols[first]);
        for (var last = first; state != Dfa.Dead;)
        {
            steps++;
            if (!_dfa.Accepts(state).IsEmpty) (found, accepting) = (last, state);
            if (++last == tokens.Length || tokens[last].Is(TokenTraits.BlockStart)) break;
            state = _dfa.Next(state, symbols[last]);
        }
        patterns = found < 0 ? [] : _dfa.Accepts(accepting);
        return found;
    }

    /// <summary>What the placeholders of a match took, in the pattern's order.</summary>
    public IReadOnlyList<Capture> Captures(TokenList tokens, PatternMatch match)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var (start, end, slots) = _patterns[match.Pattern];
        if (slots.Count == 0) return [];
        Span<int> slotOf = match.Last - match.First < 64 ? stackalloc int[match.Last - match.First + 1] : new int[match.Last - match.First + 1];
        Trace(tokens.All, start, end, match, match.First, slotOf);
        var captures = new List<Capture>(slots.Count);
        for (var i = 0; i < slotOf.Length;)
        {
            var (slot, begin) = (slotOf[i], i);
            while (++i < slotOf.Length && slotOf[i] == slot) { }
            if (slot >= 0) captures.Add(Take(tokens, slots[slot], match.First + begin, match.First + i - 1));
        }
        return captures;
    }

    private static Capture Take(TokenList tokens, Slot slot, int first, int last) =>
        new(slot.Name, slot.List is { } list ? list.Find(tokens, first, last) ?? "" : BuiltIns.Value(slot.Placeholder, tokens, first, last), first, last);

    // The automaton says where a pattern ends, not how: walk that one pattern again over the few tokens of the match.
    private bool Trace(ReadOnlySpan<Token> tokens, int state, int end, PatternMatch match, int at, Span<int> slotOf)
    {
        if (at > match.Last && state == end) return true;
        if (at <= match.Last)
            foreach (var edge in _nfa.Edges(state))
            {
                if (!_atoms[edge.Atom].Holds(tokens[at])) continue;
                slotOf[at - match.First] = edge.Slot;
                if (Trace(tokens, edge.Target, end, match, at + 1, slotOf)) return true;
            }
        foreach (var next in _nfa.Empty(state))
            if (Trace(tokens, next, end, match, at, slotOf)) return true;
        return false;
    }
}
