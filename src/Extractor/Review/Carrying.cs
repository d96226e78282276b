using System.Collections.Immutable;
using Extract.Review.Wording;

namespace Extract.Review;

/// <summary>Carries what was decided of an announcement over to what its changed text gives.</summary>
internal static class Carrying
{
    /// <summary>
    /// The record of now with the values that were decided. What both have keeps its place of now; what only the decision has stands where its words are found, and nowhere where they are
    /// not; what only the record has goes, unless it is mentioned only (<see cref="WordField.Essential"/>).
    /// </summary>
    public static Record Over(Record decided, Record now) => now with
    {
        Title = decided.Title,
        EventType = now.EventType.Label == decided.EventType.Label ? now.EventType : decided.EventType,
        EventStatus = decided.EventStatus,
        Online = decided.Online,
        Dates = Over(decided.Dates, now.Dates, now, "/dates", date => DayWords.Of(date.From, date.To), (date, own) => date with { YearInferred = own.YearInferred }),
        Cities = Over(decided.Cities, now.Cities, now, "/cities", city => CityWords.Of(city.Name, city.Country), (city, _) => city),
        Organizations = Over(decided.Organizations, now.Organizations, now, "/organizations", body => body.Name, (body, _) => body),
        Topics = [.. decided.Topics.Select(topic => now.Topics.FirstOrDefault(own => own.Label == topic.Label) ?? topic with { Evidence = [] })],
    };

    private static ImmutableArray<T> Over<T>(ImmutableArray<T> decided, ImmutableArray<T> now, Record record, string path, Func<T, string> words, Func<T, T, T> ofWords) where T : Finding
    {
        var (left, carried) = (decided.ToList(), ImmutableArray.CreateBuilder<T>());
        foreach (var own in now)
        {
            if ((left.Find(other => words(other) == words(own) && other.Role == own.Role) ?? left.Find(other => words(other) == words(own))) is { } same)
            {
                left.Remove(same);
                carried.Add(InPlaceOf(own, ofWords(same, own)));
            }
            else if (!IsEssential(path, own.Role))
            {
                carried.Add(own);
            }
        }
        return carried.ToImmutable().AddRange(left.Where(finding => IsEssential(path, finding.Role)).Select(finding => Found(finding, record)));
    }

    private static bool IsEssential(string path, string role) => WordField.Essential.Any(field => field.Path == path && field.Role == role);

    // What says the same stays what the program says, with its probability.
    private static T InPlaceOf<T>(T own, T decided) where T : Finding
    {
        var placed = decided with { Text = own.Text, Start = own.Start, End = own.End, Also = own.Also, Inherited = own.Inherited };
        return placed with { Confidence = own.Confidence, By = own.By } == own ? own : placed;
    }

    private static T Found<T>(T finding, Record record) where T : Finding =>
        Places.Of(finding.Text, record) is { IsEmpty: false } places ? Places.At(finding, places, record) : finding with { Start = null, End = null, Also = null, Inherited = null };
}
