using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Resolve.Organizations;

/// <summary>The lists of bodies in a document ("A, the B and C"): what is said of a list is said of each.</summary>
internal sealed class NameLists
{
    // Between two names of a list: ", and the" at most.
    private const int MostBetween = 3;
    private static readonly HashSet<ulong> Links = [.. ", and the & ; / as well".Split(' ').Select(word => Folding.Hash(word))];
    private readonly Dictionary<TextSpan, (int From, int To)> _around = [];

    /// <summary>The lists of a document.</summary>
    public NameLists(TokenList tokens, ImmutableArray<Mention> mentions)
    {
        var list = new List<(TextSpan Span, int First, int Last)>();
        foreach (var mention in mentions)
        {
            if (mention.Kind != MentionKind.Organization) continue;
            var item = (mention.Span, First: tokens.IndexAt(mention.Span.Start), Last: tokens.IndexAt(mention.Span.End - 1));
            if (list.Count > 0 && !Goes(tokens, list[^1].Last, item.First)) Close(list);
            list.Add(item);
        }
        Close(list);
    }

    /// <summary>The first token of the first name and the last token of the last name of the list that holds a mention; its own where it stands alone.</summary>
    public (int From, int To) Around(TextSpan mention, int first, int last) => _around.GetValueOrDefault(mention, (first, last));

    private static bool Goes(TokenList tokens, int last, int next)
    {
        var (at, linked) = (last + 1, false);
        // "Full Name (FN), …": the acronym is no item of its own.
        if (at + 2 < next && tokens.Text[tokens[at].Start] == '(' && tokens.Text[tokens[at + 2].Start] == ')') at += 3;
        if (tokens.Text[tokens[last].Start] != '(' && at < next && tokens.Text[tokens[at].Start] == ')') at++;
        if (next - at > MostBetween) return false;
        for (; at < next; at++)
        {
            if (tokens[at].Is(TokenTraits.BlockStart) || tokens[at].Is(TokenTraits.SentenceStart)) return false;
            if (tokens.Text[tokens[at].Start] == '(') { linked = true; continue; }
            if (!Links.Contains(tokens[at].Hash)) return false;
            linked = true;
        }
        return linked && !tokens[next].Is(TokenTraits.SentenceStart);
    }

    private void Close(List<(TextSpan Span, int First, int Last)> list)
    {
        foreach (var item in list) _around[item.Span] = (list[0].First, list[^1].Last);
        list.Clear();
    }
}
