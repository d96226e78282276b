using Extract.Trained;

namespace Extract.Resolve.Labels;

/// <summary>Why a topic or a type of event was given with its probability, before its confidence.</summary>
/// <param name="Label">The label.</param>
/// <param name="Probability">The probability.</param>
/// <param name="Combination">What rules and classifier are worth together; null where no model joins them.</param>
/// <param name="Words">What the classifier heard of the label; null where it cannot say.</param>
/// <param name="Sum">Of the probabilities of all labels, where they share one; else 1. What the combination gives is divided by it where it is more than 1.</param>
public sealed record LabelReasons(string Label, double Probability, Reasons? Combination, Reasons? Words, double Sum = 1);
