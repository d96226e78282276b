using System.Globalization;

namespace Extract.Read.Plain;

/// <summary>The metadata at the start of a Markdown page.</summary>
/// <param name="End">Where the page itself begins; 0 where there is none.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Date">Its date, or null.</param>
internal readonly record struct FrontMatter(int End, string? Title, DateOnly? Date)
{
    /// <summary>YAML between lines of <c>---</c>, or TOML between lines of <c>+++</c>.</summary>
    public static FrontMatter Of(string text) => text.StartsWith("+++", StringComparison.Ordinal) ? Of(text, "+++", '=') : Of(text, "---", ':');

    private static FrontMatter Of(string text, string fence, char sign)
    {
        if (!text.StartsWith(fence + "\n", StringComparison.Ordinal) && !text.StartsWith(fence + "\r\n", StringComparison.Ordinal)) return default;
        var close = text.IndexOf("\n" + fence, 3, StringComparison.Ordinal);
        if (close < 0) return default;
        var front = new FrontMatter(close + 4, null, null);
        foreach (var line in text.AsSpan(3, close - 3).EnumerateLines())
        {
            var at = line.IndexOf(sign);
            if (at < 0) continue;
            var value = line[(at + 1)..].Trim().Trim("\"'");
            if (line[..at].TrimEnd() is "title" && !value.IsEmpty) front = front with { Title = value.ToString() };
            if (line[..at].TrimEnd() is "date" or "published" or "pubDate" or "publishDate" && value.Length >= 10 && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                front = front with { Date = front.Date ?? day };
        }
        return front;
    }
}
