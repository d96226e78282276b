using System.Collections.Immutable;

using Extract.Tag.Organizations;

namespace Extract.Resolve.Organizations;

/// <summary>All mentions of one body in an announcement: its names in full, its acronym, its short forms.</summary>
/// <param name="Value">The fullest reading of its names.</param>
/// <param name="Mentions">Its mentions, in order of place; inherited ones come first only where there is no other.</param>
/// <param name="Inherited">True where it stands in a heading above the announcement only.</param>
internal sealed record Body(OrganizationValue Value, ImmutableArray<Mention> Mentions, bool Inherited)
{
    /// <summary>Its first place.</summary>
    public Mention First => Mentions[0];

    /// <summary>True where the user's own file names it.</summary>
    public bool IsOwn => Mentions.Any(mention => mention.Evidence.By == OrganizationTagger.Own);

    /// <summary>The surest word of the tagger about any of its mentions.</summary>
    public double Trust => Mentions.Max(mention => mention.Evidence.Trust);
}
