using System.Collections.Immutable;
using Extract.Resolve;
using Extract.Resolve.EventTypes;
using Extract.Resolve.Labels;
using Extract.Resolve.Topics;
using Extract.Tag;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>What the rules alone, and the classifier alone, say of topics and event types: so that it shows what each is worth. Thread-safe.</summary>
internal sealed class LabelWitnesses(ModelSet models)
{
    private readonly (TopicResolver Topics, EventTypeResolver Types) _rules = Hearing(models, LabelWitness.Rules), _classifier = Hearing(models, LabelWitness.Classifier);

    /// <summary>The records with the labels that the rules alone would give.</summary>
    public ImmutableArray<Record> ByRules(TaggedDocument tagged, ImmutableArray<Announcement> announcements, ImmutableArray<Record> records) =>
        By(_rules, tagged, announcements, records);

    /// <summary>The records with the labels that the classifier alone would give.</summary>
    public ImmutableArray<Record> ByClassifier(TaggedDocument tagged, ImmutableArray<Announcement> announcements, ImmutableArray<Record> records) =>
        By(_classifier, tagged, announcements, records);

    private static (TopicResolver, EventTypeResolver) Hearing(ModelSet models, LabelWitness witness) => (new(models, witness: witness), new(models, witness: witness));

    private static ImmutableArray<Record> By(
        (TopicResolver Topics, EventTypeResolver Types) witness, TaggedDocument tagged, ImmutableArray<Announcement> announcements, ImmutableArray<Record> records) =>
        [.. records.Select((record, i) =>
        {
            var context = new ResolveContext(tagged.Document, tagged.Tokens, tagged.Mentions, announcements, i);
            return record with { Topics = [.. witness.Topics.Resolve(context).Select(topic => topic.Finding)], EventType = witness.Types.Resolve(context).Finding };
        })];
}
