namespace Extract.Fetch.Containers;

/// <summary>Lines as bytes, so that a broken character is a matter of its line and of no other.</summary>
/// <param name="stream">The bytes.</param>
/// <param name="most">A longer line is given up to there, and the rest of it passed over.</param>
internal sealed class ByteLines(Stream stream, long most)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start, _end;

    /// <summary>True where the last line was longer than is allowed.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The next line with its end, which holds until the next call; empty at the end.</summary>
    public ReadOnlyMemory<byte> Next()
    {
        IsTooLong = false;
        for (var from = _start; ;)
        {
            var at = _buffer.AsSpan(from, _end - from).IndexOf((byte)'\n');
            if (at >= 0) return Take(from + at + 1);
            if (_end - _start > most) return TooLong();
            from = _end - _start;
            if (!Fill()) return Take(_end);
            from += _start;
        }
    }

    private ReadOnlyMemory<byte> Take(int end)
    {
        var line = _buffer.AsMemory(_start, end - _start);
        _start = end;
        return line;
    }

    private ReadOnlyMemory<byte> TooLong()
    {
        IsTooLong = true;
        var line = _buffer.AsMemory(_start, (int)most).ToArray();
        do _start = _end;
        while (Fill() && !EndsHere());
        return line;
    }

    private bool EndsHere()
    {
        var at = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
        if (at >= 0) _start += at + 1;
        return at >= 0;
    }

    private bool Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = stream.Read(_buffer.AsSpan(_end));
        _end += read;
        return read > 0;
    }
}
