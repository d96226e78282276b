using System.Collections.Immutable;
using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>
/// Decides which days an announcement's date mentions mean and what they are to it: years are inferred, relative words counted, roles told apart, one
/// entry a value and role. Pure and thread-safe; without models it rests on the weights of <see cref="DateRoles"/> and <see cref="YearRules"/>.
/// </summary>
public sealed class DateResolver
{
    /// <summary>The model of roles.</summary>
    public const string RoleModel = "dates.role";
    /// <summary>The model of years.</summary>
    public const string YearModel = "dates.year";

    private const double MostNone = 0.4; // a mention more likely to date nothing gives no entry

    // Eight dates of ten in the training texts are events, fewer elsewhere: an event must be twice as likely as another role.
    private const double EventShare = 0.5;

    // What strong words beside a date add to the log odds of their role: most of the texts that are learned from have few deadlines.
    private const double StrongCue = 2;

    // What cannot be, a weekday that is another one, and what the page's markup says otherwise are asked about.
    private const double MostOfImpossible = 0.1, MostOfContradicted = 0.6;

    private static readonly DateWords Words = new();
    private readonly LinearModel _roles;
    private readonly string[] _classes;
    private readonly int _event, _deadline, _publication, _other;
    private readonly Readings _readings;
    private readonly DateReasons _reasons;

    /// <summary>A resolver by the given models.</summary>
    public DateResolver(ModelSet models)
    {
        ArgumentNullException.ThrowIfNull(models);
        _roles = models.Find(RoleModel) ?? DateRoles.Rules;
        _classes = [.. _roles.Classes];
        (_event, _deadline, _publication, _other) = (Index("event"), Index("deadline"), Index("publication"), Index("other"));
        _readings = new(models.Find(YearModel), Words);
        _reasons = new(models.Find(YearModel) ?? YearRules.Model, _roles, Words);
    }

    /// <summary>The dates of an announcement, one candidate a value and role, in order of place; those of headings above only where it has no event date of its own.</summary>
    public ImmutableArray<Candidate<DateFinding>> Resolve(ResolveContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var dates = new DocumentDates(context);
        var readings = _readings.Of(context, dates);
        var stated = MarkupWitness.Of(context);
        var decisions = Decide(context, new DateFeatures(context, dates, readings, Words), readings, stated);
        var own = Postponed.Sort(decisions.Where(decision => !decision.Reading.Inherited));
        if (!own.Exists(decision => decision.Role == "event"))
            own.AddRange(decisions.Where(decision => decision.Reading.Inherited && decision.Role == "event"));
        var entries = Entries(own);
        var candidates = entries.Select(entry => Candidate(context, entry, entries, stated)).ToList();
        if (!own.Exists(decision => decision.Role == "event") && MarkupDates.Of(stated) is { } only) candidates.Add(only);
        return [.. candidates.OrderBy(candidate => candidate.Finding.Start ?? int.MaxValue)];
    }

    /// <summary>Which days and roles each date of an announcement may have, with what speaks for them: for people.</summary>
    public ImmutableArray<DateReason> Explain(ResolveContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var dates = new DocumentDates(context);
        var stated = MarkupWitness.Of(context);
        return _reasons.Of(context, dates, _readings.Of(context, dates), (reading, strongly, probabilities) => HearStated(context, reading, strongly, stated, probabilities));
    }

    private List<Decision> Decide(ResolveContext context, DateFeatures features, IReadOnlyList<Reading> readings, IReadOnlyList<MarkupEvent> stated)
    {
        var (vector, decisions) = (new FeatureVector(), new List<Decision>());
        Span<double> probabilities = stackalloc double[_roles.Classes.Count];
        for (var i = 0; i < readings.Count; i++)
        {
            features.Write(i, vector);
            _roles.Probabilities(vector, probabilities);
            HearStated(context, readings[i], features.Strongly(i), stated, probabilities);
            if (Decide(readings[i], probabilities) is { } decision) decisions.Add(decision);
        }
        return decisions;
    }

    // What is stated, and not learned: strong words beside it, the form of a line, and the page's markup.
    private void HearStated(ResolveContext context, Reading reading, string? strongly, IReadOnlyList<MarkupEvent> stated, Span<double> probabilities)
    {
        if (strongly is "deadline" or "other") MarkupWitness.Raise(probabilities, strongly == "other" ? _other : _deadline, StrongCue);
        if (FormWitness.IsPublication(context, reading)) MarkupWitness.Raise(probabilities, _publication, FormWitness.IsHead(context, reading) ? FormWitness.Head : FormWitness.Publication);
        else if (FormWitness.IsAhead(context, reading)) MarkupWitness.Raise(probabilities, _publication, FormWitness.Ahead);
        if (WorkStart.Is(context, reading, Words)) MarkupWitness.Raise(probabilities, _other, WorkStart.Other);
        if (MarkupDates.Agreement(reading.From, reading.To, stated) is > 0 and var agreement) MarkupWitness.Raise(probabilities, _event, agreement);
    }

    private Decision? Decide(Reading reading, Span<double> probabilities)
    {
        var (best, second, none) = (-1, 0.0, 0.0);
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (_classes[i] == DateRoles.None) { none = probabilities[i]; continue; }
            if (best < 0 || Weight(i, probabilities) > Weight(best, probabilities)) (best, second) = (i, best < 0 ? 0 : probabilities[best]);
            else second = Math.Max(second, probabilities[i]);
        }
        return best < 0 || none >= MostNone ? null : new(reading, _classes[best], probabilities[best], none, probabilities[best] - Math.Max(second, none));
    }

    private int Index(string role) => Array.IndexOf(_classes, role);

    private double Weight(int role, Span<double> probabilities) => probabilities[role] * (role == _event ? EventShare : 1);

    // One entry a value: its places in order, and the role that the surest of them has. A value twice in different roles is rare (3 in 1,259).
    private static List<ImmutableArray<Decision>> Entries(List<Decision> decisions) =>
        [.. decisions.GroupBy(decision => (decision.Reading.Days, decision.Reading.Value.Impossible, decision.Reading.YearUnknown)).Select(group => Ordered(group))];

    private static ImmutableArray<Decision> Ordered(IEnumerable<Decision> group)
    {
        var places = group.OrderBy(decision => decision.Reading.Inherited).ThenBy(decision => decision.Reading.Mention.Span.Start).ToArray();
        var role = places.GroupBy(decision => decision.Role).MaxBy(same => same.Max(decision => decision.Probability))!;
        return [places[0] with { Role = role.Key, Probability = role.Max(decision => decision.Probability), None = places.Min(decision => decision.None), Margin = role.Max(decision => decision.Margin) }, .. places[1..]];
    }

    private static Candidate<DateFinding> Candidate(ResolveContext context, ImmutableArray<Decision> entry, List<ImmutableArray<Decision>> entries, IReadOnlyList<MarkupEvent> stated)
    {
        var (decision, reading) = (entry[0], entry[0].Reading);
        var sameRole = entries.Count(other => other[0].Role == decision.Role);
        bool? markup = context.Document.MarkupEvents.IsEmpty ? null : context.Document.MarkupEvents.Any(each => each.Start == reading.From);
        var features = DateConfidence.Of(decision, entry.Length, sameRole, entries.Count, markup, context.Named);
        if (decision.Role == "event") MarkupWitness.Note(features, MarkupDates.Says(reading.From, reading.To, stated));
        var contradiction = decision.Role == "event" && !reading.HasNoDay ? MarkupDates.Contradiction(reading, reading.Mention.Span.Of(context.Document.Text), [.. entries.Select(other => other[0].Reading)], stated) : null;
        return new(Finding(context, decision, entry, stated, Timed(entry, entries)), decision.Probability * reading.Probability, features, DateQuestions.Of(reading, context.Document.Text) ?? contradiction)
        {
            MostConfidence = reading.HasNoDay ? MostOfImpossible : reading.Weekday == WeekdayCheck.Contradicts || reading.MarkupSays is not null || contradiction is not null ? MostOfContradicted : 1,
        };
    }

    // The first place that says a time; of the days of one conference only its own words do: what stands further down is the time of one session.
    private static DateValue? Timed(ImmutableArray<Decision> entry, List<ImmutableArray<Decision>> entries)
    {
        var places = IsOneOfSeveral(entry[0].Reading, entries) ? entry[..1] : entry;
        return places.Select(place => place.Reading.Value).FirstOrDefault(value => value.FromTime is not null);
    }

    private static bool IsOneOfSeveral(Reading reading, List<ImmutableArray<Decision>> entries) => entries.Exists(other => other[0] is { Role: "event", Reading: var day }
        && day.Days != reading.Days && (day.Covers(reading) || day.To.AddDays(1) == reading.From || reading.To.AddDays(1) == day.From));

    private static DateFinding Finding(ResolveContext context, Decision decision, ImmutableArray<Decision> entry, IReadOnlyList<MarkupEvent> stated, DateValue? timed)
    {
        var reading = decision.Reading;
        var (isEvent, isDeadline) = (decision.Role == "event", decision.Role == "deadline");
        var said = isEvent ? MarkupDates.Timed(reading.From, timed?.FromTime, stated) : null;
        var finding = new DateFinding
        {
            Text = reading.Mention.Span.Of(context.Document.Text),
            Start = reading.Mention.Span.Start,
            End = reading.Mention.Span.End,
            // What cannot be has no day, until a person says which one is meant.
            From = reading.HasNoDay || (isEvent && reading.Value.OpenStart) ? null : isDeadline ? reading.To : reading.From,
            To = reading.HasNoDay || (isEvent && reading.Value.OpenEnd) ? null : reading.To,
            FromTime = timed?.FromTime ?? said?.FromTime,
            ToTime = timed?.ToTime ?? said?.ToTime,
            TimeZone = timed?.TimeZone ?? said?.TimeZone,
            Recurrence = isEvent ? MarkupDates.Recurrence(reading.From, stated) : null,
            Role = decision.Role,
            Label = isDeadline ? DeadlineLabels.Of(context.Tokens, reading.Mention.Span, Words) : null,
            YearInferred = reading.YearInferred,
            By = reading.Mention.Evidence.By,
            Inherited = reading.Inherited || reading.Value.Completed is not null ? true : null,
            Also = entry.Length == 1 ? null : [.. entry[1..].Select(place => ImmutableArray.Create(place.Reading.Mention.Span.Start, place.Reading.Mention.Span.End))],
        };
        return isEvent && finding.Recurrence is null && Recurrences.Beside(context, reading.Mention.Span) is { } pattern ? Recurrences.Series(finding, pattern) : finding;
    }
}
