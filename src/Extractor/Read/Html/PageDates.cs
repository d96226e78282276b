using System.Globalization;
using Extract.Text;

namespace Extract.Read.Html;

/// <summary>Reads the days that pages state of themselves. Only what is unambiguous: 03/04/2018 is two days and so none.</summary>
internal static class PageDates
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The day of an ISO 8601 date or time, of <c>Mon, 04 Jun 2018 …</c>, of <c>June 4, 2018</c>; null for another form.</summary>
    public static DateOnly? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = text.Trim();
        return Iso(text) ?? Written(text);
    }

    private static DateOnly? Iso(string text)
    {
        var day = text.AsSpan(0, Math.Min(text.Length, 10));
        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        if (DateOnly.TryParseExact(day, "yyyy/MM/dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) return date;
        if (day.Length >= 8 && (text.Length == 8 || text[8] is 'T' or ' ') && DateOnly.TryParseExact(day[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) return date;
        return null;
    }

    /// <summary>The first day in the words that is written with the name of its month and a year.</summary>
    public static DateOnly? Written(string text)
    {
        var tokens = TokenList.Of(text.Length > 200 ? text[..200] : text);
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Kind == TokenKind.Word && Month(tokens.Chars(i)) is > 0 and var month && Around(tokens, i, month) is { } date) return date;
        return null;
    }

    private static DateOnly? Around(TokenList tokens, int at, int month)
    {
        var (before, after) = (Number(tokens, at - 1), Number(tokens, Next(tokens, at + 1)));
        if (before is >= 1 and <= 31 && after > 1900) return new PartialDate(after, month, before).ToDate();
        // June 4, 2018; Jun. 4th 2018
        for (var i = Next(tokens, at + 1) + 1; after is >= 1 and <= 31 && i < Math.Min(tokens.Count, at + 6); i++)
            if (Number(tokens, i) is > 1900 and var year) return new PartialDate(year, month, after).ToDate();
        return null;
    }

    private static int Next(TokenList tokens, int at)
    {
        while (at < tokens.Count && tokens[at].Kind == TokenKind.Mark) at++;
        return at;
    }

    private static int? Number(TokenList tokens, int at) => at >= 0 && at < tokens.Count && tokens[at].Number >= 0 ? tokens[at].Number : null;

    private static int Month(ReadOnlySpan<char> word)
    {
        if (word.Length < 3) return 0;
        for (var i = 0; i < Months.Length; i++)
            if (word.Equals(Months[i], StringComparison.OrdinalIgnoreCase) || (word.Length is 3 or 4 && Months[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))) return i + 1;
        return 0;
    }
}
