using System.Collections.Immutable;

namespace Extract.Review.Shaping;

/// <summary>A stretch of a record as a record of its own.</summary>
internal static class Part
{
    private static readonly string[] Lists = ["dates", "cities", "organizations"];

    /// <summary>The stretch with what stands in it, its title, and as the last question whether the rest is right.</summary>
    public static Record Of(Record whole, TextSpan span, string title, string ask)
    {
        var bounds = new TextSpan(whole.Start, whole.End);
        var (dates, cities, bodies) = (Kept(whole.Dates, whole, span), Kept(whole.Cities, whole, span), Kept(whole.Organizations, whole, span));
        return whole with
        {
            Start = span.Start,
            End = span.End,
            Title = title,
            Text = new TextSpan(span.Start - bounds.Start, span.End - bounds.Start).Of(whole.Text),
            Dates = [.. dates.Select(kept => kept.Value with { YearInferred = kept.Value.YearInferred || (kept.IsLater && !SaysYear(kept.Value)) })],
            Cities = [.. cities.Select(kept => kept.Value)],
            Organizations = [.. bodies.Select(kept => kept.Value)],
            Persons = whole.Persons is { } persons ? Named(persons, span, whole) : null,
            Topics = [.. whole.Topics.Where(topic => topic.Evidence.IsEmpty || topic.Evidence.Any(place => !Within(place, bounds) || Within(place, span)))
                .Select(topic => topic with { Evidence = [.. topic.Evidence.Where(place => !Within(place, bounds) || Within(place, span))] })],
            Links = [.. whole.Links.Where(link => span.Contains(new TextSpan(link.Start, link.End)))],
            Questions = [.. Asked(whole.Questions, [.. dates.Select(kept => kept.Index)], [.. cities.Select(kept => kept.Index)], [.. bodies.Select(kept => kept.Index)]), new("/text", ask, [])],
        };
    }

    // Where a value stands first in the part, that is its place; what stands outside of the whole or nowhere stays what it was.
    private static ImmutableArray<(int Index, T Value, bool IsLater)> Kept<T>(ImmutableArray<T> findings, Record whole, TextSpan part) where T : Finding
    {
        var bounds = new TextSpan(whole.Start, whole.End);
        var kept = ImmutableArray.CreateBuilder<(int, T, bool)>();
        for (var i = 0; i < findings.Length; i++)
        {
            var finding = findings[i];
            var also = (finding.Also ?? []).Where(place => Within(place, part)).ToImmutableArray();
            if (finding.Span is not { } span || !bounds.Contains(span) || part.Contains(span)) kept.Add((i, finding with { Also = also.IsEmpty ? null : also }, false));
            else if (!also.IsEmpty) kept.Add((i, finding with { Start = also[0][0], End = also[0][1], Text = whole.Text[(also[0][0] - whole.Start)..(also[0][1] - whole.Start)], Also = also.Length > 1 ? also[1..] : null }, true));
        }
        return kept.ToImmutable();
    }

    private static bool SaysYear(DateFinding date) =>
        (date.From ?? date.To) is { } day && date.Text.Contains(day.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static ImmutableArray<PersonFinding> Named(ImmutableArray<PersonFinding> persons, TextSpan part, Record whole) =>
        [.. persons.Select(person => (person, places: ((ImmutableArray<ImmutableArray<int>>)[[person.Start, person.End], .. person.Also ?? []]).Where(place => Within(place, part)).ToImmutableArray()))
            .Where(pair => !pair.places.IsEmpty)
            .Select(pair => pair.person with { Start = pair.places[0][0], End = pair.places[0][1], Text = whole.Text[(pair.places[0][0] - whole.Start)..(pair.places[0][1] - whole.Start)], Also = pair.places.Length > 1 ? pair.places[1..] : null })];

    // What is asked of a value goes with it; what is asked of a list as a whole names values that have gone.
    private static IEnumerable<Question> Asked(ImmutableArray<Question> questions, ImmutableArray<int> dates, ImmutableArray<int> cities, ImmutableArray<int> bodies)
    {
        foreach (var question in questions.Where(question => question.Field != "/text"))
        {
            var steps = question.Field.Split('/');
            var list = steps.Length > 1 ? Array.IndexOf(Lists, steps[1]) : -1;
            if (list < 0 && steps[1] != "topics") yield return question;
            if (list < 0 || steps.Length < 3 || !int.TryParse(steps[2], out var old)) continue;
            var at = (list switch { 0 => dates, 1 => cities, _ => bodies }).IndexOf(old);
            if (at >= 0) yield return question with { Field = string.Join('/', [.. steps[..2], at.ToString(System.Globalization.CultureInfo.InvariantCulture), .. steps[3..]]) };
        }
    }

    private static bool Within(ImmutableArray<int> place, TextSpan span) => span.Contains(new TextSpan(place[0], place[1]));
}
