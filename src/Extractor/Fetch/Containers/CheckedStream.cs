using System.IO.Hashing;

namespace Extract.Fetch.Containers;

/// <summary>Unpacked bytes that must have a checksum and a length; throws at their end where they have not.</summary>
internal sealed class CheckedStream(Stream inner, uint crc, long length) : ReadOnlyStream
{
    private readonly Crc32 _crc = new();
    private long _read;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _crc.Append(buffer[..read]);
        _read += read;
        if (read == 0 && !buffer.IsEmpty && (_read != length || _crc.GetCurrentHashAsUInt32() != crc)) throw new InvalidDataException("checksum");
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
