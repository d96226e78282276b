using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Split;

/// <summary>Where a page's markup names the announcements: blocks whose words are the name of an event that it states.</summary>
internal static class MarkupItems
{
    /// <summary>What starts the items of such a segmentation.</summary>
    public const string By = "markup";

    // Log odds, said and not learned: the texts that the models learn from have no markup. The events of a calendar are its parts by construction.
    private const double Named = 3, InCalendar = 8;

    /// <summary>The indices of the blocks that bear the name of an event, in order; empty for a page without markup.</summary>
    public static ImmutableArray<int> Starts(Page page)
    {
        var events = page.Tagged.Document.MarkupEvents;
        if (events.IsEmpty) return [];
        var names = events.Select(stated => Folding.Fold(WhiteSpace.Collapse(stated.Name))).ToHashSet();
        return [.. Enumerable.Range(0, page.Blocks.Length).Where(i => page.Blocks[i].Span.Length < 400 && names.Contains(Folding.Fold(page.Blocks[i].Span.Of(page.Text))))];
    }

    /// <summary>What a name in the markup adds to the log odds of what begins with it.</summary>
    public static double Prior(Page page) => page.Tagged.Document.MarkupEvents.Any(stated => stated.By == MarkupEvent.Calendar) ? InCalendar : Named;
}
