using System.Collections.Immutable;
using Extract.Rules;
using Extract.Text;

namespace Extract.Split;

/// <summary>
/// The sentences between a heading and the list below it that say something of all its items: "All lectures take place in the Town Hall, Leeds", "Venue: Town Hall".
/// The items inherit from them as from their headings.
/// </summary>
internal static class Leads
{
    private const int BlocksRead = 6; // below each heading
    private const int LongestLabelled = 24; // tokens: "Venue: Great Hall, 12 Castle Street, Leeds"
    private static readonly WordList Says = WordList.Shipped("speaks-of-all");

    /// <summary>Those that stand above a block, in order.</summary>
    public static ImmutableArray<TextSpan> Above(Page page, int block)
    {
        var leads = ImmutableArray.CreateBuilder<TextSpan>();
        for (var heading = page.HeadingOf(block); ; heading = page.HeadingOf(heading))
        {
            leads.InsertRange(0, Below(page, heading, block));
            if (heading < 0) return leads.ToImmutable();
        }
    }

    // Running text only: where the first item or another heading begins, the words are no longer those of all.
    private static List<TextSpan> Below(Page page, int heading, int block)
    {
        var found = new List<TextSpan>();
        for (var i = heading + 1; i < Math.Min(block, heading + 1 + BlocksRead); i++)
        {
            var view = page.Blocks[i];
            if (view.Block.Kind != BlockKind.Paragraph || view.DateFirst) break;
            found.AddRange(Sentences(page.Tokens, view).Where(sentence => IsLead(page.Tokens, sentence, view)).Select(sentence => page.Tokens.Span(sentence.First, sentence.End - 1)));
        }
        return found;
    }

    private static IEnumerable<(int First, int End)> Sentences(TokenList tokens, BlockView view)
    {
        var first = view.FirstToken;
        for (var i = first + 1; i <= view.EndToken; i++)
        {
            if (i < view.EndToken && !tokens[i].Is(TokenTraits.SentenceStart)) continue;
            yield return (first, i);
            first = i;
        }
    }

    private static bool IsLead(TokenList tokens, (int First, int End) sentence, BlockView view)
    {
        if (IsLabelled(tokens, sentence.First, view)) return true;
        var (all, happens) = (false, false);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var says = tokens[i].Kind == TokenKind.Word ? Says.Find(tokens, i, i) : null;
            (all, happens) = (all || says == "all", happens || says == "happens");
        }
        return all && happens;
    }

    private static bool IsLabelled(TokenList tokens, int first, BlockView view) =>
        first == view.FirstToken && view.Tokens is > 2 and <= LongestLabelled && tokens.Chars(first + 1) is ":" && Says.Find(tokens, first, first) == "label";
}
