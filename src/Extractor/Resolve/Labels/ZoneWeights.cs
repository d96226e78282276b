namespace Extract.Resolve.Labels;

/// <summary>What words count by where they stand.</summary>
/// <param name="Title">In the title.</param>
/// <param name="Lead">At the beginning.</param>
/// <param name="Body">In the rest.</param>
/// <param name="Around">Outside the announcement.</param>
/// <param name="Head">Added once for what the head of the title names.</param>
internal readonly record struct ZoneWeights(float Title, float Lead, float Body, float Around, float Head = 0)
{
    public float Of(Zone zone) => zone switch { Zone.Title => Title, Zone.Lead => Lead, Zone.Body => Body, _ => Around };
}
