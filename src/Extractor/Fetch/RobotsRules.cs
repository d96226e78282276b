using System.Collections.Concurrent;
using System.Text;

namespace Extract.Fetch;

/// <summary>What the robots.txt of each host allows (RFC 9309); asked once a host.</summary>
internal sealed class RobotsRules(Func<Uri, CancellationToken, Task<Answer>> ask, string userAgent)
{
    private const int MostRedirects = 5;
    private readonly ConcurrentDictionary<string, Lazy<Task<Robots>>> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why the address must not be fetched, or null. Throws where the rules cannot be had: then nothing may be fetched (RFC 9309, 2.3.1.4).</summary>
    public async Task<string?> RefusalAsync(Uri address, CancellationToken cancellation)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        var asked = _hosts.GetOrAdd(origin, _ => new(() => FetchAsync(new Uri(origin + "/robots.txt"), cancellation)));
        return (await asked.Value).Refusal(address);
    }

    private async Task<Robots> FetchAsync(Uri address, CancellationToken cancellation)
    {
        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            var answer = await ask(address, cancellation);
            if (answer.Location is { } next && next.Scheme is "http" or "https") { address = next; continue; }
            return (int)answer.Status switch
            {
                >= 200 and <= 299 when answer.TooLarge => Robots.Closed("its robots.txt is too long to be read, so that nothing may be fetched"),
                >= 200 and <= 299 => Robots.Parse(Encoding.UTF8.GetString(answer.Body.Span).TrimStart('\uFEFF'), userAgent),
                >= 500 => Robots.Closed($"its robots.txt answers {(int)answer.Status}, which means that nothing may be fetched"),
                _ => Robots.Open,
            };
        }
        return Robots.Open;
    }
}
