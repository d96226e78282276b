namespace Extract.Fetch.Containers;

/// <summary>A single file packed by gzip; what is in it goes by its name without the ending.</summary>
internal sealed class GzipContainer : IContainer
{
    public IEnumerable<ContainerEntry>? Open(Content content) => GzipMembers.IsGzip(content.Start) ? Entries(content) : null;

    private static IEnumerable<ContainerEntry> Entries(Content content)
    {
        using var stream = new GunzipStream(content.Stream, content.Name);
        yield return ContainerEntry.Of(null, stream);
    }
}
