using Extract.Text;

namespace Extract.Tag.Organizations;

/// <summary>A place where a document has a name of the user's file.</summary>
/// <param name="First">The first token.</param>
/// <param name="Last">The last token, included.</param>
/// <param name="Body">Whose name it is.</param>
internal readonly record struct OwnName(int First, int Last, OwnBody Body);

/// <summary>The names of the user's file in a document: whole words, the longest at each place, in order; none overlaps another. Persons of the document are names that are no body's.</summary>
internal sealed class OwnNames
{
    private readonly NameWords _words;
    private readonly TokenList _tokens;

    /// <summary>The names of a text.</summary>
    /// <param name="own">What the user's file has.</param>
    /// <param name="tokens">The text.</param>
    /// <param name="words">The word lists.</param>
    /// <param name="persons">Persons of the text: their names are no body's either, where the file does not say so.</param>
    public OwnNames(OwnOrganizations own, TokenList tokens, NameWords words, IReadOnlyList<FunctionPerson>? persons = null)
    {
        (_words, _tokens) = (words, tokens);
        All = own.IsEmpty ? [] : OwnMatches.Of(own, tokens);
        var apart = (persons ?? []).Where(person => !Hides(new(person.First, person.Last, 0)) && At(new(person.First, person.Last, 0)) is null).Select(person => new OwnName(person.First, person.Last, Nobody)).ToArray();
        if (apart.Length > 0) All = [.. All.Concat(apart).OrderBy(name => name.First)];
    }

    private static readonly OwnBody Nobody = new(null, 0);

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<OwnName> All { get; }

    /// <summary>
    /// True where the user's names leave no room for another: it overlaps one. A longer name that holds one of them is another body's where it has a head or a joining word of
    /// its own ("Open Harbour Regional Office", "Friends of Open Harbour"), and always where the words that it holds are no body's.
    /// </summary>
    public bool Hides(NameSpan span)
    {
        for (var i = FirstEndingAt(span.First); i < All.Count && All[i].First <= span.Last; i++)
            if (!IsPartOf(All[i], span)) return true;
        return false;
    }

    /// <summary>The user's name of exactly these tokens, or null.</summary>
    public OwnName? At(NameSpan span) => FirstEndingAt(span.First) is var i && i < All.Count && All[i].First == span.First && All[i].Last == span.Last ? All[i] : null;

    private bool IsPartOf(OwnName own, NameSpan span)
    {
        if (span.First > own.First || span.Last < own.Last || (span.First == own.First && span.Last == own.Last)) return false;
        if (own.Body.Value is null) return true;
        for (var i = span.First; i <= span.Last; i++)
            if ((i < own.First || i > own.Last) && (_words.HeadKind(_tokens[i].Hash) is not null || _words.IsJoin(_tokens[i].Hash))) return true;
        return false;
    }

    private int FirstEndingAt(int token)
    {
        var (low, high) = (0, All.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (All[middle].Last < token) low = middle + 1; else high = middle;
        }
        return low;
    }
}
