using Extract.Learn;
using Extract.Learn.Judging;
using Extract.Read;
using Extract.Resolve.Dates;
using Extract.Split;
using Extract.Tag;
using Extract.Tag.Dates;
using Extract.Tag.Labels;
using Extract.Trained;

namespace Extract.Tests.Resolve.Dates;

/// <summary>Gold texts as labelled documents, in folds of whole sources, for figures of dates alone: gold announcements, the pipeline's reader and tagger.</summary>
internal static class DateFolds
{
    private static readonly ITagger[] Taggers = [new DateTagger(), new LabelTagger(LabelRules.DateRoles)];

    public static IReadOnlyList<LabelledDocument> Load(string folder) => [.. Gold.Load(folder).Where(gold => gold.Text is not null).Select(Label)];

    public static LabelledDocument Label(GoldDocument gold)
    {
        var source = new Source { Id = gold.Id, Uri = gold.Url, Text = gold.Text, Bytes = default, MediaType = "text/plain", Sha256 = "", Published = gold.Published };
        var document = new PlainTextReader().Read(source, default)!.Document!;
        var tagged = TaggedDocument.Of(document, Taggers);
        var page = new Page(tagged);
        var announcements = gold.Announcements.Select(labelled =>
        {
            var span = labelled.Span!.Value;
            var title = labelled.Title is { Length: > 0 } words ? gold.Text!.IndexOf(words, span.Start, span.Length, StringComparison.Ordinal) : -1;
            var whole = gold.Announcements.Length == 1 && span.Length > document.Text.Length * 0.8;
            return Announcements.Of(page, span, title < 0 ? new(span.Start, span.Start) : new(title, title + labelled.Title!.Length), whole, 1);
        });
        return new(gold, document, tagged.Tokens, tagged.Mentions, [.. announcements]);
    }

    /// <summary>The figures of documents, each judged with models that have not seen its source; without folds, with the given models.</summary>
    public static Scores Score(IReadOnlyList<LabelledDocument> documents, int folds, ModelSet? models = null)
    {
        var fold = Folds.Of([.. documents.Select(document => document.Gold)], Math.Max(folds, 1));
        var found = new Dictionary<string, List<JudgedAnnouncement>>(StringComparer.Ordinal);
        for (var f = 0; f < Math.Max(folds, 1); f++)
        {
            var resolver = new DateResolver(models ?? Learn([.. documents.Where((_, i) => fold[i] != f)]));
            foreach (var document in documents.Where((_, i) => fold[i] == f)) found[document.Gold.Id] = Found(document, resolver);
        }
        return Judge.Score([.. documents.Select(document => FromGold.Document(document.Gold))], found);
    }

    /// <summary>Of labels without a year in their words, how many readings at the same place have the right days, and how many there are.</summary>
    public static (int Right, int All) InferredYears(IReadOnlyList<LabelledDocument> documents, int folds)
    {
        var (right, all, fold) = (0, 0, Folds.Of([.. documents.Select(document => document.Gold)], folds));
        for (var f = 0; f < folds; f++)
        {
            var readings = new Readings(Learn([.. documents.Where((_, i) => fold[i] != f)]).Find(DateResolver.YearModel), new());
            foreach (var document in documents.Where((_, i) => fold[i] == f))
                for (var i = 0; i < document.Announcements.Length; i++)
                {
                    var context = document.Context(i);
                    var read = readings.Of(context, new(context));
                    foreach (var label in document.Gold.Announcements[i].Dates.Where(label => label.YearInferred == true))
                    {
                        if (read.FirstOrDefault(reading => reading.Mention.Span == label.Span) is not { } found) continue;
                        all++;
                        if (found.From == label.From && found.To == label.To) right++;
                    }
                }
        }
        return (right, all);
    }

    public static ModelSet Learn(IReadOnlyList<LabelledDocument> documents) => new(new DateRoleLearner().Learn(documents));

    private static List<JudgedAnnouncement> Found(LabelledDocument document, DateResolver resolver) => [.. Enumerable.Range(0, document.Announcements.Length).Select(i => new JudgedAnnouncement
    {
        Title = document.Announcements[i].Title,
        Span = document.Announcements[i].Span,
        Words = new(document.Announcements[i].Span.Of(document.Document.Text)),
        Dates = JudgedValue.Merge(JudgedKind.Dates, resolver.Resolve(document.Context(i)).Select(candidate => Value(candidate.Finding, candidate.Probability))),
    })];

    private static JudgedValue Value(DateFinding date, double probability) => new()
    {
        Text = date.Text,
        Role = date.Role,
        From = date.From,
        To = date.To,
        YearInferred = date.YearInferred,
        Inherited = date.Inherited ?? false,
        Confidence = probability,
        Places = [.. (date.Span is { } span ? new[] { span } : []).Concat((date.Also ?? []).Select(place => new TextSpan(place[0], place[1])))],
    };
}
