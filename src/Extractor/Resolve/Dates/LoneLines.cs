using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>
/// What the lines of a page that are nothing but a day say of one of them: news have such a line each, the newest first, and words that tell something below it; a
/// calendar's go forward. Of the whole document, as the items of a list that announce nothing are no announcements.
/// </summary>
internal sealed class LoneLines
{
    private const int MostSeen = 60, LeastProse = 60; // code units
    private static readonly Feature Lines = new("lone-lines"), Order = new("lone-lines-order"), Below = new("below-lone-line"), Among = new("lone-lines-order-and-below");

    private readonly Document _document;
    private readonly Dictionary<TextSpan, int> _blockOf = [];
    private readonly string _order;

    public LoneLines(ResolveContext context)
    {
        _document = context.Document;
        var (rises, falls, last) = (0, 0, (int?)null);
        foreach (var mention in context.Mentions)
        {
            if (mention is not { Kind: MentionKind.Date, Value: DateValue { FromTime: null, Coarse: false, Relative: RelativeKind.None } value } || _blockOf.Count == MostSeen) continue;
            var block = context.BlockAfter(mention.Span.Start);
            if (block >= _document.Blocks.Length || !_document.Blocks[block].Span.Contains(mention.Span) || _document.Blocks[block].Span.Length - mention.Span.Length > 3) continue;
            _blockOf[mention.Span] = block;
            var day = value.From.ToDate(value.From.Year ?? 2000)?.DayNumber;
            if (day > last) rises++;
            if (day < last) falls++;
            last = day ?? last;
        }
        _order = (rises, falls) switch { (0, 0) => "none", (_, 0) => "rising", (0, _) => "falling", _ => rises > 2 * falls ? "mostly-rising" : falls > 2 * rises ? "mostly-falling" : "mixed" };
    }

    /// <summary>Adds the features of a date; none where it does not stand alone on its line.</summary>
    public void Write(TextSpan date, FeatureVector features)
    {
        if (!_blockOf.TryGetValue(date, out var block)) return;
        features.Add(Lines, _blockOf.Count switch { 1 => "one", <= 3 => "some", _ => "many" });
        if (_blockOf.Count > 1) features.Add(Order, _order);
        var below = BelowOf(block);
        features.Add(Below, below);
        if (_blockOf.Count > 1) features.Add(Among, $"{_order} {below}");
    }

    private string BelowOf(int block)
    {
        if (block + 1 >= _document.Blocks.Length) return "nothing";
        var next = _document.Blocks[block + 1];
        return next.Kind == BlockKind.Heading ? "heading" : next.Span.Length >= LeastProse ? "prose" : "short";
    }
}
