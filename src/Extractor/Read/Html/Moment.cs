using System.Globalization;

namespace Extract.Read.Html;

/// <summary>A day that markup states, with its clock time where it states one.</summary>
/// <param name="Day">The day, or null where the words state none.</param>
/// <param name="Time">The clock time; null for a day alone, for midnight and for a minute before it: programs write them where they mean a whole day.</param>
/// <param name="Zone">The offset of the time, or null.</param>
internal readonly record struct Moment(DateOnly? Day, TimeOnly? Time, string? Zone)
{
    private static readonly string[] Forms = ["HH:mm", "HH:mm:ss", "HHmm", "HHmmss"];

    /// <summary>What the words state: <c>2024-05-05T18:00+02:00</c>, <c>2024-05-05 18:00</c>, or a day in any form of <see cref="PageDates"/>.</summary>
    public static Moment Of(string? text)
    {
        if (PageDates.Parse(text) is not { } day) return default;
        var clock = Clock(text!.Trim());
        if (clock.IsEmpty) return new(day, null, null);
        var zone = clock.IndexOfAny("Z+-");
        var digits = (zone < 0 ? clock : clock[..zone]).Trim();
        if (digits.IndexOf('.') is >= 0 and var point) digits = digits[..point];
        if (!TimeOnly.TryParseExact(digits, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) || IsWholeDay(time)) return new(day, null, null);
        return new(day, time, zone < 0 ? null : Offset(clock[zone..]));
    }

    /// <summary>The event with the days and clock times of its beginning and end; what ends at midnight ends on the day before.</summary>
    public static MarkupEvent Date(MarkupEvent stated, string? start, string? end)
    {
        var (begins, ends) = (Of(start), Of(end));
        var midnight = ends.Day > begins.Day && begins.Time is not null && Clock(end!.Trim()).StartsWith("00:00");
        return stated with { Start = begins.Day, End = midnight ? ends.Day!.Value.AddDays(-1) : ends.Day, FromTime = begins.Time, ToTime = begins.Time is null ? null : ends.Time, TimeZone = begins.Zone };
    }

    // Behind the day of an ISO form.
    private static ReadOnlySpan<char> Clock(string text)
    {
        var at = text.AsSpan().IndexOfAny('T', ' ');
        return at is 8 or 10 && char.IsAsciiDigit(text[0]) ? text.AsSpan(at + 1).Trim() : default;
    }

    private static bool IsWholeDay(TimeOnly time) => time is { Hour: 0, Minute: 0 } or { Hour: 23, Minute: 59 };

    private static string? Offset(ReadOnlySpan<char> zone)
    {
        if (zone[0] == 'Z') return "+00:00";
        var digits = zone[1..].Trim();
        return digits.Length switch
        {
            2 => $"{zone[0]}{digits}:00",
            4 => $"{zone[0]}{digits[..2]}:{digits[2..]}",
            5 when digits[2] == ':' => $"{zone[0]}{digits}",
            _ => null,
        };
    }
}
