using Extract.Text;

namespace Extract.Tag.Organizations;

/// <summary>What names were read as: the full form, the acronym and the id, from the document's own definitions first, else from the gazetteer.</summary>
internal sealed class NameValues(DocumentNames names, OrganizationGazetteer gazetteer)
{
    // Shorter acronyms stand for too many bodies.
    private const int LeastLetters = 4;
    private readonly TokenList _tokens = names.Tokens;
    private readonly Dictionary<ulong, AcronymPair> _pairs = ByKey(names.Pairs);

    /// <summary>The value of a name.</summary>
    public OrganizationValue Of(NameSpan span)
    {
        if (_pairs.TryGetValue(span.Key, out var pair)) return Defined(pair);
        var known = gazetteer.Look(span.Key);
        var words = Words(span);
        if (gazetteer.Find(span.Key) == NameKnown.Acronym) return OfAcronym(words, known);
        // Several bodies of one name ("Ministry of Health"): the name is known, which of them is not.
        return known.Length == 1 ? known[0] with { Name = words } : new(words, Seats: [.. known.SelectMany(body => body.Seats).Distinct()]);
    }

    // Either side of a pair leads to it; of several, the first of the document holds.
    private static Dictionary<ulong, AcronymPair> ByKey(IReadOnlyList<AcronymPair> pairs)
    {
        var byKey = new Dictionary<ulong, AcronymPair>();
        foreach (var pair in pairs)
        {
            byKey.TryAdd(pair.Short.Key, pair);
            byKey.TryAdd(pair.Long.Key, pair);
        }
        return byKey;
    }

    private OrganizationValue Defined(AcronymPair pair)
    {
        var known = gazetteer.Look(pair.Long.Key);
        var acronym = Words(pair.Short);
        var exact = known.Where(body => string.Equals(body.Acronym, acronym, StringComparison.OrdinalIgnoreCase)).ToArray();
        var id = exact.Length == 1 ? exact[0].Id : known.Length == 1 ? known[0].Id : null;
        return new(Words(pair.Long), acronym, id, [.. known.SelectMany(body => body.Seats).Distinct()]);
    }

    private static OrganizationValue OfAcronym(string words, System.Collections.Immutable.ImmutableArray<OrganizationValue> known)
    {
        if (known.Length == 1 && words.Length >= LeastLetters && words.All(c => !char.IsLower(c))) return known[0] with { Acronym = words };
        return new(words, words, Seats: [.. known.SelectMany(body => body.Seats).Distinct()]);
    }

    // A name that runs over a line's end is one line in the record.
    private string Words(NameSpan span) => WhiteSpace.Collapse(_tokens.Span(span.First, span.Last).Of(_tokens.Text));
}
