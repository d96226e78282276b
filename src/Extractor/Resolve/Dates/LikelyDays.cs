namespace Extract.Resolve.Dates;

/// <summary>Days that words without a year may mean.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Probability">The probability that they are meant.</param>
internal readonly record struct LikelyDays(DateOnly From, DateOnly To, double Probability);
