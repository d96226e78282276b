using System.Globalization;

namespace Extract.Publish;

/// <summary>Days and clock times as ISO 8601 writes them; null for none.</summary>
internal static class Iso
{
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Clock(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);
}
