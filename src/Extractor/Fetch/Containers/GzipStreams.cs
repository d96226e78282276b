namespace Extract.Fetch.Containers;

/// <summary>The members of gzip bytes: a file has one as a rule, a WARC file one a record.</summary>
internal sealed class GzipMembers(ContentStream raw, string container) : IDisposable
{
    private DeflatedStream? _member;

    /// <summary>True where gzip bytes begin so.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, 8, < 0x20, ..];

    /// <summary>True where more follows, be it a member or something that has no place there.</summary>
    public bool Another()
    {
        // Tapes are filled up with noughts.
        if (_member is not null) SkipNoughts();
        return !raw.Peek(1).IsEmpty;
    }

    /// <summary>The member that begins at the next byte. Throws where there is none. The member before must be finished.</summary>
    public Stream Next()
    {
        var header = HeaderLength(raw.Peek(1 << 12));
        if (header == 0) throw new DamagedException(container, raw.Position, isCut: raw.Peek(64).Length < 64);
        raw.Skip(header);
        _member?.Dispose();
        return _member = new(raw, container);
    }

    /// <summary>Reads what is left of the member, and holds it to its checksum.</summary>
    public void Finish() => _member!.Finish(DeflatedStream.OfGzip);

    /// <summary>Goes to the next place at which a member seems to begin; false where there is none.</summary>
    public bool Resync()
    {
        while (raw.Peek(ContentStream.MostAhead) is { Length: > 3 } bytes)
        {
            var at = bytes.IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]);
            if (at >= 0)
            {
                raw.Skip(at);
                if (HeaderLength(raw.Peek(1 << 12)) > 0) return true;
                raw.Skip(1);
            }
            else
            {
                raw.Skip(bytes.Length - 3);
                if (raw.Peek(4).Length < 4) return false;
            }
        }
        return false;
    }

    public void Dispose() => _member?.Dispose();

    private void SkipNoughts()
    {
        while (raw.Peek(4096) is { Length: > 0 } bytes && bytes[0] == 0) raw.Skip(bytes.IndexOfAnyExcept((byte)0) is > 0 and var end ? end : bytes.Length);
    }

    // RFC 1952: ten bytes, then what the flags say.
    private static int HeaderLength(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 10 || !IsGzip(bytes)) return 0;
        var (flags, at) = (bytes[3], 10);
        if ((flags & 4) != 0) at = bytes.Length < 12 ? int.MaxValue : 12 + bytes[10] + (bytes[11] << 8);
        foreach (var text in (ReadOnlySpan<int>)[8, 16])
            if ((flags & text) != 0) at = at < bytes.Length && bytes[at..].IndexOf((byte)0) is >= 0 and var end ? at + end + 1 : int.MaxValue;
        if ((flags & 2) != 0 && at < bytes.Length) at += 2;
        return at < bytes.Length ? at : 0;
    }
}

/// <summary>All members of gzip bytes as one stream. Throws at the place where they break off.</summary>
internal sealed class GunzipStream(ContentStream raw, string container) : ReadOnlyStream
{
    private readonly GzipMembers _members = new(raw, container);
    private Stream? _member;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        while (!_ended && !buffer.IsEmpty)
        {
            if (_member is null && !_members.Another()) break;
            _member ??= _members.Next();
            if (_member.Read(buffer) is > 0 and var read) return read;
            _members.Finish();
            _member = null;
        }
        // At the end, what is wrong with the bytes below is thrown.
        if (!_ended) raw.Skip(1);
        _ended = true;
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _members.Dispose();
        base.Dispose(disposing);
    }
}
