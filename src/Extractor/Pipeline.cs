using System.Collections.Immutable;
using Extract.Read;
using Extract.Resolve;
using Extract.Score;
using Extract.Split;
using Extract.Tag;
using Extract.Tag.Dates;
using Extract.Tag.Labels;
using Extract.Tag.Organizations;
using Extract.Tag.Places;
using Extract.Text;
using Extract.Trained;

namespace Extract;

/// <summary>
/// The path of one document from read to score: pure, without clock, randomness, I/O or log, and safe to share between threads. The same source,
/// settings, rules and models give the same records.
/// </summary>
public sealed class Pipeline
{
    private readonly Readers _readers;
    private readonly ImmutableArray<ITagger> _taggers;
    private readonly Splitter _splitter;
    private readonly Resolver _resolver;
    private readonly Announcing _announcing;
    private readonly Scorer _scorer;
    private readonly Acceptance _acceptance;
    private readonly TagSettings _limits;
    private readonly MadeBy _madeBy;

    /// <summary>A pipeline by the given settings and models; rules and gazetteers are loaded once, here.</summary>
    /// <param name="models">The models.</param>
    /// <param name="reading">How sources are read.</param>
    /// <param name="scoring">What is accepted.</param>
    /// <param name="fingerprint">The hash of all that a record depends on beside its document.</param>
    /// <param name="tagging">What is looked for, with full paths of the user's own files; null for what the settings have where nothing is said.</param>
    /// <param name="named">Keep the names of features: for training and for people who ask why.</param>
    public Pipeline(ModelSet models, ReadSettings reading, ScoreSettings scoring, string fingerprint, TagSettings? tagging = null, bool named = false)
    {
        _readers = new(reading);
        var places = new PlaceTagger(Gazetteer.Shared, tagging?.Places is { } file ? new OwnPlacesFile(Gazetteer.Shared).Load(file) : null);
        _taggers = Taggers(models, places, tagging?.Organizations);
        _splitter = new(models);
        _resolver = new(models, places, tagging?.Persons == true, named);
        _announcing = new(models);
        _scorer = new(models, scoring);
        LeastError = models.Acceptance.LeastError;
        _madeBy = new(typeof(Pipeline).Assembly.GetName().Version!.ToString(3), fingerprint);
        _acceptance = new(_scorer, scoring, _madeBy);
        _limits = tagging ?? new();
    }

    /// <summary>The hash of all that a record depends on beside its document; stands in every record.</summary>
    public string Fingerprint => _madeBy.Fingerprint;

    /// <summary>The least <c>acceptError</c> at which the models let anything pass without a person.</summary>
    public double LeastError { get; }

    /// <summary>Who finds mentions, in order: a tagger sees what those before it found.</summary>
    private static ImmutableArray<ITagger> Taggers(ModelSet models, PlaceTagger places, string? ownOrganizations)
    {
        // Their rules are compiled side by side: the first record waits for all of them. A file that is wrong is told here and not with every document.
        Task<object>[] others = [Task.Run<object>(RuleClaims.Load), Task.Run<object>(() => LabelRules.Status), Task.Run<object>(() => LabelRules.Announces), Task.Run<object>(() => LabelRules.DateRoles)];
        var dates = Task.Run(() => new DateTagger());
        var organizations = Task.Run(() => new OrganizationTagger(models, ownOrganizations is null ? null : OwnOrganizationsFile.Load(ownOrganizations)));
        var labels = LabelTagger.Of(models);
        foreach (var other in others) other.GetAwaiter().GetResult();
        return [dates.GetAwaiter().GetResult(), places, organizations.GetAwaiter().GetResult(), .. labels];
    }

    /// <summary>Source → records: the whole path, or the part of it up to a stage.</summary>
    public DocumentOutcome Process(Source source, CancellationToken cancellation, Stage until = Stage.Score, IStageWatch? watch = null)
    {
        var read = In(watch, Stage.Read, () => Read(source, cancellation));
        if (read.Document is not { } document) return new(null, [], read.Dropped is { } dropped ? [dropped] : [], read.Fault);
        var outcome = Made(watch, Stage.Read, new(document, [], []));
        return until == Stage.Read ? outcome : Process(document, until, watch);
    }

    /// <summary>The same from a document on that was read before.</summary>
    public DocumentOutcome Process(Document document, Stage until = Stage.Score, IStageWatch? watch = null)
    {
        var (tagged, tooMuch) = In(watch, Stage.Tag, () => TagWithin(document));
        if (tagged is null) return new(document, [], [], tooMuch);
        var outcome = Made(watch, Stage.Tag, new(document, [], []) { Tagged = tagged });
        return until == Stage.Tag ? outcome : Process(tagged, until, watch);
    }

    /// <summary>The same from mentions on. This and the two above are the one place that joins the stages.</summary>
    public DocumentOutcome Process(TaggedDocument tagged, Stage until = Stage.Score, IStageWatch? watch = null)
    {
        ArgumentNullException.ThrowIfNull(tagged);
        var split = In(watch, Stage.Split, () => Split(tagged));
        var outcome = Made(watch, Stage.Split, new(tagged.Document, [], split.Dropped) { Tagged = tagged, Announcements = split.Announcements });
        if (until == Stage.Split) return outcome;
        outcome = Made(watch, Stage.Resolve, outcome with { Findings = In(watch, Stage.Resolve, () => Resolve(tagged, split.Announcements)) });
        return until == Stage.Resolve ? outcome : Made(watch, Stage.Score, In(watch, Stage.Score, () => Score(outcome)));
    }

    /// <summary>The last stage, of what was taken up to resolve: what announces nothing, now that it is known what was found in it, is dropped; the rest becomes records.</summary>
    public DocumentOutcome Score(DocumentOutcome resolved)
    {
        ArgumentNullException.ThrowIfNull(resolved);
        var (findings, silent) = _announcing.Part(resolved.Findings);
        return resolved with
        {
            Announcements = [.. findings.Select(one => one.Announcement)],
            Findings = findings,
            Dropped = [.. resolved.Dropped, .. silent],
            Judged = Judge(resolved.Document!, findings),
        };
    }

    private static DocumentOutcome Made(IStageWatch? watch, Stage stage, DocumentOutcome outcome)
    {
        watch?.Made(stage, outcome);
        return outcome;
    }

    private static T In<T>(IStageWatch? watch, Stage stage, Func<T> work) => watch is null ? work() : watch.In(stage, work);

    /// <summary>Source → document.</summary>
    public ReadResult Read(Source source, CancellationToken cancellation) => _readers.Read(source, cancellation);

    /// <summary>Document → mentions.</summary>
    public TaggedDocument Tag(Document document) => TaggedDocument.Of(document, _taggers);

    /// <summary>The same within the limits of the settings: the mentions, or why they are too much.</summary>
    public (TaggedDocument? Tagged, Fault? Fault) TagWithin(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var tokens = TokenList.Of(document);
        if (tokens.Count > _limits.MaxTokens) return (null, TagFaults.TooManyTokens(document, tokens.Count, _limits.MaxTokens));
        var tagged = TaggedDocument.Of(document, tokens, _taggers);
        return tagged.Mentions.Length > _limits.MaxMentions ? (null, TagFaults.TooManyMentions(document, tagged.Mentions.Length, _limits.MaxMentions)) : (tagged, null);
    }

    /// <summary>Mentions → announcements.</summary>
    public SplitResult Split(TaggedDocument tagged) => _splitter.Split(tagged);

    /// <summary>Announcements and mentions → findings.</summary>
    public ImmutableArray<Findings> Resolve(TaggedDocument tagged, ImmutableArray<Announcement> announcements) => _resolver.Resolve(tagged, announcements);

    /// <summary>The probability that a document with these findings is an announcement; <c>explain</c> shows it.</summary>
    public double Announces(Findings findings) => _announcing.Probability(findings);

    /// <summary>What the names of cities in each announcement may mean; <c>explain</c> shows it.</summary>
    public ImmutableArray<ImmutableArray<Resolve.Places.CityCandidate>> Cities(TaggedDocument tagged, ImmutableArray<Announcement> announcements) => _resolver.Cities(tagged, announcements);

    /// <summary>Why the dates of each announcement were read as they were: for people.</summary>
    public ImmutableArray<ImmutableArray<Resolve.Dates.DateReason>> ExplainDates(TaggedDocument tagged, ImmutableArray<Announcement> announcements) => _resolver.ExplainDates(tagged, announcements);

    /// <summary>Why each announcement has its topics and its type, before their confidence: for people.</summary>
    public ImmutableArray<ImmutableArray<Resolve.Labels.LabelReasons>> ExplainLabels(TaggedDocument tagged, ImmutableArray<Announcement> announcements) => _resolver.ExplainLabels(tagged, announcements);

    /// <summary>Why the cities and bodies of each announcement are what they are taken for, before their confidence: for people.</summary>
    public ImmutableArray<ImmutableArray<RoleReasons>> ExplainRoles(TaggedDocument tagged, ImmutableArray<Announcement> announcements) => _resolver.ExplainRoles(tagged, announcements);

    /// <summary>Why each finding, each required field and each record has its confidence: for people.</summary>
    public ImmutableArray<ScoreReasons> ExplainScores(ImmutableArray<Findings> findings) => [.. findings.Select(_scorer.Explain)];

    /// <summary>Findings → records, each with what its acceptance rests on.</summary>
    public ImmutableArray<Judged> Judge(Document document, ImmutableArray<Findings> findings)
    {
        var scored = findings.Select(_scorer.Score).ToImmutableArray();
        var doubts = scored.Select(_scorer.Doubts);
        return [.. RecordBuilder.Build(document, scored, _madeBy).Zip(doubts, (record, doubt) => new Judged(_acceptance.Of(record, doubt), doubt))];
    }

    /// <summary>A record of before as the settings of now have it: the same as if all were done again, where nothing but the section <c>score</c> has changed.</summary>
    public Record Accept(Record record, Doubts doubts) => _acceptance.Of(record, doubts);
}
