namespace Extract.Commands.Piping;

/// <summary>Reads lines as bytes, so that a broken character is an error of its line and not silently another one.</summary>
internal sealed class LineReader(Stream stream)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start, _end;

    /// <summary>The next line without its end, as a copy; null after the last.</summary>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellation)
    {
        for (var from = _start; ;)
        {
            var at = Array.IndexOf(_buffer, (byte)'\n', from, _end - from);
            if (at >= 0) return Take(at, 1);
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
