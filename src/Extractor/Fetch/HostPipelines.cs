using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Extract.Fetch;

/// <summary>
/// One pipeline a host: what failed for a while is tried again, with growing and jittered pauses or when the server says; no more than so many requests are under way;
/// each attempt has its time.
/// </summary>
internal sealed class HostPipelines(FetchSettings settings, TimeProvider time)
{
    // A server that wants more patience than this is asked on the next run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<string, ResiliencePipeline<Answer>> _pipelines = new(StringComparer.OrdinalIgnoreCase);

    public ResiliencePipeline<Answer> Of(Uri address) => _pipelines.GetOrAdd(address.Authority, _ => Build());

    /// <summary>How long a server wants us to wait, from now; null where it does not say.</summary>
    public static TimeSpan? Wait(RetryConditionHeaderValue? header, DateTimeOffset now) =>
        header?.Delta ?? (header?.Date is { } date ? date > now ? date - now : TimeSpan.Zero : null);

    private ResiliencePipeline<Answer> Build()
    {
        var builder = new ResiliencePipelineBuilder<Answer> { TimeProvider = time };
        if (settings.Retries > 0) builder.AddRetry(Retry());
        return builder
            .AddConcurrencyLimiter(settings.PerHost, int.MaxValue)
            .AddTimeout(TimeSpan.FromSeconds(settings.Timeout))
            .Build();
    }

    private RetryStrategyOptions<Answer> Retry() => new()
    {
        MaxRetryAttempts = settings.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = TimeSpan.FromSeconds(1),
        MaxDelay = TimeSpan.FromSeconds(30),
        ShouldHandle = args => ValueTask.FromResult(args.Outcome switch
        {
            { Exception: TimeoutRejectedException } => true,
            { Exception: HttpRequestException e } => Passes(e),
            { Result: { } answer } => IsBusy(answer.Status) && !(Wait(answer.RetryAfter, time.GetUtcNow()) > Patience),
            _ => false,
        }),
        DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result is { } answer ? Wait(answer.RetryAfter, time.GetUtcNow()) : null),
    };

    private static bool IsBusy(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    // A host that does not exist, a certificate, a private address: trying again changes nothing.
    private static bool Passes(HttpRequestException e) => e.InnerException is not PrivateAddressException
        && e.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.VersionNegotiationError or HttpRequestError.UserAuthenticationError);
}
