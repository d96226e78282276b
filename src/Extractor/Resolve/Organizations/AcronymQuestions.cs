using System.Collections.Immutable;
using Extract.Tag.Organizations;
using Extract.Text;

namespace Extract.Resolve.Organizations;

/// <summary>What an acronym may stand for that the text never gives in full.</summary>
internal static class AcronymQuestions
{
    private const int MostChoices = 6;

    /// <summary>The names that the gazetteer has for the letters, in its order, without repetition.</summary>
    public static ImmutableArray<string> Names(string acronym)
    {
        var tokens = TokenList.Of(acronym);
        return tokens.Count == 0 ? [] : [.. OrganizationGazetteer.Shipped.Look(NameCandidates.KeyOf(tokens, 0, tokens.Count - 1)).Select(body => body.Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Which of several bodies is meant; null where the body is known by more than its letters, or only one body has them.</summary>
    public static Question? Of(Body body)
    {
        if (body.Value.Id is not null || body.Value.Acronym is not { } acronym || body.Value.Name != acronym) return null;
        var names = Names(acronym);
        return names.Length < 2 ? null : new("name", Messages.WhichBody(acronym, names.Length), [.. names.Take(MostChoices)]);
    }
}
