using System.Buffers;
using System.IO.Hashing;

namespace Extract.Review.Index;

/// <summary>What a run wrote, line by line, each by where it stands. The file stays open: a run that writes it anew puts another in its place, and what was indexed can be read on.</summary>
internal sealed class RecordsFile : IDisposable
{
    private const int Chunk = 1 << 20;
    private const int Sampled = 64 << 10;
    private readonly FileStream _file;

    /// <summary>Opens a file. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> where it cannot be read.</summary>
    public RecordsFile(string path)
    {
        // Delete: a run on Windows may put another in its place meanwhile.
        _file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        Length = _file.Length;
        Print = PrintOf(File.GetLastWriteTimeUtc(path));
    }

    /// <summary>How long it was when it was opened.</summary>
    public long Length { get; }

    /// <summary>By what it is known again: size, time, and a hash of its head and tail.</summary>
    public string Print { get; }

    /// <summary>One line by its place. Thread-safe.</summary>
    public byte[] Line(long offset, int length)
    {
        var bytes = new byte[length];
        Read(bytes, offset);
        return bytes;
    }

    /// <summary>Lines that stand near each other, into a buffer that is used again. Thread-safe.</summary>
    public void Read(Span<byte> into, long offset)
    {
        for (var done = 0; done < into.Length;)
        {
            var read = RandomAccess.Read(_file.SafeFileHandle, into[done..], offset + done);
            if (read == 0) throw new EndOfStreamException();
            done += read;
        }
    }

    /// <summary>Goes through all lines that are not empty, in order; the last may lack its end.</summary>
    /// <param name="each">Gets where the line begins and its bytes, which are another line's afterwards.</param>
    /// <param name="cancellation">Ends it.</param>
    public void Each(Action<long, ReadOnlySpan<byte>> each, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(2 * Chunk);
        try
        {
            var (offset, held) = (0L, 0);
            while (offset + held < Length)
            {
                cancellation.ThrowIfCancellationRequested();
                if (held == buffer.Length) buffer = Wider(buffer);
                var wanted = (int)Math.Min(buffer.Length - held, Length - offset - held);
                Read(buffer.AsSpan(held, wanted), offset + held);
                var used = Lines(buffer.AsSpan(0, held + wanted), offset, each);
                held += wanted - used;
                buffer.AsSpan(used, held).CopyTo(buffer);
                offset += used;
            }
            if (held > 0) each(offset, buffer.AsSpan(0, held));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // How many bytes the whole lines have.
    private static int Lines(ReadOnlySpan<byte> bytes, long offset, Action<long, ReadOnlySpan<byte>> each)
    {
        var at = 0;
        while (bytes[at..].IndexOf((byte)'\n') is >= 0 and var length)
        {
            if (length > 0) each(offset + at, bytes.Slice(at, length));
            at += length + 1;
        }
        return at;
    }

    private static byte[] Wider(byte[] buffer)
    {
        var wider = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(wider, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return wider;
    }

    private string PrintOf(DateTime written)
    {
        var hash = new XxHash128();
        var part = new byte[(int)Math.Min(Sampled, Length)];
        Read(part, 0);
        hash.Append(part);
        Read(part, Length - part.Length);
        hash.Append(part);
        return $"{Length}-{written.Ticks}-{Convert.ToHexStringLower(hash.GetCurrentHash())}";
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
