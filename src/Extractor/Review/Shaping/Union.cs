using System.Collections.Immutable;

namespace Extract.Review.Shaping;

/// <summary>The findings of two records as those of one: one entry a value, at its first place.</summary>
/// <param name="Values">The entries.</param>
/// <param name="First">Where each of the first record's went.</param>
/// <param name="Second">Where each of the second record's went.</param>
internal sealed record Union<T>(ImmutableArray<T> Values, ImmutableArray<int> First, ImmutableArray<int> Second);

/// <summary>Makes unions.</summary>
internal static class Union
{
    /// <summary>The union; of two entries of one value the one of the higher role stays, with the places of both.</summary>
    /// <param name="first">The findings of the record that stands first.</param>
    /// <param name="second">Those of the other.</param>
    /// <param name="whole">The span of both.</param>
    /// <param name="same">Whether two are one value.</param>
    /// <param name="rank">The rank of a finding's role, 0 for the highest.</param>
    public static Union<T> Of<T>(ImmutableArray<T> first, ImmutableArray<T> second, TextSpan whole, Func<T, T, bool> same, Func<T, int> rank) where T : Finding
    {
        var values = first.ToBuilder();
        var places = ImmutableArray.CreateBuilder<int>();
        foreach (var finding in second)
        {
            var at = first.TakeWhile(other => !same(other, finding)).Count();
            places.Add(at < first.Length ? at : values.Count);
            if (at < first.Length) values[at] = Joined(values[at], finding, rank);
            else values.Add(finding);
        }
        for (var i = 0; i < values.Count; i++)
            if (values[i].Inherited == true && values[i].Span is { } span && whole.Contains(span)) values[i] = values[i] with { Inherited = null };
        return new(values.ToImmutable(), [.. Enumerable.Range(0, first.Length)], places.ToImmutable());
    }

    private static T Joined<T>(T one, T other, Func<T, int> rank) where T : Finding
    {
        var placed = one.Start is null ? other : one;
        var higher = rank(other) < rank(one) ? other : one;
        var chief = placed with { Role = higher.Role, Confidence = higher.Confidence, By = higher.By };
        var also = Places(one).Concat(Places(other)).Where(place => place[0] != chief.Start).DistinctBy(place => place[0]).OrderBy(place => place[0]).ToImmutableArray();
        return chief with { Also = also.IsEmpty ? null : also };
    }

    private static ImmutableArray<ImmutableArray<int>> Places(Finding finding) =>
        (finding.Span is { } span ? [[span.Start, span.End]] : ImmutableArray<ImmutableArray<int>>.Empty).AddRange(finding.Also ?? []);
}
