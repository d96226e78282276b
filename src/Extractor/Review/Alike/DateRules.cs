using System.Globalization;
using Extract.Review.Wording;

namespace Extract.Review.Alike;

/// <summary>Dates that were misread in the same way: day and month the other way round in one source, the same year inferred in one list.</summary>
internal static class DateRules
{
    public static IEnumerable<Rule> Of(Record shown, DateFinding old, DateFinding? now, ICandidates candidates, int limit)
    {
        if (now is null || old.From is not { } was || now.From is not { } day) return [];
        if (IsSwap(was, day) && IsReadAs(old, isDayFirst: Numbers(old.Text) is [var first, ..] && first == was.Day)) return [Order(shown, old, was, candidates, limit)];
        if (old.YearInferred && was.Month == day.Month && was.Day == day.Day && was.Year != day.Year) return Years(shown, was.Year, day.Year, candidates, limit);
        return [];
    }

    private static Rule Order(Record shown, DateFinding old, DateOnly was, ICandidates candidates, int limit)
    {
        var isDayFirst = Numbers(old.Text)[0] == was.Day;
        return new($"date-order:{isDayFirst}", count => Messages.OrderAlike(count, old.Text, DayWords.Of(old.From, old.To), DayWords.Of(Swapped(old.From), Swapped(old.To))),
            candidates.OfSource(shown, limit).Where(other => Sources.AreSame(shown, other)), record => Changed(record, date => IsReadAs(date, isDayFirst), date => With(date, Swapped(date.From), Swapped(date.To))), Days);
    }

    // The document's own list first; the rest of the source is another offer, as it may be of another year.
    private static IEnumerable<Rule> Years(Record shown, int from, int to, ICandidates candidates, int limit)
    {
        var all = candidates.OfSource(shown, limit).Where(other => Sources.AreSame(shown, other)).ToArray();
        yield return Rule("document", Messages.YearAlike, all.Where(other => other.Source.Id == shown.Source.Id));
        yield return Rule("source", Messages.YearAlikeInSource, all.Where(other => other.Source.Id != shown.Source.Id));

        Rule Rule(string where, Func<int, int, int, string> say, IEnumerable<Record> records) =>
            new($"year-{where}:{from}:{to}", count => say(count, from, to), records, record => Changed(record, date => date.YearInferred && (date.From ?? date.To)?.Year == from, date => With(date, InYear(date.From, to - from), InYear(date.To, to - from))), Days);
    }

    // Where one of the dates would be none, the record is not one of these.
    private static Record? Changed(Record record, Func<DateFinding, bool> isAlike, Func<DateFinding, DateFinding?> change)
    {
        var dates = record.Dates.ToBuilder();
        var count = 0;
        for (var i = 0; i < dates.Count; i++)
        {
            if (!isAlike(dates[i])) continue;
            if (change(dates[i]) is not { } changed) return null;
            dates[i] = changed;
            count++;
        }
        return count == 0 ? null : record with { Dates = dates.ToImmutable() };
    }

    private static DateFinding? With(DateFinding date, DateOnly? from, DateOnly? to) =>
        from is null != date.From is null || to is null != date.To is null || from > to ? null : date with { From = from, To = to };

    private static bool IsSwap(DateOnly one, DateOnly other) => one != other && one.Year == other.Year && one.Month == other.Day && one.Day == other.Month;

    private static DateOnly? Swapped(DateOnly? day) => day is { } known && known.Day <= 12 ? new(known.Year, known.Day, known.Month) : null;

    private static DateOnly? InYear(DateOnly? day, int by) => day is not { } known || (known is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(known.Year + by)) ? null : new(known.Year + by, known.Month, known.Day);

    // Written in numbers alone, each end readable both ways and read in that order.
    private static bool IsReadAs(DateFinding date, bool isDayFirst)
    {
        var numbers = Numbers(date.Text);
        if (date.From is not { } from || date.To is not { } to || numbers.Length < 2) return false;
        return IsRead(from, numbers[0], numbers[1]) && (to == from || (numbers.Length >= 4 && IsRead(to, numbers[numbers.Length / 2], numbers[(numbers.Length / 2) + 1])));

        bool IsRead(DateOnly day, int first, int second) => first != second && first is >= 1 and <= 12 && second is >= 1 and <= 12 && (isDayFirst ? (day.Day, day.Month) : (day.Month, day.Day)) == (first, second);
    }

    // The numbers of words that have no letters; none of others, and none where the year comes first.
    private static int[] Numbers(string words) => words.Any(char.IsLetter) ? []
        : [.. words.Split([.. words.Where(c => !char.IsAsciiDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries).Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0)];

    private static string Days(Record record) => string.Join("; ", record.Dates.Select(date => DayWords.Of(date.From, date.To)));
}
