namespace Extract.Review.Wording;

/// <summary>A city as words of a cell: <c>Zagreb, HR</c>. Where the country is not known and the name has a comma, a <c>?</c> stands in its place.</summary>
internal static class CityWords
{
    /// <summary>The words of a city.</summary>
    public static string Of(string name, string? country) => country is not null ? $"{name}, {country}" : name.Contains(',', StringComparison.Ordinal) ? name + ", ?" : name;

    /// <summary>Name and country of the words.</summary>
    public static (string Name, string? Country) Parse(string words)
    {
        var comma = words.LastIndexOf(',');
        var last = words[(comma + 1)..].Trim();
        if (comma <= 0) return (words.Trim(), null);
        if (last == "?") return (words[..comma].Trim(), null);
        return last.Length == 2 && last.All(char.IsAsciiLetterUpper) ? (words[..comma].Trim(), last) : (words.Trim(), null);
    }
}
