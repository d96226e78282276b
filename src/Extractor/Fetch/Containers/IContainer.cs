namespace Extract.Fetch.Containers;

/// <summary>A kind of source that holds documents: an archive, a mailbox, a mail with attachments, a table of texts.</summary>
public interface IContainer
{
    /// <summary>
    /// What it holds, in order; null where the content is not of this kind. It is told by the media type, the name or the first bytes, and nothing is read before the
    /// entries are asked for. The stream of an entry holds until the next entry is asked for. What breaks off is thrown as <see cref="DamagedException"/>, or as
    /// any other exception of input: the entries before it stand, and it becomes a fault.
    /// </summary>
    IEnumerable<ContainerEntry>? Open(Content content);
}
