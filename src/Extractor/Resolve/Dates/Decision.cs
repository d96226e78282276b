namespace Extract.Resolve.Dates;

/// <summary>What a reading was taken for.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Role">Its role; never <see cref="DateRoles.None"/>.</param>
/// <param name="Probability">The probability of the role.</param>
/// <param name="None">The probability that it dates nothing of the announcement.</param>
/// <param name="Margin">How far the next role lies behind.</param>
internal sealed record Decision(Reading Reading, string Role, double Probability, double None, double Margin);
