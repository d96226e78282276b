using Extract.Rules;
using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>A date that the rules found, while clock times are attached and ranges are joined.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token, included.</param>
/// <param name="Span">Its words: a glued number may end within its last token.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Value">What its words say.</param>
internal sealed record DateHit(int First, int Last, TextSpan Span, Rule Rule, DateValue Value)
{
    /// <summary>The first token of its clock time; −1 where it has none.</summary>
    public int ClockFirst { get; init; } = -1;

    /// <summary>The last token of its clock time; −1 where it has none.</summary>
    public int ClockLast { get; init; } = -1;

    /// <summary>The first token of date and clock time.</summary>
    public int HullFirst => ClockFirst >= 0 && ClockFirst < First ? ClockFirst : First;

    /// <summary>The last token of date and clock time.</summary>
    public int HullLast => Math.Max(Last, ClockLast);

    /// <summary>True for one day or month, which may be the end of a range.</summary>
    public bool IsEnd => Value.Recurrence is null && Value.Ends is null && (Value.From == Value.To || Value.Coarse);

    /// <summary>The same with a clock time.</summary>
    public DateHit With(ClockTime time, TokenList tokens, bool ofSchedule = false) => this with
    {
        ClockFirst = ofSchedule ? -1 : time.First,
        ClockLast = ofSchedule ? -1 : time.Last,
        Value = Value with
        {
            FromTime = time.From,
            ToTime = time.To,
            TimeZone = time.Zone,
            Clock = tokens.Span(time.First, time.Last),
            ClockOfSchedule = ofSchedule,
        },
    };
}
