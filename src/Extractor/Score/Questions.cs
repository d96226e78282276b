using System.Collections.Immutable;
using Extract.Resolve;

namespace Extract.Score;

/// <summary>What a reviewer is asked about an announcement: the resolvers' own questions where the confidence is low, and the required fields that are in doubt.</summary>
/// <param name="record">The record.</param>
/// <param name="doubts">What the settings judge by.</param>
/// <param name="fields">The required fields with their probabilities.</param>
/// <param name="settings">The settings.</param>
/// <param name="needed">The confidence that would have been enough.</param>
internal sealed class Questions(Record record, Doubts doubts, ImmutableArray<(string Name, double Probability)> fields, ScoreSettings settings, double needed)
{
    /// <summary>What resolvers know to ask of their findings, each with the finding's confidence.</summary>
    public static ImmutableArray<OwnQuestion> Own(ScoredFindings scored) =>
        [.. Own("/dates", scored.Findings.Dates, scored.Dates), .. Own("/cities", scored.Findings.Cities, scored.Cities), .. Own("/organizations", scored.Findings.Organizations, scored.Organizations)];

    /// <summary>The questions.</summary>
    public ImmutableArray<Question> All(bool isAccepted)
    {
        var questions = ImmutableArray.CreateBuilder<Question>();
        questions.AddRange(doubts.Own.Where(own => own.Confidence < settings.AskOfFindingsBelow).Select(own => own.Question));
        if (isAccepted) return questions.ToImmutable();
        foreach (var (name, _) in fields.Where(field => field.Probability < settings.AskBelow))
            if (!IsAsked(name, questions) && Required(name) is { } question) questions.Add(question);
        // Nothing stands out, and yet it waits: a person must know for what.
        if (questions.Count == 0 && fields.MinBy(field => field.Probability) is { Name: { } least }) questions.Add(NotSureEnough(least));
        return questions.ToImmutable();
    }

    private static IEnumerable<OwnQuestion> Own<T>(string path, ImmutableArray<Candidate<T>> candidates, ImmutableArray<T> scored) where T : Finding
    {
        for (var i = 0; i < candidates.Length; i++)
            if (candidates[i].Question is { } question) yield return new(question with { Field = $"{path}/{i}/{question.Field.TrimStart('/')}" }, scored[i].Confidence);
    }

    // Every date of the field has its own question already: the same need not be asked again.
    private bool IsAsked(string name, ImmutableArray<Question>.Builder questions)
    {
        var dates = Enumerable.Range(0, record.Dates.Length).Where(i => name.StartsWith("dates.", StringComparison.Ordinal) && RequiredField.Counts(name, record.Dates[i].Role)).ToArray();
        return dates.Length > 0 && dates.All(i => questions.Any(question => question.Field == string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/dates/{i}/from")));
    }

    private Question? Required(string name) => name switch
    {
        "dates.event" => new("/dates", Ask("When does it take place", Words(name, record.Dates)), Words(name, record.Dates)),
        "dates.deadline" => new("/dates", Ask("What is the deadline", Words(name, record.Dates)), Words(name, record.Dates)),
        "cities.venue" => new("/cities", Ask("In which city does it take place", Words(name, record.Cities)), Words(name, record.Cities)),
        "organizations.organizer" => new("/organizations", Ask("Who organizes it", Words(name, record.Organizations)), Words(name, record.Organizations)),
        "eventType" => new("/eventType", $"Is it of the type «{record.EventType.Label}»?", []),
        "topics" => new("/topics", "Are these its topics?", []),
        _ => null,
    };

    private Question NotSureEnough(string least)
    {
        var question = Required(least)!;
        return question with { Ask = Messages.NotSureEnough(question.Ask, fields, record.Confidence, needed), Choices = [] };
    }

    private static ImmutableArray<string> Words<T>(string field, ImmutableArray<T> findings) where T : Finding =>
        [.. findings.Where(finding => RequiredField.Counts(field, finding.Role)).Select(finding => finding.Text)];

    private static string Ask(string question, ImmutableArray<string> words) =>
        words.IsEmpty ? $"{question}? Nothing was found with enough certainty." : $"{question}: {string.Join("; ", words)}?";
}
