using System.Collections.Immutable;

namespace Extract.Split;

/// <summary>
/// Proposes ways to cut a page into items: whatever repeats in its structure (headings of one level, items of one list, chunks between blank
/// lines, rows, lines that begin with a date) may be what starts an item. Which proposal is right is decided elsewhere.
/// </summary>
public static class Segmenter
{
    private const int MostGroups = 12;

    /// <summary>The proposals, the whole page first; each further one has two items or more.</summary>
    public static IEnumerable<Segmentation> Propose(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var blocks = page.Blocks;
        if (blocks.Length == 0) yield break;
        yield return new(Segmentation.Whole, [(0, blocks.Length - 1)]);
        var seen = new HashSet<string>();
        foreach (var proposal in ByMarkup(page).Concat(Numbered(page)).Concat(Structural(blocks)).Where(proposal => proposal.Items.Length > 1))
            if (seen.Add(string.Join(',', proposal.Items))) yield return proposal;
    }

    // From one name that the markup states to the next, or to a heading that is not below it.
    private static IEnumerable<Segmentation> ByMarkup(Page page)
    {
        var (starts, blocks) = (page.MarkupStarts, page.Blocks);
        if (starts.Length < 2) return [];
        var (named, level) = (starts.ToHashSet(), starts.Max(i => IsHeading(blocks[i]) ? blocks[i].Block.Level : 9));
        return [new(MarkupItems.By, Until(blocks, named.Contains, i => IsHeading(blocks[i]) && blocks[i].Block.Level <= level))];
    }

    // "1. Conference on …" with what stands under it, up to the number that comes next, or to a heading that is not below the last one.
    private static IEnumerable<Segmentation> Numbered(Page page)
    {
        foreach (var run in page.Numbering.Runs)
        {
            var (starts, level) = (run.ToHashSet(), run.Max(i => IsHeading(page.Blocks[i]) ? page.Blocks[i].Block.Level : 9));
            yield return new("numbered", Until(page.Blocks, starts.Contains, i => i > run[^1] && IsHeading(page.Blocks[i]) && page.Blocks[i].Block.Level <= level));
        }
    }

    private static IEnumerable<Segmentation> Structural(ImmutableArray<BlockView> blocks)
    {
        foreach (var level in Levels(blocks))
        {
            var items = Until(blocks, i => IsHeading(blocks[i], level), i => IsHeading(blocks[i]) && blocks[i].Block.Level <= level);
            yield return new("heading", items);
            yield return new("dated-heading", WithDate(blocks, items));
        }
        yield return new("headed", Until(blocks, i => HeadsText(blocks, i), i => IsHeading(blocks[i])));
        foreach (var group in Groups(blocks, BlockKind.ListItem))
        {
            yield return new("list-item", InGroup(blocks, group));
            yield return new("dated-list-item", WithDate(blocks, InGroup(blocks, group)));
        }
        yield return new("dated-list-item", WithDate(blocks, Until(blocks, i => IsItem(blocks[i]), i => !IsItem(blocks[i]) && !IsDeeper(blocks[i]))));
        yield return new("dated-group", WithDate(blocks, Until(blocks, i => StartsGroup(blocks, i), i => IsHeading(blocks[i]))));
        foreach (var group in Groups(blocks, BlockKind.TableRow)) yield return new("row", WithDate(blocks, InGroup(blocks, group)));
        var chunks = Until(blocks, i => blocks[i].ChunkStart, i => blocks[i].ChunkStart);
        yield return new("chunk", chunks);
        yield return new("dated-chunk", WithDate(blocks, chunks));
        yield return new("timed", Until(blocks, i => blocks[i].TimeFirst, i => blocks[i].TimeFirst || IsHeading(blocks[i])));
        yield return new("date-first", Until(blocks, i => blocks[i].DateFirst, i => blocks[i].DateFirst || IsHeading(blocks[i])));
        yield return new("date-first-line", OneBlock(blocks, i => blocks[i].DateFirst));
        yield return new("title-then-date", Until(blocks, i => IsTitleBeforeDate(blocks, i), i => IsTitleBeforeDate(blocks, i)));
        yield return new("dated-block", OneBlock(blocks, i => blocks[i].Dates > 0));
        yield return new("title-then-text", Until(blocks, i => IsTitleBeforeText(blocks, i), i => IsTitleBeforeText(blocks, i)));
    }

    private static IEnumerable<int> Levels(ImmutableArray<BlockView> blocks) =>
        blocks.Where(IsHeading).Select(view => view.Block.Level).Distinct().Order();

    // The largest ones: a page may hold thousands of small lists, and the work must stay linear in its length.
    private static IEnumerable<int> Groups(ImmutableArray<BlockView> blocks, BlockKind kind) =>
        blocks.Where(view => view.Block.Kind == kind && view.Block.Group != 0).GroupBy(view => view.Block.Group)
            .Where(group => group.Count() > 1).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Take(MostGroups).Select(group => group.Key);

    private static bool IsHeading(BlockView view) => view.Block.Kind == BlockKind.Heading;

    private static bool IsHeading(BlockView view, int level) => IsHeading(view) && view.Block.Level == level;

    // A heading of any level over text of its own.
    private static bool HeadsText(ImmutableArray<BlockView> blocks, int i) => IsHeading(blocks[i]) && i + 1 < blocks.Length && !IsHeading(blocks[i + 1]);

    // A container of its own for each item, whatever stands in it: a div, a definition, a list that is one card of a grid.
    private static bool StartsGroup(ImmutableArray<BlockView> blocks, int i) =>
        !IsHeading(blocks[i]) && blocks[i].Block.Group != 0 && (i == 0 || blocks[i - 1].Block.Group != blocks[i].Block.Group);

    private static bool IsItem(BlockView view) => view.Block is { Kind: BlockKind.ListItem, Level: <= 1 };

    private static bool IsDeeper(BlockView view) => view.Block is { Kind: BlockKind.ListItem, Level: > 1 };

    // An item of a list in a list goes with the item above it.
    private static bool IsTitleBeforeDate(ImmutableArray<BlockView> blocks, int i) =>
        blocks[i].TitleLike && !IsDeeper(blocks[i]) && !blocks[i].DateFirst && i + 1 < blocks.Length && blocks[i + 1].DateFirst && blocks[i + 1].Tokens < 60;

    private static bool IsTitleBeforeText(ImmutableArray<BlockView> blocks, int i) =>
        blocks[i].TitleLike && blocks[i].ChunkStart && !blocks[i].DateFirst && i + 1 < blocks.Length && !blocks[i + 1].TitleLike && blocks[i + 1].Tokens > 20;

    /// <summary>Items from each start to the block before the next stop.</summary>
    private static ImmutableArray<(int First, int Last)> Until(ImmutableArray<BlockView> blocks, Func<int, bool> starts, Func<int, bool> stops)
    {
        var items = ImmutableArray.CreateBuilder<(int, int)>();
        var open = -1;
        for (var i = 0; i <= blocks.Length; i++)
        {
            if (open >= 0 && (i == blocks.Length || stops(i) || starts(i)))
            {
                items.Add((open, LastOf(blocks, open, i - 1)));
                open = -1;
            }
            if (i < blocks.Length && starts(i)) open = i;
        }
        return items.ToImmutable();
    }

    // A heading at an item's end belongs to what follows.
    private static int LastOf(ImmutableArray<BlockView> blocks, int first, int last)
    {
        while (last > first && IsHeading(blocks[last])) last--;
        return last;
    }

    private static ImmutableArray<(int First, int Last)> OneBlock(ImmutableArray<BlockView> blocks, Func<int, bool> starts) =>
        [.. Enumerable.Range(0, blocks.Length).Where(starts).Select(i => (i, i))];

    private static ImmutableArray<(int First, int Last)> InGroup(ImmutableArray<BlockView> blocks, int group)
    {
        var level = blocks.Where(view => view.Block.Group == group).Min(view => view.Block.Level);
        return Until(blocks, i => blocks[i].Block.Group == group && blocks[i].Block.Level == level && !blocks[i].IsFurtherCell, i => blocks[i].Block.Group != group && !IsDeeper(blocks[i]));
    }

    private static ImmutableArray<(int First, int Last)> WithDate(ImmutableArray<BlockView> blocks, ImmutableArray<(int First, int Last)> items) =>
        [.. items.Where(item => Enumerable.Range(item.First, item.Last - item.First + 1).Any(i => blocks[i].Dates > 0))];
}
