using Extract.Text;

namespace Extract.Resolve.Organizations;

/// <summary>The names of sites in the addresses of a text: "tdwg" of <c>info@tdwg.org</c>.</summary>
internal static class Addresses
{
    private static readonly HashSet<ulong> Ends = [.. "org com gov edu net int eu ac info io".Split(' ').Select(end => Folding.Hash(end))];

    /// <summary>The folded names of sites within a span.</summary>
    public static HashSet<string> In(TokenList tokens, TextSpan span)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = tokens.IndexAt(span.Start) + 1; i + 1 < tokens.Count && tokens[i + 1].End <= span.End; i++)
            if (tokens.Text[tokens[i].Start] == '.' && tokens[i].End == tokens[i + 1].Start && tokens[i - 1].End == tokens[i].Start && Ends.Contains(tokens[i + 1].Hash))
                names.Add(Folding.Fold(tokens.Chars(i - 1)));
        return names;
    }
}
