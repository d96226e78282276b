namespace Extract.Fetch.Containers;

/// <summary>A container whose bytes break off or make no sense from a place on.</summary>
/// <param name="container">The container's name.</param>
/// <param name="at">The byte of the container where that was seen, from 0.</param>
/// <param name="isCut">True where the bytes end too early.</param>
public sealed class DamagedException(string container, long at, bool isCut) : IOException($"{container} is {(isCut ? "cut off" : "damaged")} at byte {at}")
{
    /// <summary>The container's name.</summary>
    public string Container { get; } = container;

    /// <summary>The byte, from 0.</summary>
    public long At { get; } = at;

    /// <summary>True where the bytes end too early.</summary>
    public bool IsCut { get; } = isCut;
}
