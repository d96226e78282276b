using System.Collections.Immutable;

namespace Extract.Review.Wording;

/// <summary>
/// Writes words into a record. A value that stays keeps its place and evidence, even where it goes to another role; one that is changed or new stands where its words are found in the
/// text, and nowhere where they are not.
/// </summary>
public static class Rewriting
{
    /// <summary>
    /// The record with some of its fields, by the names of <see cref="WordField"/>, as the words say. Throws <see cref="InvalidDataException"/> with a sentence for the reviewer where
    /// they say what cannot be.
    /// </summary>
    public static Record Write(Record record, IReadOnlyDictionary<string, string> words)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(words);
        return record with
        {
            Title = words.TryGetValue("title", out var title) ? title.Trim() : record.Title,
            EventType = words.TryGetValue("eventType", out var type) && type.Trim() != record.EventType.Label ? new(type.Trim(), 1, "review") : record.EventType,
            EventStatus = words.TryGetValue("eventStatus", out var status) ? status.Trim() : record.EventStatus,
            Dates = Lists.Write(record.Dates, Wanted("/dates", words), date => DayWords.Of(date.From, date.To), (word, role, old) => Date(record, word, role, old), isMoved: false),
            Cities = Lists.Write(record.Cities, Wanted("/cities", words), city => CityWords.Of(city.Name, city.Country), (word, role, old) => City(record, word, role, old), isMoved: true),
            Organizations = Lists.Write(record.Organizations, Wanted("/organizations", words), body => body.Name, (word, role, old) => Body(record, word, role, old), isMoved: true),
            Topics = words.TryGetValue("topics", out var topics) ? Topics(record, Cell.Split(topics)) : record.Topics,
        };
    }

    private static Dictionary<string, ImmutableArray<string>> Wanted(string path, IReadOnlyDictionary<string, string> words) =>
        WordField.All.Where(field => field.Path == path && words.ContainsKey(field.Name)).ToDictionary(field => field.Role!, field => Cell.Split(words[field.Name]), StringComparer.Ordinal);

    // The same day in another year, or day and month the other way round, is read from the same words.
    private static DateFinding Date(Record record, string word, string role, DateFinding? old)
    {
        var (from, to) = DayWords.Parse(word);
        if (role == "deadline" && from != to) throw new InvalidDataException(Messages.DeadlineIsADay(word));
        if (old is not null && (IsReread(old.From, from) || IsReread(old.To, to))) return old with { From = from, To = to, Role = role, Confidence = 1, By = "review" };
        var date = new DateFinding { Text = word, From = from, To = to, Role = role, Confidence = 1, By = "review" };
        var places = DayWords.Written(from, to).Select(form => Places.Of(form, record)).FirstOrDefault(places => !places.IsEmpty, []);
        if (places.IsEmpty) return date;
        var placed = Places.At(date, places, record);
        return placed with { YearInferred = (from ?? to) is { } day && !placed.Text.Contains(day.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal) };
    }

    private static bool IsReread(DateOnly? old, DateOnly? now) =>
        old is { } was && now is { } day && ((was.Month == day.Month && was.Day == day.Day) || (was.Year == day.Year && was.Month == day.Day && was.Day == day.Month));

    private static CityFinding City(Record record, string word, string role, CityFinding? old)
    {
        var (name, country) = CityWords.Parse(word);
        var city = new CityFinding { Text = name, Name = name, Country = country, Role = role, Confidence = 1, By = "review" };
        return Placed(record, city, name, old);
    }

    private static OrganizationFinding Body(Record record, string word, string role, OrganizationFinding? old) =>
        Placed(record, new OrganizationFinding { Text = word, Name = word, Acronym = old?.Acronym, Role = role, Confidence = 1, By = "review" }, word, old);

    // A fuller name of the same words ("Frankfurt", "Frankfurt am Main"), or what an acronym stands for, is read from where the old one stood.
    private static T Placed<T>(Record record, T finding, string name, T? old) where T : Finding
    {
        if (Places.Of(name, record) is { IsEmpty: false } places) return Places.At(finding, places, record);
        return old is not null && Means(old, name) ? finding with { Text = old.Text, Start = old.Start, End = old.End, Also = old.Also, Inherited = old.Inherited } : finding;
    }

    private static bool Means(Finding old, string name)
    {
        var (text, folded) = (Text.Folding.Fold(old.Text), Text.Folding.Fold(name));
        var initials = string.Concat(folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[0]));
        return folded.Contains(text, StringComparison.Ordinal) || text.Contains(folded, StringComparison.Ordinal) || text == initials || (old is OrganizationFinding { Acronym: { } acronym } && acronym == old.Text)
            || (old is CityFinding city && Text.Folding.Fold(city.Name) == folded);
    }

    private static ImmutableArray<TopicFinding> Topics(Record record, ImmutableArray<string> labels) =>
        [.. labels.Distinct(StringComparer.Ordinal).Select(label => record.Topics.FirstOrDefault(topic => topic.Label == label) ?? new(label, 1, "review", []))];
}
