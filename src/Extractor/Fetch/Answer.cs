using System.Net;
using System.Net.Http.Headers;

namespace Extract.Fetch;

/// <summary>What a web server answered to one request.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body, decompressed; empty where the status is no success.</param>
/// <param name="MediaType">The media type in lower case, or null.</param>
/// <param name="Charset">The charset, or null.</param>
/// <param name="Location">Where it redirects to, absolute, or null.</param>
/// <param name="RetryAfter">When it wants to be asked again, or null.</param>
/// <param name="TooLarge">The body is larger than the limit, and was not read to its end.</param>
internal sealed record Answer(HttpStatusCode Status, ReadOnlyMemory<byte> Body, string? MediaType, string? Charset, Uri? Location, RetryConditionHeaderValue? RetryAfter, bool TooLarge)
{
    /// <summary>Reads a response, of its body no more than the limit.</summary>
    public static async Task<Answer> OfAsync(HttpResponseMessage response, Uri asked, long maxBytes, CancellationToken cancellation)
    {
        var content = response.Content.Headers;
        var answer = new Answer(response.StatusCode, default, content.ContentType?.MediaType?.ToLowerInvariant(), content.ContentType?.CharSet?.Trim('"'),
            Redirect(response, asked), response.Headers.RetryAfter, content.ContentLength > maxBytes);
        if (!response.IsSuccessStatusCode || answer.TooLarge) return answer;
        using var body = await response.Content.ReadAsStreamAsync(cancellation);
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (bytes.Length + read > maxBytes) return answer with { TooLarge = true };
            bytes.Write(buffer, 0, read);
        }
        return answer with { Body = bytes.ToArray() };
    }

    private static Uri? Redirect(HttpResponseMessage response, Uri asked) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location ? new Uri(asked, location) : null;
}
