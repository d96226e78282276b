namespace Extract.Commands.Piping;

/// <summary>Reads lines as bytes, so that a broken character is an error of its line and not silently another one.</summary>
/// <param name="stream">The bytes.</param>
/// <param name="most">A longer line is given up to there, and the rest of it passed over.</param>
internal sealed class InputLines(Stream stream, int most)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start, _end;

    /// <summary>True where the last line was longer than is allowed.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The next line without its end, as a copy; null after the last.</summary>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellation)
    {
        IsTooLong = false;
        for (var from = _start; ;)
        {
            var at = Array.IndexOf(_buffer, (byte)'\n', from, _end - from);
            if (at >= 0) return Take(at, 1);
            if (_end - _start > most) return await CutAsync(cancellation);
            from = _end - _start;
            if (!await FillAsync(cancellation)) return _end > _start ? Take(_end, 0) : null;
            from += _start;
        }
    }

    private byte[] Take(int end, int separator)
    {
        var line = _buffer[_start..end];
        _start = end + separator;
        return line is [.., (byte)'\r'] ? line[..^1] : line;
    }

    private async ValueTask<byte[]> CutAsync(CancellationToken cancellation)
    {
        IsTooLong = true;
        var line = _buffer[_start..(_start + most)];
        do _start = _end;
        while (await FillAsync(cancellation) && !EndsHere());
        return line;
    }

    private bool EndsHere()
    {
        var at = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
        if (at >= 0) _start = at + 1;
        return at >= 0;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        Array.Copy(_buffer, _start, _buffer, 0, _end - _start);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellation);
        _end += read;
        return read > 0;
    }
}
