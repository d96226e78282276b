namespace Extract.Tests.Fuzz;

/// <summary>Damages bytes as transfers, disks and attackers do. The same number gives the same damage.</summary>
internal sealed class Mutations(int number)
{
    private static readonly byte[][] Words =
    [
        [0], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0], "PK\u0003\u0004"u8.ToArray(), "PK\u0001\u0002"u8.ToArray(), [0x1F, 0x8B, 8, 0], "WARC/1.0\r\n"u8.ToArray(), "\r\n\r\n"u8.ToArray(),
        "Content-Length: 99999999999\r\n"u8.ToArray(), "Content-Transfer-Encoding: base64\r\n"u8.ToArray(), "\nFrom a Mon Jun  4 10:11:12 2018\n"u8.ToArray(), "<div>"u8.ToArray(), "</html>"u8.ToArray(), "<table><tr><td>"u8.ToArray(),
        "&#x110000;"u8.ToArray(), "\""u8.ToArray(), "endstream"u8.ToArray(), "/Length 99999999"u8.ToArray(), "/Kids [1 0 R]"u8.ToArray(), "obj <<"u8.ToArray(), "99999999999999999999"u8.ToArray(), "-1"u8.ToArray(), [0xC3], [0xED, 0xA0, 0x80],
    ];

    private readonly Random _random = new(number);

    /// <summary>The bytes with one to six things wrong.</summary>
    public byte[] Of(byte[] bytes, byte[] other)
    {
        var damaged = new List<byte>(bytes);
        for (var times = _random.Next(1, 7); times > 0 && damaged.Count > 0; times--) Damage(damaged, other);
        return [.. damaged];
    }

    private void Damage(List<byte> bytes, byte[] other)
    {
        var (at, length) = (_random.Next(bytes.Count), _random.Next(1, 64));
        switch (_random.Next(9))
        {
            case 0: bytes[at] ^= (byte)(1 << _random.Next(8)); break;
            case 1: bytes[at] = (byte)_random.Next(256); break;
            case 2: bytes.RemoveRange(at, Math.Min(length, bytes.Count - at)); break;
            case 3: bytes.RemoveRange(at, bytes.Count - at); break;
            case 4: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(length * 8, bytes.Count - at))); break;
            case 5: bytes.InsertRange(at, Words[_random.Next(Words.Length)]); break;
            case 6: Put(bytes, at, Words[_random.Next(Words.Length)]); break;
            case 7 when other.Length > 0: bytes.InsertRange(at, other.AsSpan(_random.Next(other.Length))[..].ToArray().Take(4096)); break;
            default: for (var i = at; i < Math.Min(at + length, bytes.Count); i++) bytes[i] = (byte)_random.Next(256); break;
        }
    }

    private static void Put(List<byte> bytes, int at, byte[] word)
    {
        for (var i = 0; i < word.Length && at + i < bytes.Count; i++) bytes[at + i] = word[i];
    }
}
