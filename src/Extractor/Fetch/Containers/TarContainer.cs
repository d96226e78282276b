using System.Buffers;
using System.Formats.Tar;

namespace Extract.Fetch.Containers;

/// <summary>Tar archives. Where a header makes no sense, reading goes on at the next one that does.</summary>
internal sealed class TarContainer : IContainer
{
    private const int Block = 512;

    public IEnumerable<ContainerEntry>? Open(Content content) =>
        content.Stream.Peek(Block) is var block && (IsHeader(block) || (content.Ends(".tar") && IsEnd(block))) ? Entries(content) : null;

    private static IEnumerable<ContainerEntry> Entries(Content content)
    {
        var raw = content.Stream;
        do
        {
            using var tar = new TarReader(raw, leaveOpen: true);
            while (Next(tar, content, out var damage) is var entry)
            {
                if (damage is not null) yield return ContainerEntry.Lost(damage);
                if (entry is null) break;
                if (Entry(entry, content) is { } found) yield return found;
                Finish(entry);
            }
        }
        while (Resync(raw));
    }

    // Null at the end, and where a header makes no sense: the framework's reader does not look at their checksums.
    private static TarEntry? Next(TarReader tar, Content content, out DamagedException? damage)
    {
        damage = null;
        var raw = content.Stream;
        var padding = Padding(raw);
        var block = raw.Peek(padding + Block) is var ahead && ahead.Length > padding ? ahead[padding..] : default;
        var at = raw.Position + padding;
        if (IsEnd(block)) return null;
        try
        {
            if (IsHeader(block)) return tar.GetNextEntry();
            // At the end, what is wrong with the bytes below is thrown.
            if (block.IsEmpty) raw.Skip(padding + 1);
            else damage = new(content.Name, at, isCut: block.Length < Block);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            damage = new(content.Name, at, isCut: raw.Peek(1).IsEmpty);
        }
        return null;
    }

    // To the end of its bytes, which whoever read it may not have come to. A cut there has been told, or is by the next one.
    private static void Finish(TarEntry entry)
    {
        if (entry.DataStream is not { } data) return;
        var rest = ArrayPool<byte>.Shared.Rent(8192);
        while (data.Read(rest) > 0) { }
        ArrayPool<byte>.Shared.Return(rest);
    }

    private static int Padding(ContentStream raw) => (int)((Block - raw.Position % Block) % Block);

    // Folders are no entries; links lead to what is in the archive under its own name, or out of it.
    private static ContainerEntry? Entry(TarEntry entry, Content content) => entry.EntryType switch
    {
        TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile => ContainerEntry.Of(entry.Name, new WholeStream(entry.DataStream ?? Stream.Null, entry.Length, content)),
        TarEntryType.SymbolicLink or TarEntryType.HardLink => ContainerEntry.NoDocument(entry.Name, "a link"),
        TarEntryType.Directory or TarEntryType.DirectoryList or TarEntryType.GlobalExtendedAttributes or TarEntryType.TapeVolume => null,
        _ => ContainerEntry.NoDocument(entry.Name, "no file"),
    };

    // A tar archive has no signature that all of them bear, but each header has its own checksum.
    private static bool Resync(ContentStream raw)
    {
        raw.Skip(Padding(raw));
        while (raw.Peek(Block) is { Length: Block } block)
        {
            if (IsHeader(block)) return true;
            raw.Skip(Block);
        }
        return false;
    }

    private static bool IsHeader(ReadOnlySpan<byte> block)
    {
        if (block.Length < Block || block[0] == 0) return false;
        var sum = 8 * ' ';
        foreach (var b in block[..148]) sum += b;
        foreach (var b in block[156..]) sum += b;
        return Octal(block[148..156]) == sum;
    }

    private static bool IsEnd(ReadOnlySpan<byte> block) => block.Length == Block && block.IndexOfAnyExcept((byte)0) < 0;

    private static int Octal(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits.Trim(" \0"u8))
        {
            if (digit is < (byte)'0' or > (byte)'7') return -1;
            value = value * 8 + digit - '0';
        }
        return value;
    }
}

/// <summary>The bytes of an entry, which must be as many as its header says.</summary>
internal sealed class WholeStream(Stream inner, long length, Content container) : ReadOnlyStream
{
    private long _left = length;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _left -= read;
        if (read == 0 && _left > 0 && !buffer.IsEmpty) throw new DamagedException(container.Name, container.Stream.Position, isCut: true);
        return read;
    }
}
