using Extract.Text;
using Extract.Trained;

namespace Extract.Tag.Organizations;

/// <summary>
/// Finds names of bodies: every part of a run of capitalized words is weighed by what it is, what stands beside it, what the whole document says of
/// it and whether the gazetteer knows it; the parts that do not overlap and weigh most are names.
/// </summary>
public sealed class OrganizationTagger : ITagger
{
    /// <summary>The name of the model that tells names from other capitalized words.</summary>
    public const string ModelName = "organizations.span";

    /// <summary>The evidence of a body that the user's own file names.</summary>
    public const string Own = "organizations.own";

    private readonly OwnOrganizations _own;
    private readonly NameScorer? _scorer;
    private readonly OrganizationGazetteer _gazetteer = OrganizationGazetteer.Shipped;
    private readonly NameWords _words = NameWords.Shipped;
    private readonly FunctionPersons _functions = new(NameWords.Shipped);
    private readonly PersonNames _persons = new(NameWords.Shipped);

    /// <summary>A tagger with the models of the set; without one it rests on word lists and gazetteer.</summary>
    public OrganizationTagger(ModelSet models) : this(models, null)
    {
    }

    /// <summary>The same with the user's own names, which go before all others; null for none.</summary>
    internal OrganizationTagger(ModelSet models, OwnOrganizations? own)
    {
        ArgumentNullException.ThrowIfNull(models);
        _own = own ?? OwnOrganizations.None;
        _scorer = models.Find(ModelName) is { } model ? new(BaseModel.Into(model)) : null;
    }

    /// <inheritdoc/>
    public void Tag(Document document, TokenList tokens, List<Mention> mentions)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(mentions);
        var names = DocumentNames.Of(tokens, _words);
        var persons = _functions.Find(tokens);
        var own = new OwnNames(_own, tokens, _words, persons);
        var chosen = new List<ScoredName>();
        if (_scorer is { } scorer) scorer.Choose(names, new(names, _words, _gazetteer, mentions), own, chosen);
        else NameRules.Choose(names, _words, _gazetteer, own, chosen);
        var values = new NameValues(names, _gazetteer);
        var by = _scorer is null ? "organizations.rules" : ModelName;
        foreach (var (span, probability) in chosen)
        {
            if (own.At(span) is not null) continue;
            var words = tokens.Span(span.First, span.Last);
            mentions.Add(new(MentionKind.Organization, words, values.Of(span), new(by, words, probability)));
        }
        AddOwn(own, chosen, tokens, mentions);
        _persons.Tag(tokens, persons, mentions);
    }

    // Those that are no part of a longer name that was chosen.
    private static void AddOwn(OwnNames own, List<ScoredName> chosen, TokenList tokens, List<Mention> mentions)
    {
        var next = 0;
        foreach (var name in own.All)
        {
            while (next < chosen.Count && chosen[next].Span.Last < name.First) next++;
            var isPart = next < chosen.Count && chosen[next].Span is var span && span.First <= name.First && span.Last >= name.Last && own.At(span) is null;
            if (isPart || name.Body.Value is not { } value) continue;
            var words = tokens.Span(name.First, name.Last);
            mentions.Add(new(MentionKind.Organization, words, value, new(Own, words, 1)));
        }
    }
}
