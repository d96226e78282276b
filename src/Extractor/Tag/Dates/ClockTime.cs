using System.Globalization;
using Extract.Rules;
using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>A clock time, or a range of them, of the words of a rule match.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token, included.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends, or null.</param>
/// <param name="Zone">An IANA name or an offset, or null.</param>
internal readonly record struct ClockTime(int First, int Last, TimeOnly From, TimeOnly? To, string? Zone)
{
    /// <summary>The time that a match of the rules <c>clock</c> and <c>clock-range</c> names; null where the numbers are none.</summary>
    public static ClockTime? Of(RuleMatch match, TokenList tokens)
    {
        var (values, half, count, zone) = (new TimeOnly?[2], new string?[2], 0, (string?)null);
        var (hour, minute) = (-1, 0);
        foreach (var capture in match.Captures)
        {
            switch (capture.Name.Split('.')[0])
            {
                case "hour": Close(); hour = Number(capture); break;
                case "minute": minute = Number(capture); break;
                case "clock": Close(); (hour, minute) = (Number(capture) / 100, Number(capture) % 100); break;
                case "clock-word" or "spelled-hour": Close(); (hour, minute) = (Number(capture.Value.AsSpan(0, 2)), 0); break;
                case "half-day": half[Math.Min(count, 1)] = capture.Value; break;
                case "time-zone": zone = capture.Value; break;
                default: break;
            }
        }
        Close();
        if (count == 1 && match.Rule.Id == "clock-range" && EndsWithWord(tokens, match.Last)) (values[1], count) = (new TimeOnly(12, 0), 2);
        var (from, to) = (Adjust(values[0], half[0] ?? Inherit(values, half[1])), Adjust(values[1], half[1] ?? Onwards(values, half[0])));
        if (half[0] is null && half[1] is null && to < from && to < new TimeOnly(12, 0) && from <= new TimeOnly(12, 59)) to = to?.AddHours(12); // "10:30 to 3"
        return from is null ? null : new(match.First, match.Last, from.Value, to, zone);

        void Close()
        {
            if (hour >= 0 && count < 2) values[count++] = minute < 60 && hour <= 24 ? new TimeOnly(hour % 24, minute) : null;
            (hour, minute) = (-1, 0);
        }
    }

    private static bool EndsWithWord(TokenList tokens, int last) => tokens[last].Kind == TokenKind.Word && tokens.Chars(last).Equals("noon", StringComparison.OrdinalIgnoreCase);

    // "10 - 11:30 am": the half of the day said last holds for both, unless it would turn them round ("11 - 1 pm").
    private static string? Inherit(TimeOnly?[] values, string? last) =>
        last is not null && values[0] is { } first && values[1] is { } second && first.Hour % 12 <= second.Hour % 12 ? last : last is null ? null : "am";

    // "1 p.m. to 4": the half of the day said first holds, unless the clock passes noon ("10 am to 3").
    private static string? Onwards(TimeOnly?[] values, string? first) =>
        first is not null && values[0] is { } from && values[1] is { Hour: <= 12 } to ? (first == "pm" || to.Hour % 12 < from.Hour % 12 ? "pm" : "am") : null;

    /// <summary>A time in its half of the day.</summary>
    public static TimeOnly? Adjust(TimeOnly? time, string? half) => time is { Hour: <= 12 } t && half is not null
        ? new TimeOnly((t.Hour % 12) + (half == "pm" ? 12 : 0), t.Minute) : time;

    /// <summary>Bare hours before seven are those of the afternoon: nothing is announced "from 5 to 7" in the night.</summary>
    public ClockTime OfTheDay() => From is { Hour: >= 1 and < 7 } ? this with { From = From.AddHours(12), To = To is { Hour: < 12 } to ? to.AddHours(12) : To } : this;

    private static int Number(Capture capture) => Number(capture.Value);

    private static int Number(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
