using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Extract.Fetch.Containers;

/// <summary>
/// Deflated bytes that stand among others: unpacks them and finds their end. The framework's inflater reads ahead and does not say how far it came, so that
/// the end is found by the checksum and length that gzip and zip write after the bytes; that they are there is the proof that nothing is damaged.
/// </summary>
internal sealed class DeflatedStream : ReadOnlyStream
{
    private const int Chunk = 8192;

    private readonly ContentStream _raw;
    private readonly string _container;
    private readonly Feeder _feeder;
    private readonly DeflateStream _inflater;
    private readonly Crc32 _crc = new();
    private long _length;
    private bool _ended, _finished;

    /// <summary>Unpacks what begins at the stream's next byte.</summary>
    public DeflatedStream(ContentStream raw, string container)
    {
        (_raw, _container, _feeder) = (raw, container, new(raw));
        _inflater = new(_feeder, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <summary>Finds the trailer in the bytes that are given, by checksum and length: where it begins and where it ends; null where it is not there.</summary>
    public delegate (int Start, int End)? Trailer(ReadOnlySpan<byte> bytes, uint crc, long length);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty) return 0;
        int read;
        try
        {
            read = _inflater.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
        _ended = read == 0;
        _crc.Append(buffer[..read]);
        _length += read;
        return read;
    }

    /// <summary>Reads what is left, and passes over the trailer. Throws where it is not there.</summary>
    public void Finish(Trailer trailer)
    {
        if (_finished) return;
        var rest = ArrayPool<byte>.Shared.Rent(Chunk);
        while (Read(rest.AsSpan()) > 0) { }
        ArrayPool<byte>.Shared.Return(rest);
        // The inflater asks for more only when it has used up what it has: the end is in the last chunk.
        var bytes = _raw.Peek(_feeder.Given + 64);
        if (trailer(bytes, _crc.GetCurrentHashAsUInt32(), _length) is not { } found) throw Damaged();
        _raw.Skip(found.End);
        _finished = true;
    }

    /// <summary>The trailer of a gzip member.</summary>
    public static (int, int)? OfGzip(ReadOnlySpan<byte> bytes, uint crc, long length)
    {
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, crc);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)length);
        return bytes.IndexOf(trailer) is >= 0 and var at ? (at, at + 8) : null;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _inflater.Dispose();
        base.Dispose(disposing);
    }

    private DamagedException Damaged() => new(_container, _raw.Position, isCut: _raw.Peek(_feeder.Given + 1).Length <= _feeder.Given);

    /// <summary>Hands out bytes chunk by chunk, each of which is read only when the next one is asked for.</summary>
    private sealed class Feeder(ContentStream raw) : ReadOnlyStream
    {
        /// <summary>The length of the last chunk.</summary>
        public int Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            raw.Skip(Given);
            var next = raw.Peek(Math.Min(buffer.Length, Chunk));
            next.CopyTo(buffer);
            Given = next.Length;
            // At the end, what is wrong with the bytes below is thrown.
            if (Given == 0) raw.Skip(1);
            return Given;
        }
    }
}
