using System.Collections.Immutable;
using Extract.Resolve;

namespace Extract.Score;

/// <summary>What a reviewer is asked about an announcement: the resolvers' own questions where the confidence is low, and the required fields that are in doubt.</summary>
internal static class Questions
{
    public static ImmutableArray<Question> Of(ScoredFindings scored, ScoreSettings settings)
    {
        var questions = ImmutableArray.CreateBuilder<Question>();
        AddOwn(questions, "/dates", scored.Findings.Dates, scored.Dates, settings);
        AddOwn(questions, "/cities", scored.Findings.Cities, scored.Cities, settings);
        AddOwn(questions, "/organizations", scored.Findings.Organizations, scored.Organizations, settings);
        if (scored.Accepted) return questions.ToImmutable();
        foreach (var (name, probability) in scored.Fields.Where(field => field.Probability < settings.AskBelow))
            if (!IsAsked(name, scored, questions) && Required(name, scored) is { } question) questions.Add(question);
        // Nothing stands out, and yet it waits: a person must know for what.
        if (questions.Count == 0 && scored.Fields.MinBy(field => field.Probability) is { Name: { } least }) questions.Add(NotSureEnough(least, scored));
        return questions.ToImmutable();
    }

    // Every date of the field has its own question already: the same need not be asked again.
    private static bool IsAsked(string name, ScoredFindings scored, ImmutableArray<Question>.Builder questions)
    {
        var dates = Enumerable.Range(0, scored.Dates.Length).Where(i => name.StartsWith("dates.", StringComparison.Ordinal) && RequiredField.Counts(name, scored.Dates[i].Role)).ToArray();
        return dates.Length > 0 && dates.All(i => questions.Any(question => question.Field == string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/dates/{i}/from")));
    }

    private static void AddOwn<T>(
        ImmutableArray<Question>.Builder questions, string path, ImmutableArray<Candidate<T>> candidates, ImmutableArray<T> scored, ScoreSettings settings) where T : Finding
    {
        for (var i = 0; i < candidates.Length; i++)
            if (candidates[i].Question is { } question && scored[i].Confidence < settings.AskOfFindingsBelow)
                questions.Add(question with { Field = $"{path}/{i}/{question.Field.TrimStart('/')}" });
    }

    private static Question? Required(string name, ScoredFindings scored) => name switch
    {
        "dates.event" => new("/dates", Ask("When does it take place", Words(name, scored.Dates)), Words(name, scored.Dates)),
        "dates.deadline" => new("/dates", Ask("What is the deadline", Words(name, scored.Dates)), Words(name, scored.Dates)),
        "cities.venue" => new("/cities", Ask("In which city does it take place", Words(name, scored.Cities)), Words(name, scored.Cities)),
        "organizations.organizer" => new("/organizations", Ask("Who organizes it", Words(name, scored.Organizations)), Words(name, scored.Organizations)),
        "eventType" => new("/eventType", $"Is it of the type «{scored.EventType.Label}»?", []),
        "topics" => new("/topics", "Are these its topics?", []),
        _ => null,
    };

    private static Question NotSureEnough(string least, ScoredFindings scored)
    {
        var question = Required(least, scored)!;
        return question with { Ask = Messages.NotSureEnough(question.Ask, scored.Fields, scored.Confidence, scored.Needed), Choices = [] };
    }

    private static ImmutableArray<string> Words<T>(string field, ImmutableArray<T> findings) where T : Finding =>
        [.. findings.Where(finding => RequiredField.Counts(field, finding.Role)).Select(finding => finding.Text)];

    private static string Ask(string question, ImmutableArray<string> words) =>
        words.IsEmpty ? $"{question}? Nothing was found with enough certainty." : $"{question}: {string.Join("; ", words)}?";
}
