using System.Net;
using System.Net.Sockets;

namespace Extract.Fetch;

/// <summary>A host whose addresses are all private, and which no setting allows.</summary>
internal sealed class PrivateAddressException(DnsEndPoint host, IPAddress address) : IOException($"{host.Host} is {address}")
{
    /// <summary>What <c>fetch: allowPrivate</c> would have to name.</summary>
    public string Name { get; } = Connections.Name(host);

    /// <summary>The address.</summary>
    public IPAddress Address { get; } = address;
}

/// <summary>Connects to web servers; to private addresses only where the settings allow host and port. Checked after the name is resolved, so that no name can hide one.</summary>
internal sealed class Connections(IEnumerable<string> allowPrivate)
{
    private readonly HashSet<string> _allowed = new(allowPrivate, StringComparer.OrdinalIgnoreCase);

    public static string Name(DnsEndPoint host) => $"{(host.Host.Contains(':', StringComparison.Ordinal) ? $"[{host.Host.Trim('[', ']')}]" : host.Host)}:{host.Port}";

    /// <summary>The handler of the one client. No proxy: behind one the address could not be seen. No cookies, no redirects of its own.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectCallback = ConnectAsync,
        ConnectTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
        UseProxy = false,
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(host.Host.Trim('[', ']'), cancellation);
        var permitted = _allowed.Contains(Name(host)) ? addresses : [.. addresses.Where(PublicAddresses.IsPublic)];
        if (permitted.Length == 0 && addresses.Length > 0) throw new PrivateAddressException(host, addresses[0]);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(permitted, host.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
