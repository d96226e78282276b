using System.Globalization;
using System.Net;
using System.Security.Authentication;
using System.Text.Json;
using Extract.Fetch.Containers;
using Polly.Timeout;

namespace Extract.Fetch;

/// <summary>What people are told when an input cannot be fetched.</summary>
internal static class FetchFaults
{
    public static Fault TooLarge(Input input, long bytes, long limit) => new(input.Name,
        string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes are more than the limit of {limit:N0}."), "Split it, or raise 'read: maxBytes'.");

    public static Fault TooLarge(Input input, long limit) => new(input.Name, ContainerFaults.TooLarge(limit), ContainerFaults.RaiseMaxBytes);

    public static Fault NoFile(Input input) => new(input.Name, Messages.NotRegular, Messages.SaveAsFile);

    public static Fault NoEntry(string name) => new(name, "there is no such place in the archive.", "A run over the whole archive lists all of its places in ledger.jsonl.");

    public static Fault NoDocument(string name, Dropped dropped) => new(name, $"there is no document to show: {dropped.Why}.", "Name another.");

    public static Fault Unreadable(Input input, Exception e) => new(input.Name,
        NotReadable(e), e is UnauthorizedAccessException ? "Give read permission, or take it out of the sources." : "Check the path.");

    public static Fault Sidecar(string name, string wrong) => new(name, wrong, $$"""Write it as {"url": "https://…", "published": "2024-05-31"}, or delete it: the pages beside it are read without.""");

    public static string NotReadable(Exception e) => $"it cannot be read: {Messages.Reason(e)}";

    public const string BrokenText = "it holds bytes that are no UTF-8, or half a character.";

    public const string NoObject = "it is no JSON object.";

    public static string NoJson(JsonException e) => string.Create(CultureInfo.InvariantCulture, $"it is no JSON: line {e.LineNumber + 1} cannot be read.");

    public static string NoDay(string text) => $"its “published” is no day: “{text}”.";

    public static string NoUrl(string text) => $"its “url” is no web address: “{text}”.";

    public static string LongSidecar(int most) => string.Create(CultureInfo.InvariantCulture, $"it is longer than {most:N0} bytes.");

    public static Fault NoAddress(Input input) => new(input.Name, "it is no web address.", "Write it as https://host/path.");

    public static Fault OtherScheme(Input input, Uri address) => new(input.Name, $"it leads to a {address.Scheme}: address, which is not followed.", "Check the address in a browser.");

    public static Fault Redirects(Input input, int most) => new(input.Name, $"it redirects more than {most} times.", "Give the address that a browser ends at.");

    public static Fault Robots(Input input, string refusal) => new(input.Name, $"{refusal}.", "Ask the site for permission or a feed, or save the page as a file.");

    public static Fault PageLimit(Input input, int most) => new(input.Name,
        string.Create(CultureInfo.InvariantCulture, $"it was not fetched: the run has taken its {most:N0} pages from the web."), "Raise 'fetch: maxPages', or name fewer sources.");

    public static Fault NoFeed(Input input) => new(input.Name, "the feed cannot be read: it is no well-formed RSS or Atom.", "Name the pages themselves, or tell the site.");

    public static Fault Status(Input input, Answer answer, DateTimeOffset now) => new(input.Name, $"the server answers {(int)answer.Status}{Words(answer.Status)}.", (int)answer.Status switch
    {
        401 or 403 or 407 => "If you have access, give what it asks for in 'fetch: headers'.",
        404 or 410 => "Check the address, or take it out of the sources.",
        408 or 429 or >= 500 => HostPipelines.Wait(answer.RetryAfter, now) is { } wait && wait > TimeSpan.Zero
            ? string.Create(CultureInfo.InvariantCulture, $"It asks to wait {wait.TotalSeconds:N0} seconds: run again after that.") : "Run again later.",
        _ => "Check the address in a browser.",
    });

    public static Fault Of(Input input, Exception e, FetchSettings settings) => e switch
    {
        TimeoutRejectedException or OperationCanceledException => new(input.Name, $"it did not answer within {settings.Timeout} seconds{Times(settings)}.", "Run again later, or raise 'fetch: timeout'."),
        { InnerException: PrivateAddressException found } => new(input.Name, $"it leads to {found.Name}, a private address ({found.Address}).", $"If you trust it, add '{found.Name}' to 'fetch: allowPrivate'."),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new(input.Name, "its host does not exist, or its name cannot be resolved now.", "Check the address and the network."),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } or { InnerException: AuthenticationException } =>
            new(input.Name, "no secure connection could be made: its certificate is not trusted, or it speaks no TLS.", "Check the address in a browser."),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => new(input.Name, $"no connection could be made{Times(settings)}.", "Check the address and the network, or run again later."),
        _ => new(input.Name, $"the connection broke off: {Messages.Reason(e)}", "Run again later."),
    };

    private static string Times(FetchSettings settings) => settings.Retries > 0 ? $", {settings.Retries + 1} times" : "";

    private static string Words(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound => " (not found)",
        HttpStatusCode.Gone => " (gone)",
        HttpStatusCode.Forbidden => " (forbidden)",
        HttpStatusCode.Unauthorized => " (it wants a login)",
        HttpStatusCode.TooManyRequests => " (too many requests)",
        HttpStatusCode.InternalServerError => " (it has an error)",
        HttpStatusCode.ServiceUnavailable => " (unavailable)",
        _ => "",
    };
}
