using Extract.Trained;

namespace Extract.Resolve.Organizations;

/// <summary>What a page's markup says of who runs an announcement's event.</summary>
internal static class MarkupBodies
{
    private const double Trust = 0.5;
    private static readonly Feature OnlyMarkup = new("only-markup");

    /// <summary>True where the markup names the body as the organizer, of those that it names, folded.</summary>
    public static bool Agrees(ResolveContext context, Body body, string[] organizers)
    {
        if (organizers.Length == 0) return false;
        var (name, words) = (NameForms.Fold(body.Value.Name), NameForms.Fold(body.First.Span.Of(context.Document.Text)));
        return organizers.Any(said => said == name || said == words);
    }

    /// <summary>The organizer of the one event of the markup that is the announcement's, for where its text names none; or null.</summary>
    public static Candidate<OrganizationFinding>? Of(MarkupEvent[] stated)
    {
        if (stated is not [{ Organizer: { } name } only]) return null;
        var features = new FeatureVector(named: true);
        features.Add(OnlyMarkup);
        return new(new() { Text = name, Name = name, Role = "organizer", By = only.By }, Trust, features);
    }
}
