namespace Extract.Tag.Dates;

/// <summary>
/// Reads <c>weekly INTERVAL DAY…</c>, <c>weekly INTERVAL DAY to DAY</c>, <c>monthly DAY NTH…</c> and <c>monthday DAY</c> as a rule of RFC 5545. "?" is what was left out.
/// </summary>
internal static class RecurrenceNotation
{
    private static readonly string[] Week = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static string? Read(string[] words)
    {
        var said = words[1..].Where(word => word != "?").ToArray();
        return words[0] switch
        {
            "monthday" => $"FREQ=MONTHLY;BYMONTHDAY={said[0].TrimStart('0')}",
            "monthly" => $"FREQ=MONTHLY;BYDAY={string.Join(',', said[1..].Select(nth => nth + said[0]))}",
            _ when Days(said[1..]) is { Length: > 0 } days => $"FREQ=WEEKLY{(said[0] == "1" ? "" : $";INTERVAL={said[0]}")};BYDAY={string.Join(',', days)}",
            _ => null,
        };
    }

    private static string[] Days(string[] said)
    {
        if (said is not [var first, "to", var last]) return [.. said.Distinct().OrderBy(day => Array.IndexOf(Week, day))];
        var (from, to) = (Array.IndexOf(Week, first), Array.IndexOf(Week, last));
        return from < to ? Week[from..(to + 1)] : [.. Week[..(to + 1)], .. Week[from..]];
    }
}
