using System.Collections.Immutable;
using System.Globalization;
using Extract.Publish;
using Extract.Read;
using Extract.Resolve;
using Extract.Split;
using Extract.Tag;
using Extract.Text;

namespace Extract.Commands.Explaining;

/// <summary>A table of what a stage made.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="About">What the rows are.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows.</param>
internal sealed record Section(string Stage, string About, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>How it is to be read, or null.</summary>
    public string? Note { get; init; }
}

/// <summary>What each stage made of one document.</summary>
/// <param name="Tagged">The document with its mentions, or null where it could not be read.</param>
/// <param name="Sections">The tables, in order of the path.</param>
/// <param name="Fault">Why it goes no further, or null.</param>
/// <param name="Reading">How it was read.</param>
internal sealed record Explanation(TaggedDocument? Tagged, ImmutableArray<Section> Sections, Fault? Fault = null, ReadSettings? Reading = null)
{
    /// <summary>Takes a source through the stages.</summary>
    public static Explanation Of(Pipeline pipeline, Source source, CancellationToken cancellation)
    {
        var fetched = Fetched(source);
        var possible = pipeline.Process(source, cancellation, Stage.Resolve);
        if (possible.Document is not { } document) return new(null, [fetched, .. Unread(possible.Dropped)], possible.Fault);
        if (possible.Tagged is not { } tagged) return new(null, [fetched, Read(document)], possible.Fault);
        var outcome = pipeline.Score(possible);
        var (split, findings, records) = (new SplitResult(possible.Announcements, outcome.Dropped), possible.Findings, outcome.Records);
        return new(tagged,
        [
            fetched, Read(document), .. Markup(document), Blocks(document), Mentions(tagged), Announcements(document, split), DroppedSpans(document, split),
            .. findings.Zip(pipeline.Cities(tagged, split.Announcements)).SelectMany(pair => FindingTables.Of(tagged, pair.First, pair.Second)), .. pipeline.ExplainDates(tagged, split.Announcements).Index().Select(pair => FindingTables.Dates(tagged, split.Announcements[pair.Index], pair.Item)),
            .. WhyTables.Roles(split.Announcements, pipeline.ExplainRoles(tagged, split.Announcements)), .. WhyTables.Labels(split.Announcements, pipeline.ExplainLabels(tagged, split.Announcements)),
            .. Announce(pipeline, findings, !records.IsEmpty), Records(records), FindingTables.Scores(records), .. WhyTables.Scores(records, pipeline.ExplainScores(outcome.Findings)), Questions(records),
        ]);
    }

    private static Section Fetched(Source source) => new("fetch", "the source", ["id", "uri", "media type", "bytes", "published", "sha256"],
        [[source.Id, source.Uri ?? "", source.MediaType, Number(source.Bytes.Length), Day(source.Published), source.Sha256[..12]]]);

    private static IEnumerable<Section> Unread(ImmutableArray<Dropped> dropped) => dropped.IsEmpty ? [] : [new("read", "dropped", ["why"], [.. dropped.Select(each => Row(each.Why))])];

    private static Section Read(Document document) => new("read", "the document", ["title", "published", "language", "characters", "links", "events in markup"],
        [[document.Title ?? "", Day(document.Published), document.Language ?? "", Number(document.Text.Length), Number(document.Links.Length), Number(document.MarkupEvents.Length)]]);

    private static IEnumerable<Section> Markup(Document document) => document.MarkupEvents.IsEmpty && document.IgnoredMarkup.IsEmpty ? [] :
        [new("read", "events in markup", ["by", "name", "first day", "last day", "city", "country", "organizer"],
        [
            .. document.MarkupEvents.Select(stated => Row(stated.By, Cut(stated.Name), Day(stated.Start), Day(stated.End), stated.City ?? stated.Location ?? "", stated.Country ?? "", stated.Organizer ?? "")),
            .. document.IgnoredMarkup.Select(why => Row("ignored", Cut(why), "", "", "", "", "")),
        ])];

    private static Section Blocks(Document document) => new("read", "its blocks", ["kind", "level", "group", "at", "words"],
        [.. document.Blocks.Select(block => Row(block.Kind.ToString(), Number(block.Level), Number(block.Group), At(block.Span), Cut(block.Span.Of(document.Text))))]);

    private static Section Mentions(TaggedDocument tagged) => new("tag", "mentions", ["kind", "at", "words", "read as", "by", "trust"],
        [.. tagged.Mentions.Select(mention => Row(mention.Kind.ToString(), At(mention.Span), Cut(mention.Span.Of(tagged.Document.Text)),
            MentionWords.Of(mention.Value), mention.Evidence.By, Share(mention.Evidence.Trust)))]);

    private static Section Announcements(Document document, SplitResult split) => new("split", "announcements", ["number", "at", "title", "confidence", "anchor", "begins"],
        [.. split.Announcements.Index().Select(pair => Row(Number(pair.Index + 1), At(pair.Item.Span), pair.Item.Title, Share(pair.Item.Confidence), Cut(pair.Item.Anchor),
            Cut(pair.Item.Span.Of(document.Text))))]);

    private static IEnumerable<Section> Announce(Pipeline pipeline, ImmutableArray<Findings> possible, bool kept) => possible is not [var one] ? [] :
        [new("score", "whether it announces something", ["title", "by its words", "with what was found", ""],
            [Row(Cut(one.Announcement.Title), Share(one.Announcement.Confidence), Share(pipeline.Announces(one)), kept ? "kept" : "dropped")])];

    private static Section DroppedSpans(Document document, SplitResult split) => new("split", "dropped", ["at", "why", "words"],
        [.. split.Dropped.Select(drop => Row(drop.Span is { } span ? At(span) : "all", drop.Why, drop.Span is { } words ? Cut(words.Of(document.Text)) : ""))]);

    private static Section Records(ImmutableArray<Record> records) => new("score", "records", ["number", "id", "title", "status", "confidence", "questions"],
        [.. records.Index().Select(pair => Row(Number(pair.Index + 1), pair.Item.Id, pair.Item.Title, pair.Item.Status, Share(pair.Item.Confidence), Number(pair.Item.Questions.Length)))]);

    private static Section Questions(ImmutableArray<Record> records) => new("score", "questions", ["number", "field", "question", "choices"],
        [.. records.Index().SelectMany(pair => pair.Item.Questions.Select(question => Row(Number(pair.Index + 1), question.Field, question.Ask, string.Join(" | ", question.Choices))))]);

    internal static ImmutableArray<string> Row(params string[] cells) => [.. cells];

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Share(double share) => share.ToString("0.00##", CultureInfo.InvariantCulture);

    internal static string Day(DateOnly? day) => Iso.Day(day) ?? "";

    internal static string At(TextSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.Start}–{span.End}");

    /// <summary>The first words, on one line.</summary>
    internal static string Cut(string words, int most = 80)
    {
        var line = WhiteSpace.Collapse(words);
        return line.Length <= most ? line : line[..(most - 1)] + "…";
    }
}
