using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Extract.Review;

namespace Extract.Commands.Reviewing;

/// <summary>Who can reach the review page, and by what it opens. Whatever would let others in without a token, let the token be read on its way, or let them pass the proxy by, is refused.</summary>
internal static class ReviewAccess
{
    private const int ShortestToken = 16;

    /// <summary>The options with address, certificate, token and proxy. Throws <see cref="SettingsException"/> with the key that is at fault.</summary>
    public static ReviewOptions Apply(ReviewOptions options, Settings settings, string? listen, string? token)
    {
        var review = settings.Review;
        var (address, key) = (Address(settings, listen), listen is null ? "review: listen" : "--listen");
        if (review.Key is not null && review.Certificate is null) throw settings.Refuse("review: key", Messages.KeyAlone);
        if (review.ProxyHeader is { } header && !header.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) throw settings.Refuse("review: proxyHeader", Messages.NoHeaderName(header));
        if (!review.Proxies.IsEmpty && review.ProxyHeader is null) throw settings.Refuse("review: proxies", Messages.ProxiesAlone);
        if (!IPAddress.IsLoopback(address) && review.Certificate is null && review.ProxyHeader is null) throw settings.Refuse(key, Messages.NeedsTls(address.ToString()));
        if (!IPAddress.IsLoopback(address) && review.ProxyHeader is not null && review.Proxies.IsEmpty) throw settings.Refuse("review: proxyHeader", Messages.NeedsProxies(address.ToString()));
        return options with { Listen = address, Certificate = Certificate(settings), ProxyHeader = review.ProxyHeader, Proxies = [.. review.Proxies.Select(proxy => Proxy(settings, proxy))], Token = Token(settings, address, token) };
    }

    private static IPAddress Address(Settings settings, string? listen)
    {
        var name = listen ?? settings.Review.Listen;
        if (name == "localhost") return IPAddress.Loopback;
        return IPAddress.TryParse(name, out var address) ? address : throw settings.Refuse(listen is null ? "review: listen" : "--listen", Messages.NoAddressToListen(name));
    }

    private static IPNetwork Proxy(Settings settings, string name)
    {
        if (IPAddress.TryParse(name, out var address)) return new(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
        return IPNetwork.TryParse(name, out var network) ? network : throw settings.Refuse("review: proxies", Messages.NoProxyAddress(name));
    }

    // On loopback alone none is needed; who gives one there wants it all the same.
    private static string? Token(Settings settings, IPAddress address, string? named)
    {
        var token = named ?? settings.Review.Token;
        if (token?.Length < ShortestToken) throw settings.Refuse(named is null ? "review: token" : "--token", Messages.TokenIsShort(ShortestToken));
        return token ?? (IPAddress.IsLoopback(address) && settings.Review.ProxyHeader is null ? null : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
    }

    private static X509Certificate2? Certificate(Settings settings)
    {
        if (settings.Review.Certificate is not { } file) return null;
        try
        {
            using var pem = X509Certificate2.CreateFromPemFile(settings.Resolved(file), settings.Review.Key is { } key ? settings.Resolved(key) : null);
            // A key in memory alone is not taken by every system's TLS.
            return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pfx), null);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw settings.Refuse("review: certificate", Messages.NoCertificate(file, e));
        }
    }
}
