using System.Collections.Immutable;
using Extract.Trained;

namespace Extract.Resolve;

/// <summary>Why resolve takes a name for what it takes it for, before the confidence: for people.</summary>
/// <param name="Text">The name.</param>
/// <param name="Is">What it is taken for: <c>organizer</c>, <c>venue</c>, <c>city</c>.</param>
/// <param name="Probability">How likely that is by the model.</param>
/// <param name="Model">What the model weighs; null where a rule decided.</param>
/// <param name="Others">The scores of what else it may be, the highest first; empty where the question is yes or no.</param>
public sealed record RoleReasons(string Text, string Is, double Probability, Reasons? Model, ImmutableArray<(string Is, double Score)> Others);
