namespace Extract.Tag.Organizations;

/// <summary>Tokens that may be a name.</summary>
/// <param name="First">The first token.</param>
/// <param name="Last">The last token, included.</param>
/// <param name="Key">The hash of its words, equal for names that differ in case, accents, marks or "the" only.</param>
internal readonly record struct NameSpan(int First, int Last, ulong Key);
