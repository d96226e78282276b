using System.Collections.Immutable;
using Extract.Tag;
using Extract.Text;

namespace Extract.Split;

/// <summary>A tagged document as the splitter sees it: its blocks with what stands in them. Made once for a document.</summary>
public sealed class Page
{
    private const int LongestTitle = 32; // tokens
    private const int MostBesideBareDate = 8; // tokens: a clock time, "Agenda", "Minutes"
    private const int LongestLabel = 6; // tokens
    private const int LongestColumnHead = 6;
    private const int MonthLevel = 6; // below all headings that are marked as such
    private const int MostBetweenDates = 3; // blocks: "Agenda", "Minutes", "Video"
    private static readonly ulong Am = Folding.Hash("am"), Pm = Folding.Hash("pm");

    private readonly int[] _parents;
    private readonly int[] _tables;
    private readonly int[] _runs;

    /// <summary>A view of a document.</summary>
    public Page(TaggedDocument tagged)
    {
        ArgumentNullException.ThrowIfNull(tagged);
        Tagged = tagged;
        Dates = [.. tagged.Mentions.Where(mention => mention.Kind == MentionKind.Date)];
        Blocks = [.. View()];
        _parents = Parents(Blocks);
        (_tables, _runs) = (Tables(), DateRuns());
        Numbering = new(Tokens, Blocks);
        MarkupStarts = MarkupItems.Starts(this);
    }

    /// <summary>The document with its mentions.</summary>
    public TaggedDocument Tagged { get; }

    /// <summary>The text.</summary>
    public string Text => Tagged.Document.Text;

    /// <summary>The tokens.</summary>
    public TokenList Tokens => Tagged.Tokens;

    /// <summary>The blocks that hold a token, in order; of a row of a table its cells.</summary>
    public ImmutableArray<BlockView> Blocks { get; }

    /// <summary>The blocks that bear the name of an event that the page's markup states, in order.</summary>
    public ImmutableArray<int> MarkupStarts { get; }

    /// <summary>The numbers that count its blocks.</summary>
    internal Numbering Numbering { get; }

    /// <summary>The dates, in order.</summary>
    public ImmutableArray<Mention> Dates { get; }

    /// <summary>The span from the first of some blocks to the last, both included.</summary>
    public TextSpan Span(int first, int last) => new(Blocks[first].Span.Start, Blocks[last].Span.End);

    /// <summary>The block in which an offset stands, or that follows it; the last block where none does.</summary>
    public int BlockAt(int offset) => Math.Min(Bisection.FirstAbove(Blocks.AsSpan(), offset, view => view.Span.End), Blocks.Length - 1);

    /// <summary>The cell that heads a cell's column: of the same column in the first row of the table, if no date stands in that row; −1 where there is none.</summary>
    public int ColumnHead(int block)
    {
        if (_tables[block] is not (>= 0 and var first) || Blocks[block].Block == Blocks[first].Block) return -1;
        var head = -1;
        for (var i = first; Blocks[i].Block == Blocks[first].Block; i++)
        {
            if (Blocks[i].Dates > 0 || Blocks[i].Tokens > LongestColumnHead) return -1;
            if (Blocks[i].Column == Blocks[block].Column) head = i;
        }
        return head;
    }

    // Of each cell the first one of its table; −1 for what is no cell.
    private int[] Tables()
    {
        var tables = new int[Blocks.Length];
        for (var i = 0; i < tables.Length; i++) tables[i] = Blocks[i].Block.Kind != BlockKind.TableRow ? -1 : i > 0 && tables[i - 1] >= 0 ? tables[i - 1] : i;
        return tables;
    }

    /// <summary>How often, apart from each other, lines say "When: 3 May" or "Event dates: 3-5 May": one event says it once, a list may say it for each.</summary>
    public int LabelledDates()
    {
        var (count, last) = (0, -1);
        for (var i = 0; i < Blocks.Length; i++)
        {
            if (!IsLabelledDate(Blocks[i])) continue;
            if (last < 0 || i > last + 1) count++;
            last = i;
        }
        return count;
    }

    private bool IsLabelledDate(BlockView view)
    {
        if (view.Dates == 0 || DatesIn(view.Span) is not [var date, ..]) return false;
        var at = Tokens.IndexAt(date.Span.Start);
        return at > view.FirstToken + 1 && at - view.FirstToken <= LongestLabel && Tokens.Chars(at - 1) is ":" && Tokens[at - 2].Kind == TokenKind.Word;
    }

    /// <summary>How many bare dates stand one after the other where a block stands, "Agenda" or "Minutes" between them or not; 0 where the block is none of them.</summary>
    public int DateRunAt(int block) => _runs[block];

    /// <summary>The heading that stands next above a block; −1 where none does.</summary>
    public int HeadingOf(int block) => _parents[block];

    /// <summary>The blocks that head a block, outermost first: each heading above it that none of its level or above has closed, and the page's first block.</summary>
    public ImmutableArray<TextSpan> HeadingsAbove(int block)
    {
        var headings = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = _parents[block]; i >= 0; i = _parents[i]) headings.Insert(0, Blocks[i].Span);
        if (block > 0 && (headings.Count == 0 || headings[0] != Blocks[0].Span)) headings.Insert(0, Blocks[0].Span);
        return headings.ToImmutable();
    }

    /// <summary>True for an item that is hardly more than a date: "Tuesday, 18 May, 9 a.m. – Agenda – Minutes".</summary>
    public bool IsBareDate((int First, int Last) item)
    {
        var (first, end) = (Blocks[item.First].FirstToken, Blocks[item.Last].EndToken);
        if (Blocks[item.First].Dates == 0 || end - first > LongestTitle) return false;
        var words = 0;
        foreach (var date in MentionRange.Of(Dates, Span(item.First, item.Last))) words += Tokens.IndexAt(date.Span.End - 1) + 1 - Tokens.IndexAt(date.Span.Start);
        return end - first - words <= MostBesideBareDate;
    }

    /// <summary>True where the heading next above a block, or the page's first block, says that a list of dates or events follows.</summary>
    public bool IsUnderSchedule(int block) => SaysSchedule(_parents[block]) || SaysSchedule(0);

    private bool SaysSchedule(int block) => block >= 0 && Blocks[block].TitleLike && HeadingWords.IsSchedule(Tokens, Blocks[block].FirstToken, Blocks[block].EndToken);

    private int[] DateRuns()
    {
        var (runs, open) = (new int[Blocks.Length], new List<int>());
        for (var i = 0; i <= Blocks.Length; i++)
        {
            var isDate = i < Blocks.Length && IsBareDate((i, i));
            if (i == Blocks.Length || (open.Count > 0 && EndsRun(i, isDate, open[^1])))
            {
                foreach (var block in open) runs[block] = open.Count;
                open.Clear();
            }
            if (isDate) open.Add(i);
        }
        return runs;
    }

    // A heading, a longer text, or more than a few links between two dates.
    private bool EndsRun(int block, bool isDate, int last) =>
        isDate ? block - last > MostBetweenDates + 1 : Blocks[block].Block.Kind == BlockKind.Heading || Blocks[block].Tokens > MostBesideBareDate;

    private static int[] Parents(ImmutableArray<BlockView> blocks)
    {
        var parents = new int[blocks.Length];
        var open = new Stack<int>();
        for (var i = 0; i < blocks.Length; i++)
        {
            var block = blocks[i].Block;
            if (block.Kind == BlockKind.Heading)
                while (open.Count > 0 && blocks[open.Peek()].Block.Level >= block.Level) open.Pop();
            parents[i] = open.Count > 0 ? open.Peek() : -1;
            if (block.Kind == BlockKind.Heading) open.Push(i);
        }
        return parents;
    }

    /// <summary>The dates that begin in a span; one may end in the next cell.</summary>
    public IReadOnlyList<Mention> DatesIn(TextSpan span) => MentionRange.Of(Dates, span).ToArray();

    private IEnumerable<BlockView> View()
    {
        var (token, date, end) = (0, 0, -1);
        var months = Dates.Select(found => ((DateValue)found.Value!).Completed).OfType<TextSpan>().ToHashSet();
        foreach (var each in Tagged.Document.Blocks)
        {
            var heads = HeadsDays(each, months);
            var block = heads && each.Kind != BlockKind.Heading ? each with { Kind = BlockKind.Heading, Level = MonthLevel } : each;
            var row = -1;
            foreach (var (span, column) in TableCells.Of(Text, block))
            {
                while (token < Tokens.Count && Tokens[token].Start < span.Start) token++;
                var first = token;
                while (token < Tokens.Count && Tokens[token].Start < span.End) token++;
                if (token == first) continue;
                while (date < Dates.Length && Dates[date].Span.Start < span.Start) date++;
                var firstDate = date;
                while (date < Dates.Length && Dates[date].Span.Start < span.End) date++;
                yield return new(block, span, column, row >= 0, first, token, heads ? 0 : date - firstDate,
                    !heads && firstDate < date && IsAtStart(first, Dates[firstDate].Span.Start), StartsWithTime(first, token),
                    row < 0 && (end < 0 || block.Kind == BlockKind.Heading || HasBlankLine(end, span.Start)), IsTitleLike(block, first, token));
                (row, end) = (first, span.End);
            }
        }
    }

    // "May 2024" over "3 – Lecture", "12 – Workshop" heads them, though it be a mere line, and dates nothing else.
    private static bool HeadsDays(Block block, HashSet<TextSpan> months) => months.Count > 0 && block.Kind is not BlockKind.TableRow && months.Any(block.Span.Contains);

    // Marks of Markdown, bullets and one word such as "Date:" or "On" may stand before it.
    private bool IsAtStart(int first, int dateStart)
    {
        var words = 0;
        for (var i = first; i < Tokens.Count && Tokens[i].Start < dateStart; i++)
            if (Tokens[i].Kind != TokenKind.Mark && ++words > 1) return false;
        return true;
    }

    private bool StartsWithTime(int first, int end)
    {
        while (first < end && Tokens[first].Kind == TokenKind.Mark) first++;
        return first + 2 < end && Tokens[first].Kind == TokenKind.Number && Tokens[first].Number < 24
            && ((Tokens.Chars(first + 1) is ":" or "." && Tokens[first + 2] is { Kind: TokenKind.Number, Length: 2, Number: < 60 })
                || Tokens[first + 1].Hash == Am || Tokens[first + 1].Hash == Pm);
    }

    private bool HasBlankLine(int from, int to)
    {
        var lines = 0;
        for (var i = from; i < to; i++)
            if (Text[i] == '\n' && ++lines == 2) return true;
        return false;
    }

    private bool IsTitleLike(Block block, int first, int end)
    {
        if (block.Kind == BlockKind.Heading) return true;
        if (end - first > LongestTitle) return false;
        return Tokens.Chars(end - 1) is not ("." or ";" or "," or ":") && (Tokens[first].Kind != TokenKind.Mark || block.Kind == BlockKind.ListItem);
    }
}
