using System.Security.Cryptography;
using System.Text;

namespace Extract.Tests.Read;

/// <summary>Sources for tests that care for their text only.</summary>
internal static class SomeSource
{
    public static Source Text(string text) => Bytes(Encoding.UTF8.GetBytes(text), "text/plain") with { Text = text };

    public static Source Markdown(string text) => Bytes(Encoding.UTF8.GetBytes(text), "text/markdown");

    public static Source Html(string html, string? uri = null) => Bytes(Encoding.UTF8.GetBytes(html), "text/html") with { Uri = uri };

    public static Source Bytes(byte[] bytes, string mediaType = "text/plain", string? charset = null) => new()
    {
        Id = "some",
        Uri = "folder/some",
        Bytes = bytes,
        MediaType = mediaType,
        Charset = charset,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
    };

    /// <summary>The blocks as lines: <c>H2 words</c>, <c>L1 words</c>, <c>P words</c>, <c>T words</c>, with a line <c>--</c> between groups.</summary>
    public static string[] Outline(this Document document) => [.. document.Blocks.Select(block => $"{Letter(block)} {block.Span.Of(document.Text)}")];

    private static string Letter(Block block) => block.Kind switch
    {
        BlockKind.Heading => $"H{block.Level}",
        BlockKind.ListItem => $"L{block.Level}",
        BlockKind.TableRow => "T",
        BlockKind.Caption => "C",
        BlockKind.Preformatted => "F",
        _ => "P",
    };
}
