using System.Collections.Frozen;
using Extract.Rules;
using Extract.Text;

namespace Extract.Split;

/// <summary>How often the words of a page's blocks tell of what was, of what is to come, and address the reader. Counted once, so that items of any cut are sums.</summary>
internal sealed class Speech
{
    private static readonly WordList Tense = WordList.Shipped("tense");
    private static readonly FrozenSet<ulong> Reader = Folding.HashesOf("you your yours please us");
    private readonly Count[] _before;

    /// <summary>The counts of a page's blocks.</summary>
    public Speech(TokenList tokens, IReadOnlyList<BlockView> blocks)
    {
        _before = new Count[blocks.Count + 1];
        for (var i = 0; i < blocks.Count; i++) _before[i + 1] = _before[i].Plus(Of(tokens, blocks[i]), 1);
    }

    /// <summary>The counts of the blocks from one to another, both included.</summary>
    public Count Of(int first, int last) => _before[last + 1].Plus(_before[first], -1);

    private static Count Of(TokenList tokens, BlockView view)
    {
        var count = new Count();
        for (var i = view.FirstToken; i < view.EndToken; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind != TokenKind.Word) continue;
            count.Words++;
            if (Reader.Contains(token.Hash)) count.Reader++;
            if (Tense.Find(tokens, i, i) is { } tense) count = tense == "past" ? count with { Past = count.Past + 1 } : count with { Future = count.Future + 1 };
            else if (token.Length > 4 && !token.Is(TokenTraits.Capitalized) && tokens.Chars(i).EndsWith("ed")) count.Ended++;
        }
        return count;
    }

    /// <summary>Counts of words.</summary>
    internal record struct Count
    {
        /// <summary>All words.</summary>
        public int Words;
        /// <summary>Words that tell of the past.</summary>
        public int Past;
        /// <summary>Words that tell of what is to come.</summary>
        public int Future;
        /// <summary>Further words in -ed, most of them verbs of the past.</summary>
        public int Ended;
        /// <summary>Words that address the reader.</summary>
        public int Reader;

        /// <summary><c>past</c>, <c>future</c>, <c>both</c> or <c>none</c>: what most of its words tell of.</summary>
        public readonly string Tells => (Past, Future) switch
        {
            (0, 0) => "none",
            _ when Past > 2 * Future => "past",
            _ when Future > 2 * Past => "future",
            _ => "both",
        };

        /// <summary>The sum with <paramref name="sign"/> times the other.</summary>
        public readonly Count Plus(Count other, int sign) => new()
        {
            Words = Words + (sign * other.Words),
            Past = Past + (sign * other.Past),
            Future = Future + (sign * other.Future),
            Ended = Ended + (sign * other.Ended),
            Reader = Reader + (sign * other.Reader),
        };
    }
}
