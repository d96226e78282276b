namespace Extract.Read;

/// <summary>The days that programs write into files.</summary>
internal static class FileDates
{
    /// <summary>The day where the author was; null for none, and for the days that clocks and formats begin with.</summary>
    public static DateOnly? Day(DateTimeOffset? time) => time is { } stated && stated.Year is > 1990 and < 2100 ? DateOnly.FromDateTime(stated.DateTime) : null;
}
