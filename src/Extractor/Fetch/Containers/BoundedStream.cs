namespace Extract.Fetch.Containers;

/// <summary>The next so many bytes of a stream.</summary>
internal sealed class BoundedStream(ContentStream raw, long length, string container) : ReadOnlyStream
{
    private long _left = length;

    public override int Read(Span<byte> buffer)
    {
        if (_left == 0 || buffer.IsEmpty) return 0;
        var read = raw.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        if (read == 0) throw new DamagedException(container, raw.Position, isCut: true);
        _left -= read;
        return read;
    }

    /// <summary>Passes over what has not been read.</summary>
    public void Finish()
    {
        var (before, left) = (raw.Position, _left);
        _left = 0;
        raw.Skip(left);
        if (raw.Position < before + left) throw new DamagedException(container, raw.Position, isCut: true);
    }
}

/// <summary>One stream, then another.</summary>
internal sealed class JoinedStream(Stream first, Stream second) : ReadOnlyStream
{
    public override int Read(Span<byte> buffer) => first.Read(buffer) is > 0 and var read ? read : second.Read(buffer);
}
