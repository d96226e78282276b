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

    private readonly NameScorer? _scorer;
    private readonly OrganizationGazetteer _gazetteer = OrganizationGazetteer.Shipped;
    private readonly NameWords _words = NameWords.Shipped;
    private readonly PersonNames _persons = new(NameWords.Shipped);

    /// <summary>A tagger with the models of the set; without one it rests on word lists and gazetteer.</summary>
    public OrganizationTagger(ModelSet models)
    {
        ArgumentNullException.ThrowIfNull(models);
        _scorer = models.Find(ModelName) is { } model ? new(BaseModel.Into(model)) : null;
    }

    /// <inheritdoc/>
    public void Tag(Document document, TokenList tokens, List<Mention> mentions)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(mentions);
        var names = DocumentNames.Of(tokens, _words);
        var chosen = new List<ScoredName>();
        if (_scorer is { } scorer) scorer.Choose(names, new(names, _words, _gazetteer, mentions), chosen);
        else NameRules.Choose(names, _words, _gazetteer, chosen);
        var values = new NameValues(names, _gazetteer);
        var by = _scorer is null ? "organizations.rules" : ModelName;
        foreach (var (span, probability) in chosen)
        {
            var words = tokens.Span(span.First, span.Last);
            mentions.Add(new(MentionKind.Organization, words, values.Of(span), new(by, words, probability)));
        }
        _persons.Tag(tokens, mentions);
    }
}
