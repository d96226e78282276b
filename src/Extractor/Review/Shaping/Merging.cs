using System.Collections.Immutable;

namespace Extract.Review.Shaping;

/// <summary>Merges two records of one document of which the program made one event too many.</summary>
public static class Merging
{
    /// <summary>
    /// The two decisions of one batch that merge the records as they are shown, in any order: the one that stands first takes the other's words and findings in, one entry a value,
    /// and the other is rejected. Throws <see cref="InvalidDataException"/> with a sentence for the reviewer where they cannot be merged.
    /// </summary>
    /// <param name="one">A record.</param>
    /// <param name="other">Another of the same document.</param>
    /// <param name="between">The document's text between the two, empty where they touch.</param>
    /// <param name="by">Who merges them.</param>
    /// <param name="when">When.</param>
    public static ImmutableArray<Decision> Of(Record one, Record other, string between, string by, DateTimeOffset when)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(between);
        var (first, second) = one.Start <= other.Start ? (one, other) : (other, one);
        if (first.Source.Id != second.Source.Id || first.Id == second.Id) throw new InvalidDataException(Messages.NotOfOneDocument);
        if (second.Start - first.End != between.Length) throw new InvalidDataException(Messages.NoNeighbours);
        var batch = Decision.NewId();
        return
        [
            new(by, when, DecisionStatus.Open, Differences.Of(first, Joined(first, second, between, by)), first) { Batch = batch },
            new(by, when, DecisionStatus.Rejected, [], second) { Batch = batch, Into = first.Id },
        ];
    }

    private static Record Joined(Record first, Record second, string between, string by)
    {
        var whole = new TextSpan(first.Start, second.End);
        var dates = Union.Of(first.Dates, second.Dates, whole, (a, b) => a.From == b.From && a.To == b.To && a.Role == b.Role, _ => 0);
        var cities = Union.Of(first.Cities, second.Cities, whole, SameCity, city => city.Role == "venue" ? 0 : 1);
        var bodies = Union.Of(first.Organizations, second.Organizations, whole, SameBody, body => OrganizationRole.All.IndexOf(body.Role));
        return first with
        {
            End = second.End,
            Text = first.Text + between + second.Text,
            EventStatus = first.EventStatus == "scheduled" ? second.EventStatus : first.EventStatus,
            Online = first.Online ?? second.Online,
            Dates = dates.Values,
            Cities = cities.Values,
            Organizations = bodies.Values,
            Persons = first.Persons is null && second.Persons is null ? null : [.. (first.Persons ?? []).AddRange(second.Persons ?? []).DistinctBy(person => person.Text)],
            Topics = Topics(first, second),
            Links = first.Links.AddRange(second.Links),
            Questions = [.. Asked(first.Questions, [dates.First, cities.First, bodies.First]), .. Asked(second.Questions, [dates.Second, cities.Second, bodies.Second]), new("/text", Messages.MergedOf(first.Title, second.Title, by), [])],
        };
    }

    private static bool SameCity(CityFinding a, CityFinding b) =>
        a.GeonameId is { } id && b.GeonameId is { } other ? id == other : a.Country == b.Country && Text.Folding.Fold(a.Name) == Text.Folding.Fold(b.Name);

    private static bool SameBody(OrganizationFinding a, OrganizationFinding b) =>
        a.Id is { } id && b.Id is { } other ? id == other : Text.Folding.Fold(a.Name) == Text.Folding.Fold(b.Name);

    private static ImmutableArray<TopicFinding> Topics(Record first, Record second)
    {
        var others = second.Topics.ToDictionary(topic => topic.Label, StringComparer.Ordinal);
        var joined = first.Topics.Select(topic => others.Remove(topic.Label, out var other)
            ? topic with { Confidence = Math.Max(topic.Confidence, other.Confidence), Evidence = topic.Evidence.AddRange(other.Evidence) } : topic).ToImmutableArray();
        return joined.AddRange(second.Topics.Where(topic => others.ContainsKey(topic.Label)));
    }

    // What is asked of a value goes with it to its place in the joined list; what is asked of a list as a whole is asked of less than there is now.
    private static IEnumerable<Question> Asked(ImmutableArray<Question> questions, ImmutableArray<ImmutableArray<int>> places)
    {
        foreach (var question in questions)
        {
            var steps = question.Field.Split('/');
            if (steps.Length < 3 || Array.IndexOf(["dates", "cities", "organizations"], steps[1]) is not (>= 0 and var list)) continue;
            if (int.TryParse(steps[2], out var at) && at < places[list].Length)
                yield return question with { Field = string.Join('/', [.. steps[..2], places[list][at].ToString(System.Globalization.CultureInfo.InvariantCulture), .. steps[3..]]) };
        }
    }
}
