using Extract.Text;

namespace Extract.Resolve.Dates;

/// <summary>Says what a deadline is for.</summary>
internal static class DeadlineLabels
{
    private const int Most = 20;

    /// <summary><c>submission</c>, <c>registration</c> or <c>application</c> by the nearest such word of its sentence, else of the line above; or null.</summary>
    public static string? Of(TokenList tokens, TextSpan span, DateWords words)
    {
        var (first, last) = (tokens.IndexAt(span.Start), tokens.IndexAt(span.End - 1));
        var (start, end) = YearFeatures.Sentence(tokens, first, Most);
        for (var away = 1; away <= Most; away++)
        {
            if (first - away >= start && words.Label(tokens, first - away) is { } before) return before;
            if (last + away <= end && words.Label(tokens, last + away) is { } after) return after;
        }
        return null;
    }
}
