namespace Extract.Models;

/// <summary>Days that programs write where they know none.</summary>
public static class PublicationDay
{
    private const int FirstYear = 1800;

    /// <summary>The day; null for one that stands for "unknown": the first of a computer's calendar ("0001-01-01", "1900-01-01", "1970-01-01") or before there was a press.</summary>
    public static DateOnly? Known(DateOnly? day) =>
        day is not { } known || known.Year < FirstYear || known is { Month: 1, Day: 1, Year: 1900 or 1970 } ? null : known;
}
