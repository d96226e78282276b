using Extract.Text;
using Extract.Trained;

namespace Extract.Tag.Organizations;

/// <summary>A person with what the text says behind the name that the person does: "Rosa Okafor, deputy director".</summary>
/// <param name="First">The first token of the name.</param>
/// <param name="Last">The last token of the name, included.</param>
/// <param name="Function">The last token of the function, included.</param>
internal readonly record struct FunctionPerson(int First, int Last, int Function);

/// <summary>
/// Finds persons by what they do: a name of two to four words whose first is like a given name, a comma or bracket, and a function ("director", "chair") before which only what qualifies it
/// and the name of a body may stand.
/// </summary>
internal sealed class FunctionPersons(NameWords words)
{
    private const int MostWords = 4, MostBetween = 10;

    // Given names that many languages have: what the classes of words put with several of them is a given name too.
    private static readonly string[] Given = ["maria", "elena", "john", "david", "anna", "mohammed", "james", "robert", "michael", "linda", "susan", "peter", "paul", "emma", "daniel", "sarah", "laura", "carlos", "juan", "jose", "marco", "pierre", "hans", "ivan", "olga", "ahmed", "ali", "priya", "ravi", "luis", "thomas", "patricia"];
    private static readonly bool[] IsGivenClass = GivenClasses();
    private static readonly HashSet<ulong> Particles = [.. "van von der den de la di da del dos el al bin ibn ben".Split(' ').Select(word => Folding.Hash(word))];
    private static readonly HashSet<ulong> Seconds = [.. "general elect emeritus designate".Split(' ').Select(word => Folding.Hash(word))];

    /// <summary>The persons of a text, in order.</summary>
    public List<FunctionPerson> Find(TokenList tokens)
    {
        var found = new List<FunctionPerson>();
        for (var mark = 2; mark + 1 < tokens.Count; mark++)
        {
            if (tokens[mark].Kind != TokenKind.Mark || tokens.Text[tokens[mark].Start] is not (',' or '(') || !tokens[mark - 1].Is(TokenTraits.Capitalized)) continue;
            if (FunctionAfter(tokens, mark) is { } function && NameBefore(tokens, mark) is { } first) found.Add(new(first, mark - 1, function));
        }
        return found;
    }

    // The longest run of words with a capital; of a sentence's first word it may be left over ("Join Rosa Okafor, director").
    private int? NameBefore(TokenList tokens, int mark)
    {
        var (first, count) = (mark, 0);
        for (var at = mark - 1; at >= 0 && Part(tokens, at, mark) is { } counts; at--)
        {
            (first, count) = (at, count + (counts ? 1 : 0));
            if (tokens[at].Is(TokenTraits.LineStart) || tokens[at].Is(TokenTraits.SentenceStart)) break;
        }
        if (first < mark && tokens[first].Is(TokenTraits.SentenceStart) && !IsGiven(tokens, first) && count > 2) (first, count) = (first + 1, count - 1);
        return count is >= 2 and <= MostWords && IsGiven(tokens, first) && !Follows(tokens, first) ? first : null;
    }

    // True for a word of a name, false for what may stand in it besides, null for what ends it.
    private bool? Part(TokenList tokens, int at, int mark)
    {
        ref readonly var token = ref tokens[at];
        if (token.Kind == TokenKind.Mark)
            return tokens.Text[token.Start] switch { '.' => at > 0 && tokens[at - 1].Length == 1 && at < mark - 1 ? false : null, '-' or '\'' or '’' => NameChunk.IsGlued(tokens, at) && NameChunk.IsGlued(tokens, at + 1) ? false : null, _ => null };
        if (token.Kind != TokenKind.Word || words.HeadKind(token.Hash) is not null || words.IsLegal(token.Hash) || words.TitleKind(token.Hash) is not null || words.IsFunction(token.Hash)) return null;
        if (Particles.Contains(token.Hash)) return false;
        if (!token.Is(TokenTraits.Capitalized) || words.IsJoin(token.Hash)) return null;
        return token.Length > 1;
    }

    // "the Rosa Parks": a thing of that name.
    private static bool Follows(TokenList tokens, int first) => first > 0 && !tokens[first].Is(TokenTraits.LineStart) && !tokens[first].Is(TokenTraits.SentenceStart)
        && (tokens.Chars(first - 1) is "the" or "The" or "of" or "at" or "in" or "." or "&" or "/" || NameChunk.IsGlued(tokens, first));

    private static bool IsGiven(TokenList tokens, int at) =>
        tokens[at].Is(TokenTraits.Capitalized) && !(tokens[at].Is(TokenTraits.AllCaps) && tokens[at].Length < 4) && WordClasses.Shipped.Of(tokens[at].Hash) is var known && (known < 0 ? tokens[at].Length > 2 : IsGivenClass[known]);

    private int? FunctionAfter(TokenList tokens, int mark)
    {
        // "Rosa Okafor, and Minister Ilic" are two.
        if (tokens.Chars(mark + 1) is "and") return null;
        for (var at = mark + 1; at < Math.Min(tokens.Count, mark + 1 + MostBetween) && !NameChunk.Breaks(tokens, at); at++)
        {
            ref readonly var token = ref tokens[at];
            if (words.IsFunction(token.Hash))
            {
                while (at + 1 < tokens.Count && (Seconds.Contains(tokens[at + 1].Hash) || (tokens.Chars(at + 1) is "-" && at + 2 < tokens.Count && Seconds.Contains(tokens[at + 2].Hash)))) at++;
                return NamesAnother(tokens, at + 1) ? null : at;
            }
            var passes = token.Kind == TokenKind.Mark ? tokens.Text[token.Start] is '\'' or '’' or '-' or '&' : words.QualifiesFunction(token.Hash) || NameChunk.IsName(tokens, at) || (token.Length == 1 && NameChunk.IsGlued(tokens, at));
            if (!passes) return null;
        }
        return null;
    }

    // "Rosa Okafor, Director Ana Ilic": whose function it is stands behind it.
    private static bool NamesAnother(TokenList tokens, int at) => at + 1 < tokens.Count && !NameChunk.Breaks(tokens, at) && tokens[at].Is(TokenTraits.Capitalized) && tokens[at + 1].Is(TokenTraits.Capitalized)
        && WordClasses.Shipped.Of(tokens[at].Hash) is var known && (known < 0 || IsGivenClass[known]);

    private static bool[] GivenClasses()
    {
        var counts = new int[WordClasses.Fine];
        foreach (var name in Given) if (WordClasses.Shipped.Of(Folding.Hash(name)) is >= 0 and var known) counts[known]++;
        return [.. counts.Select(count => count > 1)];
    }
}
