using System.Globalization;

namespace Extract.Read.Plain;

/// <summary>The metadata between two lines of <c>---</c> at the start of a Markdown page.</summary>
/// <param name="End">Where the page itself begins; 0 where there is none.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Date">Its date, or null.</param>
internal readonly record struct FrontMatter(int End, string? Title, DateOnly? Date)
{
    public static FrontMatter Of(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal) && !text.StartsWith("---\r\n", StringComparison.Ordinal)) return default;
        var close = text.IndexOf("\n---", 3, StringComparison.Ordinal);
        if (close < 0) return default;
        var front = new FrontMatter(close + 4, null, null);
        foreach (var line in text.AsSpan(3, close - 3).EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (colon < 0) continue;
            var value = line[(colon + 1)..].Trim().Trim("\"'");
            if (line[..colon] is "title" && !value.IsEmpty) front = front with { Title = value.ToString() };
            if (line[..colon] is "date" && value.Length >= 10 && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                front = front with { Date = day };
        }
        return front;
    }
}
