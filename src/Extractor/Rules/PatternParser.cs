using Extract.Text;

namespace Extract.Rules;

/// <summary>What stands where in a pattern: <c>&lt;day&gt;</c> fills the slot <c>day</c>, the second one <c>day.2</c>.</summary>
internal sealed record Slot(string Name, string Placeholder, WordList? List);

/// <summary>
/// Reads one pattern into an automaton: words as written, <c>&lt;name&gt;</c> for a list or a built-in, <c>( )</c> for what may be left out,
/// <c>(a|b)</c> for one of several or none, <c>[a|b]</c> for one of several, <c>\</c> before a sign that is meant as itself.
/// </summary>
internal sealed class PatternParser(string text, Nfa nfa, WordLists lists)
{
    private readonly List<Slot> _slots = [];
    private int _at;
    private bool _afterWord;

    public IReadOnlyList<Slot> Slots => _slots;

    /// <summary>Reads the whole pattern from a state and gives the state at its end.</summary>
    public int Read(int from)
    {
        var to = Sequence(from);
        if (_at < text.Length) throw new PatternException(_at, $"“{text[_at]}” closes nothing. Put \\ before it if it is meant as itself.");
        if (Reaches(from, to)) throw new PatternException(0, "Everything in it may be left out. Let one part stand outside ( ).");
        return to;
    }

    private bool Reaches(int from, int to) => from == to || nfa.Growing(from).Any(next => Reaches(next, to));

    private int Sequence(int from)
    {
        while (_at < text.Length && text[_at] is not (')' or ']' or '|')) from = Item(from);
        return from;
    }

    private int Item(int from)
    {
        if (char.IsWhiteSpace(text[_at])) { _at++; return from; }
        return text[_at] switch
        {
            '(' => Group(from, ')', optional: true),
            '[' => Group(from, ']', optional: false),
            '<' => Placeholder(from),
            _ => Literal(from),
        };
    }

    private int Group(int from, char close, bool optional)
    {
        var (open, join, after) = (_at, nfa.Add(), false);
        var before = _afterWord;
        do
        {
            _at++;
            _afterWord = before;
            nfa.Join(Sequence(from), join);
            after |= _afterWord;
        }
        while (_at < text.Length && text[_at] == '|');
        if (_at >= text.Length || text[_at] != close) throw new PatternException(open, $"“{text[open]}” is not closed. Add “{close}”.");
        _at++;
        if (optional) nfa.Join(from, join);
        _afterWord = after;
        return join;
    }

    private int Placeholder(int from)
    {
        var (open, close) = (_at, text.IndexOf('>', _at));
        if (close < 0) throw new PatternException(open, "“<” is not closed. Add “>”, or put \\ before it if it is meant as itself.");
        var name = text[(open + 1)..close];
        _at = close + 1;
        _afterWord = false;
        if (lists.Find(name) is { } list) return ListEntry(from, list, Reserve(name, list));
        if (BuiltIns.Has(name)) return BuiltIn(from, name, Reserve(name, null));
        throw new PatternException(open, $"There is no list or built-in <{name}>. {Nearest.Hint(name, lists.Names.Concat(BuiltIns.Names).Order(StringComparer.Ordinal))}");
    }

    private int Reserve(string name, WordList? list)
    {
        var before = _slots.Count(slot => slot.Placeholder == name);
        _slots.Add(new(before == 0 ? name : $"{name}.{before + 1}", name, list));
        return _slots.Count - 1;
    }

    private int ListEntry(int from, WordList list, int slot)
    {
        var to = nfa.Step(from, new Atom.Entry(list), slot);
        foreach (var entry in list.Longer)
        {
            var (at, tokens, afterWord) = (from, TokenList.Of(entry), false);
            for (var i = 0; i < tokens.Count; i++)
            {
                at = Word(at, tokens, i, afterWord, slot);
                afterWord = JoinsAfter(tokens, i, afterWord);
            }
            nfa.Join(at, to);
        }
        return to;
    }

    private int BuiltIn(int from, string name, int slot)
    {
        var to = nfa.Add();
        foreach (var atom in BuiltIns.Atoms(name)) nfa.Step(from, to, atom, slot);
        var suffixes = lists.Find(name.Split('-')[0] + "-suffix") is { } own ? BuiltIns.Suffixes(name).Concat(own.Words).ToArray() : BuiltIns.Suffixes(name);
        if (suffixes.Count == 0) return to;
        var behind = nfa.Add();
        foreach (var suffix in suffixes) nfa.Step(to, behind, Atom.Literal(TokenList.Of(suffix)[0]), slot);
        if (!BuiltIns.NeedsSuffix(name)) nfa.Join(to, behind);
        return behind;
    }

    private int Literal(int from)
    {
        var literal = new System.Text.StringBuilder();
        for (; _at < text.Length && text[_at] is not ('(' or ')' or '[' or ']' or '<' or '|') && !char.IsWhiteSpace(text[_at]); _at++)
        {
            if (text[_at] == '\\' && ++_at == text.Length) throw new PatternException(_at - 1, "Nothing follows “\\”. Remove it.");
            literal.Append(text[_at]);
        }
        var tokens = TokenList.Of(literal.ToString());
        for (var i = 0; i < tokens.Count; i++)
        {
            from = Word(from, tokens, i, _afterWord, -1);
            _afterWord = JoinsAfter(tokens, i, _afterWord);
        }
        return from;
    }

    // A hyphen between two words is passed over, so that the word after it is still one after a word.
    private static bool JoinsAfter(TokenList tokens, int i, bool afterWord) =>
        IsWord(tokens[i]) || (afterWord && Atom.IsHyphen(tokens[i]) && i + 1 < tokens.Count && IsWord(tokens[i + 1]));

    // Between two words a hyphen may stand or not, whichever the pattern has: "anti-money laundering", "anti money-laundering".
    private int Word(int from, TokenList tokens, int i, bool afterWord, int slot)
    {
        if (Atom.IsHyphen(tokens[i]) && afterWord && i + 1 < tokens.Count && IsWord(tokens[i + 1])) return from;
        if (IsWord(tokens[i]) && afterWord) from = OptionalHyphen(from, slot);
        return nfa.Step(from, Atom.Literal(tokens[i]), slot);
    }

    private int OptionalHyphen(int from, int slot)
    {
        var to = nfa.Step(from, new Atom.Hyphen(), slot);
        nfa.Join(from, to);
        return to;
    }

    private static bool IsWord(in Token token) => token.Kind == TokenKind.Word;
}
