namespace Extract.Resolve.Dates;

/// <summary>Finds the weekly or monthly pattern that belongs to a date.</summary>
internal static class Recurrences
{
    private const int Farthest = 120; // code units: the same sentence, or the line beside it

    /// <summary>The RRULE that stands nearest to a place of the announcement; null where none is near.</summary>
    public static string? Beside(ResolveContext context, TextSpan span)
    {
        var nearest = context.Inside(MentionKind.Date).Where(mention => mention.Value is DateValue { Recurrence: not null })
            .MinBy(mention => Distance(mention.Span, span));
        return nearest is not null && Distance(nearest.Span, span) <= Farthest ? ((DateValue)nearest.Value!).Recurrence : null;
    }

    private static int Distance(TextSpan a, TextSpan b) => a.Start < b.Start ? Math.Max(0, b.Start - a.End) : Math.Max(0, a.Start - b.End);
}
