namespace Extract.Learn.Judging;

/// <summary>A probability that was given and whether what it speaks of was right.</summary>
/// <param name="Probability">What was said.</param>
/// <param name="Holds">What came true.</param>
/// <param name="Document">The id of the document.</param>
/// <param name="What">The value, for people.</param>
/// <param name="Place">Where it stands in the document's text, or null.</param>
/// <param name="Instead">What the labels say in its place; empty where it is right, or where they say nothing.</param>
public sealed record Claim(double Probability, bool Holds, string Document = "", string What = "", TextSpan? Place = null, string Instead = "");
