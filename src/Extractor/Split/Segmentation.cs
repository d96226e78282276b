using System.Collections.Immutable;

namespace Extract.Split;

/// <summary>One way to cut a page into items.</summary>
/// <param name="By">What starts an item: <c>whole</c>, <c>heading</c>, <c>list-item</c>, <c>chunk</c>, …</param>
/// <param name="Items">The items, as the first and the last block of each, in order, without overlap.</param>
public sealed record Segmentation(string By, ImmutableArray<(int First, int Last)> Items)
{
    /// <summary>The page is one item.</summary>
    public const string Whole = "whole";
}
