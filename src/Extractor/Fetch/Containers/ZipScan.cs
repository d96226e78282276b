using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Extract.Fetch.Containers;

/// <summary>Reads a zip archive from its beginning by the headers of its entries: one whose directory is lost, or that is too large to be looked at from its end.</summary>
internal static class ZipScan
{
    private const ushort IsEncrypted = 1, SizeFollows = 8, IsUtf8 = 0x800;

    private static ReadOnlySpan<byte> LocalHeader => "PK\u0003\u0004"u8;
    private static ReadOnlySpan<byte> DirectoryHeader => "PK\u0001\u0002"u8;

    /// <summary>What stands before an entry's bytes. Sizes are -1 where they follow the bytes.</summary>
    private sealed record Header(string Name, ushort Flags, ushort Method, uint Crc, long Packed, long Length);

    /// <summary>The entries of an archive whose directory is not to be had; ends by throwing, since nobody can say what else it held.</summary>
    public static IEnumerable<ContainerEntry> Broken(ContentStream raw, string container)
    {
        var last = 0L;
        foreach (var entry in Entries(raw, container, end => last = end)) yield return entry;
        throw new DamagedException(container, last, isCut: raw.Position == last && raw.Peek(1).IsEmpty);
    }

    /// <summary>The entries up to the directory, or to the end where there is none.</summary>
    public static IEnumerable<ContainerEntry> Entries(ContentStream raw, string container, Action<long>? ended = null)
    {
        for (; Find(raw); ended?.Invoke(raw.Position))
        {
            if (Read(raw) is not { } header) continue;
            var folder = header.Name is [.., '/' or '\\'];
            if ((header.Flags & IsEncrypted) != 0) yield return ZipContainer.Encrypted(header.Name);
            else if (header.Packed < 0 && header.Method == 8)
            {
                using var stream = new DeflatedStream(raw, container);
                yield return ContainerEntry.Of(header.Name, new EndingStream(stream, () => stream.Finish(Descriptor)));
                Quietly(() => stream.Finish(Descriptor));
                continue;
            }
            else if (header.Method is not (0 or 8) || header.Packed < 0) yield return ZipContainer.Unreadable(header.Name);
            else
            {
                var packed = new BoundedStream(raw, header.Packed, container);
                if (!folder) yield return ContainerEntry.Of(header.Name, new CheckedStream(header.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress, leaveOpen: true), header.Crc, header.Length));
                Quietly(packed.Finish);
                continue;
            }
            if (header.Packed > 0) raw.Skip(header.Packed);
        }
    }

    // Goes to the next entry; false at the directory and at the end.
    private static bool Find(ContentStream raw)
    {
        while (raw.Peek(ContentStream.MostAhead) is { Length: >= 4 } bytes)
        {
            var at = bytes.IndexOf("PK"u8);
            raw.Skip(at < 0 ? bytes.Length - 1 : at);
            if (raw.Peek(4).SequenceEqual(LocalHeader)) return true;
            if (raw.Peek(4).SequenceEqual(DirectoryHeader)) return false;
            if (at >= 0) raw.Skip(2);
        }
        raw.Skip(4);
        return false;
    }

    // Null where it is none after all.
    private static Header? Read(ContentStream raw)
    {
        var bytes = raw.Peek(ContentStream.MostAhead);
        if (bytes.Length < 30 || U16(bytes, 4) > 100)
        {
            raw.Skip(4);
            return null;
        }
        var (flags, method, names, extras) = (U16(bytes, 6), U16(bytes, 8), U16(bytes, 26), U16(bytes, 28));
        var (packed, length) = ((long)U32(bytes, 18), (long)U32(bytes, 22));
        var name = bytes[30..Math.Min(bytes.Length, 30 + names)];
        if (packed == uint.MaxValue || length == uint.MaxValue) (packed, length) = Large(bytes[Math.Min(bytes.Length, 30 + names)..], extras, packed, length);
        var header = new Header(((flags & IsUtf8) != 0 ? Encoding.UTF8 : Encoding.Latin1).GetString(name), flags, method, U32(bytes, 14), packed, length);
        raw.Skip(30 + names + extras);
        return (flags & SizeFollows) != 0 && packed == 0 ? header with { Packed = -1, Length = -1 } : header;
    }

    // Zip64: the sizes of large entries stand in an extra field.
    private static (long Packed, long Length) Large(ReadOnlySpan<byte> extras, int count, long packed, long length)
    {
        extras = extras[..Math.Min(extras.Length, count)];
        while (extras.Length >= 4 && U16(extras, 2) is var size && extras.Length >= 4 + size)
        {
            if (U16(extras, 0) == 1 && size >= 16) return (BinaryPrimitives.ReadInt64LittleEndian(extras[12..]), BinaryPrimitives.ReadInt64LittleEndian(extras[4..]));
            extras = extras[(4 + size)..];
        }
        return (packed, length);
    }

    // Checksum, packed size, size, with or without a signature before them, in 4 or 8 bytes each.
    private static (int, int)? Descriptor(ReadOnlySpan<byte> bytes, uint crc, long length)
    {
        for (var at = 0; at + 12 <= bytes.Length; at++)
        {
            if (U32(bytes, at) != crc) continue;
            if (U32(bytes, at + 8) == (uint)length) return (at, at + 12);
            if (at + 20 <= bytes.Length && BinaryPrimitives.ReadInt64LittleEndian(bytes[(at + 12)..]) == length) return (at, at + 20);
        }
        return null;
    }

    // Whoever read the entry has been told already.
    private static void Quietly(Action finish)
    {
        try
        {
            finish();
        }
        catch (DamagedException)
        {
        }
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}

/// <summary>A stream that checks something at its end.</summary>
internal sealed class EndingStream(Stream inner, Action ended) : ReadOnlyStream
{
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        if (read == 0 && !buffer.IsEmpty) ended();
        return read;
    }
}
