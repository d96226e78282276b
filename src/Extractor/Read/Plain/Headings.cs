namespace Extract.Read.Plain;

/// <summary>Tells lines that head what follows from lines that are part of it, where no mark says so.</summary>
internal static class Headings
{
    /// <summary>The longest line that can be a heading.</summary>
    public const int Longest = 160;

    /// <summary>True where the words look like a heading: short, with letters, without the end of a sentence or a colon, no address.</summary>
    public static bool Looks(ReadOnlySpan<char> words)
    {
        if (words.Length is 0 or > Longest || words.IndexOf("://") >= 0 || words.Contains('@')) return false;
        if (words[^1] is '.' or ',' or ';' && !words.EndsWith("...")) return false;
        if (words[0] is '{' or '<' or '!' || (words[^1] == '!' && !IsTitled(words))) return false;
        return HasLetters(words) && !char.IsLower(words[0]) && words[^1] != ':' && !IsSpoken(words) && !IsBareHour(words);
    }

    // Somebody speaks: a sentence that ends in its quotation marks or breaks off, a speaker in capitals with a question, a sentence that another one follows.
    private static bool IsSpoken(ReadOnlySpan<char> words)
    {
        if (words.Length > 2 && words[^1] is '”' or '"' or '’' && words[^2] is '.' or ',' or ';') return true;
        if (words[^1] is '—' or '–') return true;
        var colon = words.IndexOf(':');
        return (words[^1] == '?' && colon > 3 && IsShouted(words[..colon])) || HasSentence(words);
    }

    // "The venue is new. Bring a friend": a word of some length before the full stop, as abbreviations are short.
    private static bool HasSentence(ReadOnlySpan<char> words)
    {
        for (var at = 5; at + 2 < words.Length; at++)
            if (words[at] is '.' or '?' && words[at + 1] == ' ' && char.IsUpper(words[at + 2]) && AllLower(words[(at - 5)..at])) return true;
        return false;
    }

    private static bool AllLower(ReadOnlySpan<char> letters)
    {
        foreach (var c in letters)
            if (!char.IsLower(c)) return false;
        return true;
    }

    // "2:12 p.m. EDT"
    private static bool IsBareHour(ReadOnlySpan<char> words)
    {
        if (words.Length > 24 || words.IndexOf(':') is not (1 or 2) || !char.IsAsciiDigit(words[0])) return false;
        var run = 0;
        foreach (var c in words)
        {
            run = char.IsLetter(c) ? run + 1 : 0;
            if (run > 4) return false;
        }
        return true;
    }

    /// <summary>True where all letters are capitals, and there are enough of them to mean it.</summary>
    public static bool IsShouted(ReadOnlySpan<char> words)
    {
        var letters = 0;
        foreach (var c in words)
        {
            if (char.IsLower(c)) return false;
            if (char.IsUpper(c)) letters++;
        }
        return letters >= 4 && words.Length <= Longest;
    }

    /// <summary>True where most of the longer words begin with a capital.</summary>
    public static bool IsTitled(ReadOnlySpan<char> words)
    {
        var (capital, lower) = (0, 0);
        foreach (var range in words.Split(' '))
        {
            if (words[range].Length < 4) continue;
            if (char.IsUpper(words[range][0])) capital++;
            else if (char.IsLower(words[range][0])) lower++;
        }
        return capital > 0 && capital >= lower;
    }

    private static bool HasLetters(ReadOnlySpan<char> words)
    {
        var (letters, digits) = (0, 0);
        foreach (var c in words)
        {
            if (char.IsLetter(c)) letters++;
            else if (char.IsAsciiDigit(c)) digits++;
        }
        return letters >= 2 && letters > digits;
    }

    /// <summary>True for "160 North LaSalle Street": a number that is neither a year nor an ordinal begins no heading of an entry.</summary>
    public static bool StartsCount(ReadOnlySpan<char> words)
    {
        var digits = words.IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && (words[digits] == '.' || char.IsWhiteSpace(words[digits])) && !(digits == 4 && words[0] is '1' or '2');
    }

    /// <summary>True for "When: 3 May", which says something by itself.</summary>
    public static bool IsLabelled(ReadOnlySpan<char> words)
    {
        var colon = words[..Math.Min(words.Length, 24)].IndexOf(':');
        return colon > 0 && colon + 1 < words.Length && words[colon + 1] is ' ' or '*' or '_' && words[..colon].Count(' ') < 2 && words.Length - colon < 60;
    }
}
