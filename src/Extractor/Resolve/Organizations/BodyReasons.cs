using System.Collections.Immutable;
using Extract.Trained;

namespace Extract.Resolve.Organizations;

/// <summary>Says why each body of an announcement has its role. For people; the path does not need it.</summary>
internal static class BodyReasons
{
    /// <summary>The reasons of the bodies that were found in the text, in order.</summary>
    public static IEnumerable<RoleReasons> Of(ResolveContext context, ImmutableArray<Candidate<OrganizationFinding>> found, LinearModel model)
    {
        var bodies = Bodies.Of(context);
        var (features, vector) = (new RoleFeatures(context, bodies), new FeatureVector(named: true));
        foreach (var candidate in found)
        {
            if (Enumerable.Range(0, bodies.Length).FirstOrDefault(i => bodies[i].First.Span == candidate.Finding.Span, -1) is not (>= 0 and var index)) continue;
            features.Write(index, vector);
            var sure = RoleRules.Sure(context, bodies, index, features.Constructions) is not null;
            yield return Of(candidate, sure ? null : model, vector);
        }
    }

    private static RoleReasons Of(Candidate<OrganizationFinding> candidate, LinearModel? model, FeatureVector vector)
    {
        var (text, role) = (candidate.Finding.Text, candidate.Finding.Role);
        if (model is null) return new(text, role, candidate.Probability, null, []);
        var scores = new double[model.Classes.Count];
        model.Score(vector, scores);
        var others = model.Classes.Zip(scores).Where(pair => pair.First != role).OrderByDescending(pair => pair.Second);
        return new(text, role, candidate.Probability, Reasons.Of(model, vector, Array.IndexOf([.. model.Classes], role)), [.. others]);
    }
}
