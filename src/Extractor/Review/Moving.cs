using System.Collections.Immutable;

namespace Extract.Review;

/// <summary>The same announcement may have moved in its document: all that points into the text moves with it.</summary>
internal static class Moving
{
    /// <summary>The record with all of its places moved.</summary>
    public static Record By(Record record, int by) => by == 0 ? record : record with
    {
        Start = record.Start + by,
        End = record.End + by,
        Dates = [.. record.Dates.Select(date => date with { Start = date.Start + by, End = date.End + by, Also = Moved(date.Also, by) })],
        Cities = [.. record.Cities.Select(city => city with { Start = city.Start + by, End = city.End + by, Also = Moved(city.Also, by) })],
        Organizations = [.. record.Organizations.Select(body => body with { Start = body.Start + by, End = body.End + by, Also = Moved(body.Also, by) })],
        Persons = record.Persons?.Select(person => person with { Start = person.Start + by, End = person.End + by, Also = Moved(person.Also, by) }).ToImmutableArray(),
        Topics = [.. record.Topics.Select(topic => topic with { Evidence = Moved((ImmutableArray<ImmutableArray<int>>?)topic.Evidence, by)!.Value })],
        Links = [.. record.Links.Select(link => link with { Start = link.Start + by, End = link.End + by })],
    };

    private static ImmutableArray<ImmutableArray<int>>? Moved(ImmutableArray<ImmutableArray<int>>? spans, int by) =>
        spans?.Select(span => span.Select(offset => offset + by).ToImmutableArray()).ToImmutableArray();
}
