namespace Extract.Learn.Judging;

/// <summary>Some of the claims of a field, taken together because their probabilities are close.</summary>
/// <param name="Said">Their mean probability.</param>
/// <param name="Right">The share of them that is right.</param>
/// <param name="Count">How many.</param>
public readonly record struct ReliabilityBin(double Said, double Right, int Count)
{
    /// <summary>The claims in bins of equal mass, the least probable first; fewer than <paramref name="bins"/> where there are fewer claims.</summary>
    public static IReadOnlyList<ReliabilityBin> Of(IEnumerable<Claim> claims, int bins = 10)
    {
        var sorted = claims.OrderBy(claim => claim.Probability).ThenBy(claim => claim.Holds).ToArray();
        return [.. Enumerable.Range(0, bins).Select(bin => Of(sorted.AsSpan((int)((long)sorted.Length * bin / bins)..(int)((long)sorted.Length * (bin + 1) / bins)))).Where(bin => bin.Count > 0)];
    }

    private static ReliabilityBin Of(ReadOnlySpan<Claim> claims)
    {
        var (said, right) = (0.0, 0);
        foreach (var claim in claims) (said, right) = (said + claim.Probability, right + (claim.Holds ? 1 : 0));
        return claims.IsEmpty ? default : new(said / claims.Length, (double)right / claims.Length, claims.Length);
    }
}
