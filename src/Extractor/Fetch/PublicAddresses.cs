using System.Net;
using System.Net.Sockets;

namespace Extract.Fetch;

/// <summary>Tells addresses of the public internet from those inside a machine or a network, which a page must not lead to.</summary>
internal static class PublicAddresses
{
    // Networks that are no part of the public internet (RFC 6890 and its registries), as address/prefix length.
    private static readonly IPNetwork[] Inside = [.. (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 " +
        "::/128 ::1/128 100::/64 2001::/23 2001:db8::/32 3fff::/20 fc00::/7 fe80::/10 fec0::/10 ff00::/8").Split(' ').Select(IPNetwork.Parse)];

    public static bool IsPublic(IPAddress address)
    {
        if (Embedded(address) is { } inner) return IsPublic(inner);
        foreach (var network in Inside)
            if (network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address)) return false;
        return true;
    }

    // An IPv4 address in an IPv6 one: mapped, compatible, 6to4, NAT64.
    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return null;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes is [0x20, 0x02, ..]) return new(bytes.AsSpan(2, 4));
        if (bytes is [0x00, 0x64, 0xff, 0x9b, ..]) return new(bytes.AsSpan(12, 4));
        var compatible = bytes.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0 && bytes.AsSpan(12, 3).IndexOfAnyExcept((byte)0) >= 0;
        return compatible ? new(bytes.AsSpan(12, 4)) : null;
    }
}
