using System.Buffers;

namespace Extract.Fetch.Containers;

/// <summary>
/// Bytes that are read once, of which the next ones can be looked at before. What is wrong with them shows when it is reached, not before: a look ahead never throws.
/// What was read is counted against the limits of its archive.
/// </summary>
public sealed class ContentStream : ReadOnlyStream
{
    /// <summary>The most that one look can see.</summary>
    public const int MostAhead = 1 << 16;

    private const int Least = 4096;

    private readonly Stream _inner;
    private byte[] _ahead = [];
    private int _start, _end;
    private long _read;
    private Exception? _broken;

    /// <summary>A stream over another, which it does not own.</summary>
    public ContentStream(Stream inner, UnpackLimits limits)
    {
        ArgumentNullException.ThrowIfNull(inner);
        (_inner, Limits) = (inner, limits);
    }

    /// <summary>How many bytes have been read. It cannot be set, since the stream cannot seek.</summary>
    public override long Position { get => _read; set => throw new NotSupportedException(); }

    /// <summary>The stream below, for those that must jump about in it; null where it cannot, or where something has been read already.</summary>
    public Stream? Seekable => _inner.CanSeek && _read == 0 ? _inner : null;

    /// <summary>The next bytes, as many as were asked for or are left; they are read by the next reading. They hold until the stream is used again.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (_end - _start < count && _broken is null && Fill(count)) { }
        return _ahead.AsSpan(_start, Math.Min(count, _end - _start));
    }

    /// <summary>Passes over so many bytes, or all that are left.</summary>
    public void Skip(long count)
    {
        while (count > 0 && (_start < _end || Fill(1))) count -= Take((int)Math.Min(count, _end - _start));
        if (count > 0 && _broken is not null) throw _broken;
    }

    /// <summary>Goes back to an earlier place; false where the bytes below cannot be read twice.</summary>
    public bool TryRewind(long position)
    {
        if (!_inner.CanSeek) return false;
        _inner.Position = position;
        (_start, _end, _read, _broken) = (0, 0, position, null);
        return true;
    }

    /// <summary>Exactly so many bytes; null where they end before.</summary>
    public byte[]? TakeExactly(long count)
    {
        // A length that somebody states is not believed: no more is held than there is.
        if (count > MostAhead) return Take(count) is var taken && taken.Length == count ? taken : null;
        var bytes = new byte[count];
        for (var at = 0; at < bytes.Length;)
        {
            if (Read(bytes.AsSpan(at)) is not (> 0 and var read)) return null;
            at += read;
        }
        return bytes;
    }

    /// <summary>What the archive may still unpack to.</summary>
    public UnpackLimits Limits { get; }

    /// <summary>All bytes up to so many; the stream stands behind them.</summary>
    public byte[] Take(long most)
    {
        var bytes = Take(most, out var broken);
        return broken is null ? bytes : throw broken;
    }

    /// <summary>All bytes up to so many; where they break off, those before it, and why.</summary>
    public byte[] Take(long most, out Exception? broken)
    {
        broken = null;
        if (Whole(most) is { } whole) return whole;
        var bytes = ArrayPool<byte>.Shared.Rent((int)Math.Min(most, MostAhead));
        try
        {
            for (var count = 0; ;)
            {
                var read = Read(bytes.AsSpan(count, (int)Math.Min(most - count, bytes.Length - count)), out broken);
                count += read;
                if (read == 0) return bytes.AsSpan(0, count).ToArray();
                if (count < bytes.Length) continue;
                var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, bytes.Length * 2L));
                bytes.CopyTo(larger, 0);
                ArrayPool<byte>.Shared.Return(bytes);
                bytes = larger;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_start == _end)
        {
            if (_broken is not null) throw _broken;
            // Large reads go past the look-ahead.
            if (buffer.Length >= Math.Max(Least, _ahead.Length)) return Counted(_inner.Read(buffer));
            if (!Fill(buffer.Length)) return _broken is null ? 0 : throw _broken;
        }
        var count = Math.Min(buffer.Length, _end - _start);
        _ahead.AsSpan(_start, count).CopyTo(buffer);
        return Take(count);
    }

    // What is whole in memory already, and nobody else's, need not be copied.
    private byte[]? Whole(long most)
    {
        if (_read != 0 || _inner is not MemoryStream memory || memory.Length > most || !memory.TryGetBuffer(out var bytes) || bytes.Offset != 0 || bytes.Count != bytes.Array!.Length) return null;
        Limits.Unpacked((int)(memory.Length - memory.Position));
        memory.Position = _read = memory.Length;
        _start = _end;
        return bytes.Array;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _ahead.Length > 0) ArrayPool<byte>.Shared.Return(_ahead);
        (_ahead, _start, _end) = ([], 0, 0);
        base.Dispose(disposing);
    }

    private int Read(Span<byte> buffer, out Exception? broken)
    {
        broken = null;
        try
        {
            return Read(buffer);
        }
#pragma warning disable CA1031 // Handed to whoever asked.
        catch (Exception e)
#pragma warning restore CA1031
        {
            broken = e;
            return 0;
        }
    }

    private int Take(int count)
    {
        _start += count;
        _read += count;
        return count;
    }

    private int Counted(int count)
    {
        Limits.Unpacked(count);
        _read += count;
        return count;
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(length);
        _ahead.AsSpan(_start, _end - _start).CopyTo(larger);
        if (_ahead.Length > 0) ArrayPool<byte>.Shared.Return(_ahead);
        (_ahead, _start, _end) = (larger, 0, _end - _start);
    }

    private bool Fill(int wanted)
    {
        if (_ahead.Length < MostAhead && wanted > _ahead.Length) Grow(wanted <= Least ? Least : MostAhead);
        if (_end == _ahead.Length)
        {
            if (_start == 0) return false;
            _ahead.AsSpan(_start, _end - _start).CopyTo(_ahead);
            (_start, _end) = (0, _end - _start);
        }
        try
        {
            var count = _inner.Read(_ahead, _end, _ahead.Length - _end);
            Limits.Unpacked(count);
            _end += count;
            return count > 0;
        }
#pragma warning disable CA1031 // Kept, and thrown when the bytes before it have been read.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _broken = e;
            return false;
        }
    }
}
