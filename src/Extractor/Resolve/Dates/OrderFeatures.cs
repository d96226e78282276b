using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>
/// What speaks for the day or for the month standing first in slashed dates such as "07/12/2026": the dates themselves, what is said of their length,
/// other dates of the document, and where and how it was written.
/// </summary>
internal static class OrderFeatures
{
    /// <summary>The value of a feature that speaks for the day first.</summary>
    public const string DayFirst = "day-first";
    /// <summary>The value of a feature that speaks for the month first.</summary>
    public const string MonthFirst = "month-first";

    private const int LongRange = 28, Plausible = 400;
    private static readonly Feature Forward = new("order:only-forward"), Weekday = new("order:weekday"), Stated = new("order:stated-length"), Written = new("order:written-elsewhere");
    private static readonly Feature SameDay = new("order:same-day-in-words"), Shorter = new("order:shorter-range"), LongForm = new("order:long-form"), Publication = new("order:publication");

    /// <summary>Adds what the whole document says.</summary>
    public static void WriteDocument(ResolveContext context, FeatureVector features)
    {
        var (written, form) = (0, 0);
        foreach (var mention in context.Mentions)
        {
            if (mention.Value is not DateValue value) continue;
            if (mention.Evidence.By.StartsWith("dates.slashed", StringComparison.Ordinal) && !value.OrderAmbiguous)
                written += mention.Evidence.By.Contains("day-first", StringComparison.Ordinal) ? 1 : -1;
            form += mention.Evidence.By switch
            {
                "dates.day-month-year" or "dates.day-range-month" or "dates.day-list-month" => 1,
                "dates.month-day-year" or "dates.month-day-range" or "dates.month-day-list" => -1,
                _ => 0,
            };
        }
        Add(features, Written, written);
        Add(features, LongForm, form);
        OrderHabits.Write(context, features);
    }

    /// <summary>Adds what one date of either order says by itself.</summary>
    public static void WriteMention(ResolveContext context, IReadOnlyList<Anchor> anchors, Mention mention, DateValue value, FeatureVector features)
    {
        if (value.From.Year is not { } year || Calendar.Swap(value) is var swapped && value.From == swapped.From && value.To == swapped.To) return;
        var (month, day) = (Days(value, year), Days(swapped, year));
        if (month is null && day is null) return;
        if (month is null || day is null) { Add(features, Forward, day is null ? -1 : 1); return; }
        if (value.Weekday is { } weekday) Compare(features, Weekday, day.Value.From.DayOfWeek == weekday, month.Value.From.DayOfWeek == weekday);
        WriteLength(context, mention, value, day.Value, month.Value, features);
        Compare(features, SameDay, anchors.Any(anchor => anchor.From == day.Value.From), anchors.Any(anchor => anchor.From == month.Value.From));
        if (context.Document.Published is { } published) Compare(features, Publication, IsNear(day.Value.From, published), IsNear(month.Value.From, published));
    }

    private static void WriteLength(ResolveContext context, Mention mention, DateValue value, (DateOnly From, DateOnly To) day, (DateOnly From, DateOnly To) month, FeatureVector features)
    {
        if (value.From == value.To) return;
        var (days, months) = (Length(day), Length(month));
        var stated = Durations.Near(context.Tokens, mention.Span);
        Compare(features, Stated, stated.Any(length => length.Holds(days)), stated.Any(length => length.Holds(months)));
        Compare(features, Shorter, days < LongRange && months >= LongRange, months < LongRange && days >= LongRange);
    }

    // Null where the range would end before it begins.
    private static (DateOnly From, DateOnly To)? Days(DateValue value, int year) =>
        value.From.ToDate(year) is { } from && value.To.ToDate(value.To.Year ?? year) is { } to && from <= to ? (from, to) : null;

    private static int Length((DateOnly From, DateOnly To) days) => days.To.DayNumber - days.From.DayNumber + 1;

    private static bool IsNear(DateOnly day, DateOnly published) => day.DayNumber - published.DayNumber is >= -LongRange and <= Plausible;

    private static void Compare(FeatureVector features, Feature feature, bool day, bool month) => Add(features, feature, (day ? 1 : 0) - (month ? 1 : 0));

    internal static void Add(FeatureVector features, Feature feature, int balance)
    {
        if (balance != 0) features.Add(feature, balance > 0 ? DayFirst : MonthFirst);
    }
}
