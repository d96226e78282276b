using System.Collections.Immutable;
using System.Security.Cryptography;
using Polly.Timeout;

namespace Extract.Fetch;

/// <summary>Fetches from the web, politely and with care. Every failure is a fault that names the address. Thread-safe.</summary>
internal sealed class WebClient : IDisposable
{
    private const int MostRedirects = 10;

    private readonly FetchSettings _settings;
    private readonly long _maxBytes;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;
    private readonly HostPipelines _pipelines;
    private readonly RobotsRules _robots;
    private readonly ImmutableHashSet<string> _named;

    public WebClient(FetchSettings settings, long maxBytes, TimeProvider time)
    {
        (_settings, _maxBytes, _time) = (settings, maxBytes, time);
        // Each attempt has its time in the pipeline.
        _client = new(new Connections(settings.AllowPrivate).Handler(), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        _pipelines = new(settings, time);
        _robots = new(AskAsync, settings.UserAgent);
        _named = [.. settings.Sources.Where(IsWeb).SelectMany(source => Uri.TryCreate(source, UriKind.Absolute, out var address) ? Origins(address) : [])];
    }

    /// <summary>True for a web address.</summary>
    public static bool IsWeb(string source) => source.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address without the name and password that it may hold.</summary>
    public static string WithoutUser(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0 ? address.Replace(uri.UserInfo + "@", "", StringComparison.Ordinal) : address;

    /// <summary>The source that an address gives, redirects followed; its id is the final address.</summary>
    public async Task<FetchResult> FetchAsync(Input input, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(input.Location, UriKind.Absolute, out var address)) return new(null, FetchFaults.NoAddress(input));
        try
        {
            for (var hops = 0; hops <= MostRedirects; hops++)
            {
                if (address.Scheme is not ("http" or "https")) return new(null, FetchFaults.OtherScheme(input, address));
                if (await _robots.RefusalAsync(address, cancellation) is { } refusal) return new(null, FetchFaults.Robots(input, refusal));
                var answer = await AskAsync(address, cancellation);
                if (answer.Location is null) return Result(input, address, answer);
                address = answer.Location;
            }
            return new(null, FetchFaults.Redirects(input, MostRedirects));
        }
        catch (Exception e) when (IsFailure(e, cancellation))
        {
            return new(null, FetchFaults.Of(input, e, _settings));
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<Answer> AskAsync(Uri address, CancellationToken cancellation) => await _pipelines.Of(address).ExecuteAsync(async token =>
    {
        using var request = Request(address);
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
        return await Answer.OfAsync(response, address, _maxBytes, token);
    }, cancellation);

    private HttpRequestMessage Request(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", _settings.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain, text/markdown, */*;q=0.1");
        // They may hold a token: only hosts that the sources name see it, and none that a redirect or a feed leads to.
        if (_named.Contains(address.GetLeftPart(UriPartial.Authority)))
            foreach (var (name, value) in _settings.Headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    // From https a token never goes on in the clear; from http it may go on by https.
    private static IEnumerable<string> Origins(Uri address) => address is { Scheme: "http", IsDefaultPort: true }
        ? [address.GetLeftPart(UriPartial.Authority), "https://" + address.Host] : [address.GetLeftPart(UriPartial.Authority)];

    private FetchResult Result(Input input, Uri address, Answer answer)
    {
        if ((int)answer.Status is < 200 or > 299) return new(null, FetchFaults.Status(input, answer, _time.GetUtcNow()));
        if (answer.TooLarge) return new(null, FetchFaults.TooLarge(input, _maxBytes));
        var id = address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        return new(new Source
        {
            Id = id,
            Uri = id,
            Bytes = answer.Body,
            MediaType = MediaTypes.OfAnswer(answer, address),
            Charset = answer.Charset,
            Published = input.Published,
            Retrieved = _time.GetUtcNow(),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(answer.Body.Span)),
        });
    }

    private static bool IsFailure(Exception e, CancellationToken cancellation) => !cancellation.IsCancellationRequested
        && e is HttpRequestException or IOException or TimeoutRejectedException or OperationCanceledException or UriFormatException or InvalidOperationException or System.Net.Sockets.SocketException;
}
