namespace Extract.Text;

/// <summary>Search by halving, in what is ordered by place.</summary>
internal static class Bisection
{
    /// <summary>The index of the first item whose place lies above a value; the number of items where none does.</summary>
    /// <param name="items">The items, ordered by <paramref name="placeOf"/>.</param>
    /// <param name="value">The value.</param>
    /// <param name="placeOf">An item's place.</param>
    public static int FirstAbove<T>(ReadOnlySpan<T> items, int value, Func<T, int> placeOf)
    {
        var (low, high) = (0, items.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (placeOf(items[middle]) <= value) low = middle + 1; else high = middle;
        }
        return low;
    }
}
