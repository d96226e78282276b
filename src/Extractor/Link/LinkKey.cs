using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Extract.Text;

namespace Extract.Link;

/// <summary>What two announcements of the same thing share: the folded title, the event dates and the venues.</summary>
public static class LinkKey
{
    /// <summary>The key, a hash. A record without event dates is the same only where its whole text is: "Call for papers" alone names nothing.</summary>
    public static string Of(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var text = new StringBuilder(Words(record.Title));
        foreach (var day in record.Dates.Where(date => date.Role == "event").Select(Days).Order(StringComparer.Ordinal)) text.Append('\n').Append(day);
        foreach (var city in record.Cities.Where(city => city.Role == "venue").Select(Place).Order(StringComparer.Ordinal)) text.Append('\n').Append(city);
        if (!record.Dates.Any(date => date.Role == "event")) text.Append('\n').Append(Words(record.Text));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())), 0, 16);
    }

    private static string Days(DateFinding date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.From:yyyy-MM-dd}/{date.To:yyyy-MM-dd}T{date.FromTime:HH\\:mm}/{date.ToTime:HH\\:mm}");

    private static string Place(CityFinding city) => string.Create(CultureInfo.InvariantCulture, $"{city.GeonameId}/{Folding.Fold(city.Name)}/{city.Country}");

    // Letters and digits only, so that a dash, an apostrophe's form or a line break does not part what is the same.
    private static string Words(string text)
    {
        var words = new StringBuilder();
        foreach (var c in Folding.Fold(text))
        {
            if (char.IsLetterOrDigit(c)) words.Append(c);
            else if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
        }
        return words.ToString().TrimEnd();
    }
}
