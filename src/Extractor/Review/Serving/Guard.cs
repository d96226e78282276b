using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Extract.Review.Serving;

/// <summary>
/// Who may ask. On loopback: whoever names a loopback host, so that no page elsewhere reads records through a name that it points at us. Elsewhere: who has the
/// token, as a cookie that opening the address with it gives, and where a proxy names the reviewer, only what connects from its addresses and bears its header. What changes anything must come from the page itself.
/// </summary>
internal sealed class Guard(ReviewOptions options)
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    private const string Cookie = "extract-review";

    /// <summary>What the page sends with whatever changes something; made at each start.</summary>
    public string PageToken { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Lets a request through or refuses it.</summary>
    public async Task Check(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        (headers.ContentSecurityPolicy, headers.XContentTypeOptions, headers["Referrer-Policy"], headers.CacheControl, headers["Cross-Origin-Resource-Policy"]) = (Policy, "nosniff", "no-referrer", "no-store", "same-origin");
        // The fetched page is framed without an origin, so that its own style comes from elsewhere for it.
        if (context.Request.Path == "/original.css") headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        var stranger = Stranger(context);
        if (stranger is null && Enters(context)) return;
        if ((stranger ?? Refusal(context)) is not { } refusal) await next(context);
        else await Results.Text(refusal.Why, statusCode: refusal.Status).ExecuteAsync(context);
    }

    // Who reaches us past the proxy could send its header themselves.
    private (int Status, string Why)? Stranger(HttpContext context)
    {
        if (options.Proxies.IsEmpty) return null;
        var from = context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.RemoteIpAddress;
        return from is not null && options.Proxies.Any(proxy => proxy.Contains(from)) ? null : (StatusCodes.Status403Forbidden, Messages.NotFromProxy($"{from}"));
    }

    // The address with the token is opened once; the browser keeps a cookie, and the address bar nothing.
    private bool Enters(HttpContext context)
    {
        var request = context.Request;
        if (options.Token is null || request.Path != "/" || !Same(request.Query["token"].ToString(), options.Token)) return false;
        var isSecure = request.IsHttps || request.Headers["X-Forwarded-Proto"] == "https";
        context.Response.Cookies.Append(Cookie, options.Token, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = isSecure, Path = "/", MaxAge = TimeSpan.FromDays(30) });
        context.Response.Redirect("/");
        return true;
    }

    private (int Status, string Why)? Refusal(HttpContext context)
    {
        var request = context.Request;
        if (options.Token is { } token ? !Same(request.Cookies[Cookie] ?? "", token) : !IsLoopback(request.Host.Host))
            return options.Token is null ? (StatusCodes.Status403Forbidden, Messages.NotFromThisPage) : (StatusCodes.Status401Unauthorized, Messages.OpenWithToken);
        if (options.ProxyHeader is { } header && request.Headers[header].Count != 1) return (StatusCodes.Status403Forbidden, Messages.NotThroughProxy(header));
        var isOurs = IsOwnOrigin(request) && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || Same(request.Headers["X-Extract-Token"].ToString(), PageToken));
        return isOurs ? null : (StatusCodes.Status403Forbidden, Messages.NotFromThisPage);
    }

    private static bool IsLoopback(string host) => host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // A proxy may speak to us by another name than the browser to it; the token tells then.
    private bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || options.ProxyHeader is not null || origin == $"{request.Scheme}://{request.Host}");

    private static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
