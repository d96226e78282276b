using System.Globalization;

namespace Extract.Fetch.Containers.Warc;

/// <summary>What one record gives: a page as it was sent, or why it is none.</summary>
internal static class WarcRecord
{
    /// <summary>The entry of a record whose content comes next in the text, of which it reads no more than it needs; null for records that tell of others.</summary>
    public static ContainerEntry? Read(RecordHeader header, ContentStream text, long maxBytes) => header switch
    {
        { Type: "response", Uri: { } uri } when WebClient.IsWeb(uri) => Answer(header, uri, text, maxBytes),
        { Type: "resource" or "conversion", Uri: { } uri } => Resource(header, uri, text, maxBytes),
        { Type: "revisit", Uri: { } uri } => ContainerEntry.NoDocument(uri, "a revisit: the same as an earlier capture"),
        _ => null,
    };

    /// <summary>Why a record is no document.</summary>
    public static string Why(RecordHeader header) => header.Type switch
    {
        "response" => "no web page",
        "continuation" => "a part of a record",
        "" => "a WARC record without a type",
        var type => $"a WARC record of type {type}",
    };

    private static ContainerEntry Answer(RecordHeader header, string uri, ContentStream text, long maxBytes)
    {
        if ((HttpAnswer.Read(Ahead(text, header, 4096)) ?? HttpAnswer.Read(Ahead(text, header, ContentStream.MostAhead))) is not var (answer, size))
            return ContainerEntry.Lost(uri, "its HTTP header makes no sense.", "Capture the page anew.");
        if (answer.Status is not (200 or 203)) return ContainerEntry.NoDocument(uri, string.Create(CultureInfo.InvariantCulture, $"HTTP status {answer.Status}"));
        if (answer.Unknown is { } encoding) return ContainerEntry.Lost(uri, $"its content is packed by {encoding}, which nothing here reads.", "Capture the page anew without it.");
        return Page(header with { MediaType = answer.MediaType }, uri, text, header.Length - size, maxBytes, size, answer);
    }

    private static ContainerEntry Resource(RecordHeader header, string uri, ContentStream text, long maxBytes)
    {
        var (type, charset) = HttpAnswer.ContentType(header.MediaType);
        return Page(header with { MediaType = type }, uri, text, header.Length, maxBytes, 0, new(200, type, charset, false, []));
    }

    private static ContainerEntry Page(RecordHeader header, string uri, ContentStream text, long length, long maxBytes, int head, HttpAnswer answer)
    {
        var type = MediaTypes.OfCapture(answer.MediaType, Ahead(text, header, head + 1024)[head..]);
        if (!MediaTypes.IsPage(type)) return ContainerEntry.NoDocument(uri, $"no document: {type}");
        if (length > maxBytes) return ContainerEntry.Lost(uri, ContainerFaults.TooLarge(maxBytes), ContainerFaults.RaiseMaxBytes);
        text.Skip(head);
        // Where it breaks off, whoever passes over the rest of the record sees that.
        return text.TakeExactly(length) is not { } bytes ? ContainerEntry.NoDocument(uri, "cut off") : new()
        {
            Name = uri,
            Id = uri,
            Stream = answer.Body(bytes),
            IsDocument = true,
            MediaType = type,
            Charset = answer.Charset,
            Retrieved = header.Captured,
        };
    }

    private static ReadOnlySpan<byte> Ahead(ContentStream text, RecordHeader header, int count) => text.Peek((int)Math.Min(Math.Min(count, ContentStream.MostAhead), header.Length));
}
