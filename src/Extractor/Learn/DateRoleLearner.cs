using Extract.Resolve.Dates;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>
/// Learns what dates are to an announcement (<see cref="DateResolver.RoleModel"/>) and which years their words leave out
/// (<see cref="DateResolver.YearModel"/>). A mention has the role of the label on its words, else of the label of its days, else none.
/// </summary>
internal sealed class DateRoleLearner : ILearner
{
    private const float RoleL2 = 0.7f, YearL2 = 1f;
    private static readonly DateWords Words = new();

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, LinearModel>> Learn(IReadOnlyList<LabelledDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var years = LogisticTrainer.Fit(Years(documents), YearL2);
        if (years is not null) yield return new(DateResolver.YearModel, years);
        if (LogisticTrainer.Fit(Roles(documents, years), RoleL2) is { } roles) yield return new(DateResolver.RoleModel, roles);
    }

    private static Examples Years(IReadOnlyList<LabelledDocument> documents)
    {
        var (examples, features) = (new Examples(), new FeatureVector(named: true));
        foreach (var (document, index) in Each(documents))
        {
            var context = document.Context(index);
            var dates = new DocumentDates(context);
            foreach (var mention in context.Inside(MentionKind.Date))
            {
                if (mention.Value is not DateValue { From: { Year: null, Month: not null } } value) continue;
                if (Labels(document, index).FirstOrDefault(label => Same(label, mention.Span)) is not { From: { } right }) continue;
                var tense = YearFeatures.Tense(document.Tokens, mention.Span, Words);
                foreach (var year in YearInference.Candidates(dates, mention.Span))
                {
                    if (Calendar.DaysIn(value, year) is not var (from, to)) continue;
                    YearFeatures.Write(dates, context.Tokens, mention, value, (from, to), tense, features);
                    examples.Add(features, from == right);
                }
            }
        }
        return examples;
    }

    private static Examples Roles(IReadOnlyList<LabelledDocument> documents, LinearModel? years)
    {
        var (examples, features, read) = (new Examples(), new FeatureVector(named: true), new Readings(years, Words));
        foreach (var (document, index) in Each(documents))
        {
            var context = document.Context(index);
            var dates = new DocumentDates(context);
            var readings = read.Of(context, dates);
            var writer = new DateFeatures(context, dates, readings, Words);
            for (var i = 0; i < readings.Count; i++)
            {
                writer.Write(i, features);
                examples.Add(features, RoleOf(document, index, readings[i]));
            }
        }
        return examples;
    }

    private static IEnumerable<(LabelledDocument Document, int Index)> Each(IReadOnlyList<LabelledDocument> documents) =>
        documents.SelectMany(document => Enumerable.Range(0, document.Announcements.Length).Select(index => (document, index)));

    private static System.Collections.Immutable.ImmutableArray<GoldLabel> Labels(LabelledDocument document, int index) => document.Gold.Announcements[index].Dates;

    private static string RoleOf(LabelledDocument document, int index, Reading reading) =>
        (Labels(document, index).FirstOrDefault(label => Same(label, reading.Mention.Span))
            ?? Labels(document, index).FirstOrDefault(label => label.From == reading.From && label.To == reading.To))?.Role ?? DateRoles.None;

    // Half of the longer span at least: "May" is not "7 May 2018".
    private static bool Same(GoldLabel label, TextSpan span) => label.Span is { } labelled && labelled.Overlaps(span) &&
        2 * (Math.Min(labelled.End, span.End) - Math.Max(labelled.Start, span.Start)) >= Math.Max(labelled.Length, span.Length);
}
