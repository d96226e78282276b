using System.Security.Cryptography;
using System.Text;
using Extract.Fetch.Containers.Rows;

namespace Extract.Commands.Piping;

/// <summary>One line of <c>pipe</c>'s input as a source, or why it is none.</summary>
/// <param name="Id">The id, where it could be read.</param>
/// <param name="Source">The source, or null.</param>
/// <param name="Error">Why there is none, or null.</param>
internal sealed record PipeInput(string? Id, Source? Source, string? Error)
{
    /// <summary>Reads a line. Never throws, whatever the bytes.</summary>
    public static PipeInput Parse(ReadOnlyMemory<byte> line)
    {
        var row = JsonRow.Parse(line, Columns.OfPipe);
        return row.Error is null ? new(row.Id, ToSource(row.Id!, row.Url, row.Published, row.Text ?? row.Html!, row.Html is null ? "text/plain" : "text/html"), null) : new(row.Id, null, row.Error);
    }

    private static Source ToSource(string id, string? url, DateOnly? published, string text, string mediaType)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new()
        {
            Id = id,
            Uri = url,
            Published = published,
            Text = text,
            Bytes = bytes,
            MediaType = mediaType,
            Charset = "utf-8",
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        };
    }
}
