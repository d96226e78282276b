using System.Collections.Immutable;
using Extract.Review.Wording;

namespace Extract.Review;

/// <summary>Carries what was decided of an announcement over to what its changed text gives.</summary>
internal static class Carrying
{
    /// <summary>
    /// The record of now with the fields (<see cref="WordField.Essential"/>) that people changed as they decided them; in all others it is as the program says now. What both have keeps its
    /// place of now; what only the decision has stands where its words are found, and nowhere where they are not; what only the record has goes.
    /// </summary>
    /// <param name="decided">The record as it was decided.</param>
    /// <param name="then">As the program had made it when it was decided on.</param>
    /// <param name="now">As the program makes it of the changed text.</param>
    public static Record Over(Record decided, Record then, Record now)
    {
        var changed = WordField.Essential.Where(field => !Sayings.IsSame(field, then, decided)).Select(field => (field.Path, field.Role)).ToHashSet();
        bool IsChanged(string path, string? role = null) => changed.Contains((path, role));
        return now with
        {
            Title = IsChanged("/title") ? decided.Title : now.Title,
            EventType = IsChanged("/eventType/label") ? decided.EventType : now.EventType,
            EventStatus = IsChanged("/eventStatus") ? decided.EventStatus : now.EventStatus,
            Online = decided.Online == then.Online ? now.Online : decided.Online,
            Dates = Over(decided.Dates, now.Dates, now, role => IsChanged("/dates", role), date => DayWords.Of(date.From, date.To), (date, own) => date with { YearInferred = own.YearInferred }),
            Cities = Over(decided.Cities, now.Cities, now, role => IsChanged("/cities", role), city => CityWords.Of(city.Name, city.Country), (city, _) => city),
            Organizations = Over(decided.Organizations, now.Organizations, now, role => IsChanged("/organizations", role), body => body.Name, (body, _) => body),
            Topics = IsChanged("/topics") ? [.. decided.Topics.Select(topic => now.Topics.FirstOrDefault(own => own.Label == topic.Label) ?? topic with { Evidence = [] })] : now.Topics,
        };
    }

    private static ImmutableArray<T> Over<T>(ImmutableArray<T> decided, ImmutableArray<T> now, Record record, Func<string, bool> isChanged, Func<T, string> words, Func<T, T, T> ofWords) where T : Finding
    {
        var (left, carried) = (decided.ToList(), ImmutableArray.CreateBuilder<T>());
        foreach (var own in now)
        {
            // The same value, or the same words that people read otherwise.
            var same = left.Find(other => words(other) == words(own) && other.Role == own.Role) ?? left.Find(other => words(other) == words(own)) ?? left.Find(other => other.Text == own.Text && isChanged(other.Role));
            if (same is not null) left.Remove(same);
            if (same is not null && (isChanged(own.Role) || isChanged(same.Role))) carried.Add(InPlaceOf(own, ofWords(same, own)));
            else if (!isChanged(own.Role)) carried.Add(own);
        }
        return carried.ToImmutable().AddRange(left.Where(finding => isChanged(finding.Role)).Select(finding => Found(finding, record)));
    }

    // What says the same stays what the program says, with its probability.
    private static T InPlaceOf<T>(T own, T decided) where T : Finding
    {
        var placed = decided with { Text = own.Text, Start = own.Start, End = own.End, Also = own.Also, Inherited = own.Inherited };
        return placed with { Confidence = own.Confidence, By = own.By } == own ? own : placed;
    }

    private static T Found<T>(T finding, Record record) where T : Finding =>
        Places.Of(finding.Text, record) is { IsEmpty: false } places ? Places.At(finding, places, record) : finding with { Start = null, End = null, Also = null, Inherited = null };
}
