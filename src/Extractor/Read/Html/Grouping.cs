using System.Collections.Immutable;

namespace Extract.Read.Html;

/// <summary>A block as it was written, with the element that holds it.</summary>
internal readonly record struct WrittenBlock(int Owner, BlockKind Kind, int Level, TextSpan Span, string? Anchor);

/// <summary>
/// Gives blocks their group: the smallest container that holds more than one block (a card, an item with several lines, else the list, the table, the section).
/// Blocks that stand in the root itself have none.
/// </summary>
internal static class Grouping
{
    public static ImmutableArray<Block> Of(Page page, int root, List<WrittenBlock> written)
    {
        var nodes = page.Nodes;
        var counts = Counts(nodes, root, written);
        var numbers = new Dictionary<int, int>();
        var blocks = ImmutableArray.CreateBuilder<Block>(written.Count);
        foreach (var block in written)
        {
            var group = block.Owner;
            while (group > root && counts[group] < 2) group = nodes[group].Parent;
            var number = group <= root ? 0 : numbers.TryGetValue(group, out var known) ? known : numbers[group] = numbers.Count + 1;
            blocks.Add(new(block.Kind, block.Span, block.Level, number, Anchor(nodes, root, counts, block.Owner, group) ?? block.Anchor));
        }
        return blocks.MoveToImmutable();
    }

    private static Dictionary<int, int> Counts(ReadOnlySpan<PageNode> nodes, int root, List<WrittenBlock> written)
    {
        var counts = new Dictionary<int, int>();
        foreach (var block in written)
            for (var at = block.Owner; at > root; at = nodes[at].Parent)
                counts[at] = counts.GetValueOrDefault(at) + 1;
        return counts;
    }

    // The nearest id, up to the group and to what holds nothing but the group.
    private static string? Anchor(ReadOnlySpan<PageNode> nodes, int root, Dictionary<int, int> counts, int owner, int group)
    {
        for (var at = owner; at > root; at = nodes[at].Parent)
        {
            if (at < group && counts[at] != counts[group]) return null;
            if (nodes[at].Id is { Length: > 0 } id) return id;
        }
        return null;
    }
}
