using System.Globalization;
using CsCheck;
using Extract.Rules;
using Extract.Text;

namespace Extract.Tests.Tag.Dates;

/// <summary>What holds for every date and every text.</summary>
public sealed class DateProperties
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly string[] Short = ["Jan.", "Feb", "Mar", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct", "Nov.", "Dec"];

    // A form prints one day, or the days from one to another.
    private static readonly (string Name, Func<DateOnly, string> Print)[] Days =
    [
        ("iso", day => On(day, "yyyy-MM-dd")), ("iso with slashes", day => On(day, "yyyy'/'MM'/'dd")), ("day month year", day => On(day, "d MMMM yyyy")), ("comma", day => On(day, "d MMMM, yyyy")),
        ("weekday", day => On(day, "dddd, d MMMM yyyy")), ("short weekday", day => On(day, "ddd d MMMM yyyy")), ("American", day => On(day, "MMMM d, yyyy")), ("American with weekday", day => On(day, "dddd, MMMM d, yyyy")),
        ("ordinal", day => $"{day.Day}{Suffix(day.Day)} of {On(day, "MMMM yyyy")}"), ("American ordinal", day => $"{On(day, "MMMM")} {day.Day}{Suffix(day.Day)}, {day.Year}"), ("short month", day => $"{day.Day} {Short[day.Month - 1]} {day.Year}"),
        ("American short", day => $"{Short[day.Month - 1]} {day.Day}, {day.Year}"), ("dotted", day => On(day, "dd.MM.yyyy")), ("dotted and short", day => On(day, "d.M.yyyy")), ("no blank", day => On(day, "MMMM d,yyyy")), ("hyphens", day => On(day, "dd-MMMM-yyyy")),
        ("in brackets", day => On(day, "d MMMM yyyy '('ddd')'")), ("capitals", day => On(day, "d MMMM yyyy").ToUpperInvariant()),
    ];

    private static readonly (string Name, Func<DateOnly, DateOnly, string> Print)[] Ranges =
    [
        ("iso", (from, to) => $"{On(from, "yyyy-MM-dd")} to {On(to, "yyyy-MM-dd")}"), ("whole", (from, to) => $"{On(from, "d MMMM yyyy")} – {On(to, "d MMMM yyyy")}"), ("American", (from, to) => $"{On(from, "MMMM d, yyyy")} - {On(to, "MMMM d, yyyy")}"),
        ("mixed", (from, to) => $"{On(from, "MMMM d, yyyy")} until {On(to, "yyyy-MM-dd")}"), ("dotted", (from, to) => $"{On(from, "dd.MM.yyyy")} - {On(to, "dd.MM.yyyy")}"), ("shared", Shared), ("American shared", AmericanShared),
        ("weekdays", (from, to) => $"{On(from, "dddd, d MMMM yyyy")} to {On(to, "dddd, d MMMM yyyy")}"), ("between", (from, to) => $"between {On(from, "d MMMM yyyy")} and {On(to, "d MMMM yyyy")}"),
    ];

    private static readonly Gen<DateOnly> Day = Gen.Int[new DateOnly(1950, 1, 1).DayNumber, new DateOnly(2099, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);
    private static readonly Gen<TimeOnly> Time = Gen.Int[0, 287].Select(step => new TimeOnly(step / 12, step % 12 * 5));

    [Fact]
    public void A_day_in_any_form_is_read_back() => Gen.Select(Day, Some(Days)).Sample((day, form) => Check(form.Print(day), day, day, form.Name), iter: 4000);

    /// <summary>The long form of each language, as the libraries of Unicode print it.</summary>
    [Theory]
    [InlineData("de-DE")]
    [InlineData("fr-FR")]
    [InlineData("es-ES")]
    [InlineData("it-IT")]
    [InlineData("hr-HR")]
    [InlineData("bs-Latn-BA")]
    [InlineData("sr-Latn-RS")]
    [InlineData("sq-AL")]
    [InlineData("mk-MK")]
    public void A_day_in_the_long_form_of_a_language_is_read_back(string name)
    {
        var culture = CultureInfo.GetCultureInfo(name);
        Day.Sample(day =>
        {
            var text = day.ToString("D", culture);
            var found = SomeDates.Of(text, culture.TwoLetterISOLanguageName);
            Assert.True(found is [{ Value: DateValue value }] && value.From.ToDate() == day && value.To.ToDate() == day && (value.Weekday ?? day.DayOfWeek) == day.DayOfWeek, $"{text}: {string.Join(" | ", found.Select(SomeDates.Words))}");
        }, iter: 400);
    }

    /// <summary>A year after 2100 is none, so that no range ends there.</summary>
    [Fact]
    public void A_range_in_any_form_is_read_back() => Gen.Select(Day.Where(day => day.Year < 2099), Gen.Int[1, 400], Some(Ranges)).Sample((from, length, form) => Check(form.Print(from, from.AddDays(length)), from, from.AddDays(length), form.Name), iter: 4000);

    [Fact]
    public void A_clock_time_in_any_form_is_read_back() => Gen.Select(Day, Time, Gen.Int[0, 3]).Sample((day, time, form) =>
    {
        var text = On(day, "d MMMM yyyy") + form switch
        {
            0 => time.ToString("', 'HH:mm", CultureInfo.InvariantCulture),
            1 => time.ToString("' at 'h:mm tt", CultureInfo.InvariantCulture),
            2 => time.ToString("' at 'h:mm", CultureInfo.InvariantCulture) + (time.Hour < 12 ? " a.m." : " p.m."),
            _ => time.ToString("' from 'HH'.'mm' hrs'", CultureInfo.InvariantCulture),
        };
        var value = (DateValue)Assert.Single(SomeDates.Of(text)).Value!;
        Assert.True(value.FromTime == time, $"{text}: {value.FromTime}");
    }, iter: 2000);

    private static void Check(string text, DateOnly from, DateOnly to, string form)
    {
        var found = SomeDates.Of($"It takes place {text} in Rome");
        Assert.True(found is [{ Value: DateValue value }] && value.From.ToDate() == from && value.To.ToDate() == to && value.Impossible is null, $"{form}: {text}: {string.Join(" | ", found.Select(SomeDates.Words))}");
    }

    /// <summary>EXTRACT_FUZZ says how many.</summary>
    [Fact]
    public void Random_texts_never_throw_and_take_few_steps()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("EXTRACT_FUZZ"), CultureInfo.InvariantCulture, out var asked) ? asked : 3000;
        var rules = RuleSet.Shipped("dates/en.yml");
        Text.Sample(text =>
        {
            var document = SomeDates.Document(text, null);
            var (tokens, matches) = (TokenList.Of(document), new List<RuleMatch>());
            var steps = rules.Match(tokens, matches);
            Assert.True(steps <= 50L * Math.Max(1, tokens.Count), $"{steps} steps for {tokens.Count} tokens: {text}");
            foreach (var mention in SomeDates.Of(text, null)) Assert.True(mention.Span.Start >= 0 && mention.Span.End <= text.Length && mention.Span.Length > 0, text);
        }, iter: count);
    }

    // Words of dates and marks in any order, and any characters.
    private static readonly Gen<string> Piece = Gen.OneOf(
        Some("May", "5", "31", "2024", "Monday", "to", "-", "–", "/", ".", ",", "(", ")", ":", "am", "pm", "the", "of", "first", "last", "every", "and", "between", "from", "until", "next", "week", "h", "'", "24", "99", "today", "\n", "202311", "148", "T", "Z", "März", "mai", "do", "мај", "noon", "twenty", "one"),
        Gen.Int[0, 3000].Select(number => number.ToString(CultureInfo.InvariantCulture)), Gen.String[0, 4]);

    private static readonly Gen<string> Text = Gen.Select(Piece, Some(" ", " ", "", "\u00a0")).Select((piece, blank) => piece + blank).Array[0, 40].Select(pieces => string.Concat(pieces));

    [Fact]
    public void Text_without_dates_costs_no_memory_a_token()
    {
        var (rules, matches) = (RuleSet.Shipped("dates/en.yml"), new List<RuleMatch>());
        long Bytes(int times)
        {
            var tokens = TokenList.Of(string.Concat(Enumerable.Repeat("The house of the river stands where the wind goes, and nobody counts its doors. ", times)));
            rules.Match(tokens, matches);
            var before = GC.GetAllocatedBytesForCurrentThread();
            rules.Match(tokens, matches);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Assert.Equal(Bytes(50), Bytes(800));
        Assert.Empty(matches);
    }

    /// <summary>The same of the tagger as a whole: what it needs for a document does not grow with its words.</summary>
    [Fact]
    public void The_tagger_costs_no_memory_a_token()
    {
        var (tagger, mentions) = (new Extract.Tag.Dates.DateTagger(), new List<Mention>());
        long Bytes(int times)
        {
            var document = SomeDates.Document(string.Concat(Enumerable.Repeat("The house of the river stands where the wind goes, and nobody counts its doors. ", times)));
            var tokens = TokenList.Of(document);
            tagger.Tag(document, tokens, mentions);
            var before = GC.GetAllocatedBytesForCurrentThread();
            tagger.Tag(document, tokens, mentions);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Assert.Equal(Bytes(50), Bytes(800));
        Assert.Empty(mentions);
    }

    private static Gen<T> Some<T>(params T[] those) => Gen.Int[0, those.Length - 1].Select(i => those[i]);

    private static string On(DateOnly day, string form) => day.ToString(form, English);

    private static string Suffix(int day) => day is 11 or 12 or 13 ? "th" : (day % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };

    private static string Shared(DateOnly from, DateOnly to) => (from.Year == to.Year, from.Month == to.Month) switch
    {
        (true, true) => $"{from.Day}-{On(to, "d MMMM yyyy")}",
        (true, false) => $"{On(from, "d MMMM")} - {On(to, "d MMMM yyyy")}",
        _ => $"{On(from, "d MMMM yyyy")} - {On(to, "d MMMM yyyy")}",
    };

    private static string AmericanShared(DateOnly from, DateOnly to) => (from.Year == to.Year, from.Month == to.Month) switch
    {
        (true, true) => $"{On(from, "MMMM d")}-{to.Day}, {to.Year}",
        (true, false) => $"{On(from, "MMMM d")} to {On(to, "MMMM d, yyyy")}",
        _ => $"{On(from, "MMMM d, yyyy")} to {On(to, "MMMM d, yyyy")}",
    };
}
