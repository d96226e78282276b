using Extract.Learn.Judging;
using Extract.Resolve.Organizations;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>Learns <c>organizations.role</c>: what each body that the tagger found is to its announcement, or that it is none of its concern.</summary>
internal sealed class OrganizationRoleLearner : ILearner
{
    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, LinearModel>> Learn(IReadOnlyList<LabelledDocument> documents)
    {
        var examples = new Examples();
        foreach (var document in documents)
            for (var i = 0; i < document.Announcements.Length; i++) Add(document, i, examples);
        if (LogisticTrainer.Fit(examples, l2: 10) is { } model) yield return new(OrganizationResolver.ModelName, model);
    }

    private static void Add(LabelledDocument document, int announcement, Examples examples)
    {
        var context = document.Context(announcement);
        var bodies = Bodies.Of(context);
        var features = new RoleFeatures(context, bodies);
        var left = document.Gold.Announcements[announcement].Organizations.ToList();
        var shared = document.Gold.Shared?.Organizations ?? [];
        var vector = new FeatureVector(named: true);
        var weight = 1 / MathF.Sqrt(document.Announcements.Length); // what is said once of a list is said of each of its items
        for (var i = 0; i < bodies.Length; i++)
        {
            var body = bodies[i];
            var label = left.Find(label => IsSame(label, body, document.Document.Text));
            if (label is null && shared.Any(label => IsSame(label, body, document.Document.Text))) continue;
            if (label is not null) left.Remove(label);
            features.Write(i, vector);
            examples.Add(vector, label?.Role ?? OrganizationResolver.None, weight);
        }
    }

    // As the judge has it: a name in common, or places that overlap by half.
    private static bool IsSame(GoldLabel label, Body body, string text)
    {
        var gold = Forms(label.Name, label.Text, label.Acronym);
        if (Forms(body.Value.Name, body.First.Span.Of(text), body.Value.Acronym).Overlaps(gold)) return true;
        return label.Span is { } span && body.Mentions.Any(mention => Spans.Overlap(span, mention.Span) >= 0.5);
    }

    private static HashSet<string> Forms(params string?[] names) => [.. names.OfType<string>().Select(NameForms.Fold).Where(form => form.Length > 0)];
}
